package io.ordermill.core.file;

/** What a full reading of a file found. */
public sealed interface Inspection {

    /**
     * A well-formed JSON array to its very end.
     *
     * @param items elements of the array
     * @param sha256 of the stored (compressed) bytes, 64 lower-case hexadecimal digits
     */
    record Sound(int items, String sha256) implements Inspection {}

    record Broken(FileProblem problem) implements Inspection {}
}
