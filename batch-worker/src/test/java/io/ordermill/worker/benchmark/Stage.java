package io.ordermill.worker.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a thread of an import is doing, told by its stack: the first stage of its thread that names a frame.
 *
 * @param frame class and, after a dot, method; as much of it as tells the stage
 */
record Stage(String thread, String name, String frame) {

    static final String IMPORT = "import thread";
    static final String READ_AHEAD = "read-ahead thread";

    private static final List<Stage> STAGES = List.of(
            new Stage(IMPORT, "inspect the file", "InspectStep.inspect"),
            new Stage(IMPORT, "wait for the read-ahead", "PageBuffer.take"),
            new Stage(IMPORT, "look, plan, draw numbers", "PagePlanning."),
            new Stage(IMPORT, "hold the company", "CompanyHold."),
            new Stage(IMPORT, "headers", "HeaderInsert."),
            new Stage(IMPORT, "lines and postings", "OrderInsert.insert"),
            new Stage(IMPORT, "checkpoint", "JdbcOperationQueue."),
            new Stage(IMPORT, "Spring Batch's diary", "JobRepository."),
            new Stage(IMPORT, "commit", "PgConnection.commit"),
            new Stage(IMPORT, "the rest", ""),
            new Stage(READ_AHEAD, "wait for room", "PageBuffer."),
            new Stage(READ_AHEAD, "resolve references", "ReferenceResolver."),
            new Stage(READ_AHEAD, "judge", "PageJudge."),
            new Stage(READ_AHEAD, "encode", "JdbcOrderPageWriter.prepare"),
            new Stage(READ_AHEAD, "decompress", "Inflater"),
            new Stage(READ_AHEAD, "parse", "ItemReader."),
            new Stage(READ_AHEAD, "the rest", ""));

    /** Empty for a thread that has no part in the import. */
    static Optional<Stage> of(Thread thread, StackTraceElement[] stack) {
        return role(thread, stack).flatMap(role -> STAGES.stream()
                .filter(stage -> stage.thread.equals(role) && stage.isOn(stack))
                .findFirst());
    }

    private static Optional<String> role(Thread thread, StackTraceElement[] stack) {
        if (thread.getName().startsWith("read-ahead-")) {
            return Optional.of(READ_AHEAD);
        }
        return isOn(stack, "worker.job.ImportJob.") ? Optional.of(IMPORT) : Optional.empty();
    }

    private boolean isOn(StackTraceElement[] stack) {
        return isOn(stack, frame);
    }

    private static boolean isOn(StackTraceElement[] stack, String frame) {
        return Arrays.stream(stack)
                .anyMatch(element -> (element.getClassName() + "." + element.getMethodName()).contains(frame));
    }
}
