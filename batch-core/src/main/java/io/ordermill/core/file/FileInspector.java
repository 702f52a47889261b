package io.ordermill.core.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads a file once, to its very end, before anything of it is saved, and says whether it can be imported at all. Uses
 * little memory, whatever the size of the file.
 */
@Component
public final class FileInspector {

    private final FileLimits limits;

    public FileInspector(FileLimits limits) {
        this.limits = limits;
    }

    /**
     * Inspects a file. What is wrong with the file is an answer; only a failing store throws.
     *
     * @param stored the bytes as stored, plain or compressed; closed afterwards
     * @throws IOException as thrown by {@code stored}
     */
    public Inspection inspect(InputStream stored) throws IOException {
        MessageDigest sha256 = DigestUtils.getSha256Digest();
        FileProblem problem;
        int items = 0;
        try (TextInput text = new TextInput(new StoreInput(new DigestInputStream(stored, sha256)), limits)) {
            ArrayWalk walk = new ArrayWalk(text, limits);
            problem = explained(walk.findProblem(), text);
            items = walk.items();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return problem == null
                ? new Inspection.Sound(items, Hex.encodeHexString(sha256.digest()))
                : new Inspection.Broken(problem);
    }

    /** Broken text out of damaged compressed data is not the caller's JSON: the damage is what the caller must hear of. */
    private static @Nullable FileProblem explained(@Nullable FileProblem problem, TextInput text) throws IOException {
        if (problem == null || problem.kind() != FileProblem.Kind.MALFORMED_FILE) {
            return problem;
        }
        UnreadableFileException damage = text.compressionFault();
        return damage == null
                ? problem
                : new FileProblem(
                        damage.kind(),
                        damage.reason(),
                        problem.itemIndex(),
                        problem.line(),
                        problem.column(),
                        problem.byteOffset());
    }
}
