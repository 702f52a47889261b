package io.ordermill.worker.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;

/**
 * Who spends the processor during an import: threads of this JVM and, where Linux shows them, processes of the database
 * server. What the watching costs stands beside it.
 */
final class ProcessorWatch {

    /** For these many small files are read, so only now and then. */
    private static final int LOOKS_BETWEEN_TASKS = 40;

    private static final String JVM = "JVM";
    private static final String THIS_PROFILE = "this profile";
    private static final String ALL_ELSE = "**all but this profile**";

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final ProcessorTimes times = new ProcessorTimes();
    private final long ownSession;
    private double wholeJvmBefore;
    private double wholeJvm;
    private int looks;

    /**
     * Begins with the first look.
     *
     * @param ownSession process id of the database session that watches
     */
    ProcessorWatch(long ownSession) {
        this.ownSession = ownSession;
    }

    /**
     * Looks once.
     *
     * @param roles the threads that have a part in the import, by id
     */
    void look(Map<Long, String> roles) {
        wholeJvm = system.getProcessCpuTime() / 1e9;
        if (looks == 0) {
            wholeJvmBefore = wholeJvm;
        }
        roles.forEach((id, role) -> note(JVM, role, id, threads.getThreadCpuTime(id) / 1e9));
        note(JVM, THIS_PROFILE, 0, threads.getCurrentThreadCpuTime() / 1e9);
        if (looks++ % LOOKS_BETWEEN_TASKS == 0) {
            LinuxTask.threads().forEach(this::lookAtJvm);
            LinuxTask.siblings(ownSession).forEach(this::lookAtPostgres);
        }
        times.begin();
    }

    private void lookAtJvm(LinuxTask thread) {
        if (thread.name().startsWith("C1 ") || thread.name().startsWith("C2 ")) {
            note(JVM, "compiler", thread.id(), thread.seconds());
        } else if (thread.name().startsWith("GC ") || thread.name().startsWith("G1 ")) {
            note(JVM, "garbage collector", thread.id(), thread.seconds());
        }
    }

    private void lookAtPostgres(LinuxTask process) {
        note(Activity.POSTGRES, kind(process), process.id(), process.seconds());
    }

    /** A session's title names database, client and command; another's what it is there for, and a number or database. */
    private String kind(LinuxTask process) {
        if (process.id() == ownSession) {
            return THIS_PROFILE;
        }
        String title = process.name().replaceFirst("^postgres: ", "");
        return title.matches(".*\\(\\d+\\).*") ? "sessions" : title.replaceFirst(" (\\d+|benchmark\\d+)$", "");
    }

    private void note(String who, String what, long id, double seconds) {
        times.note(new Activity(who, what), id, seconds);
    }

    /** Seconds of processor time since the first look. */
    Map<Activity, Double> seconds() {
        Map<Activity, Double> seconds = times.totals();
        seconds.put(new Activity(JVM, "the rest"), wholeJvm - wholeJvmBefore - sum(seconds, JVM));
        for (String who : List.of(JVM, Activity.POSTGRES)) {
            double own = seconds.getOrDefault(new Activity(who, THIS_PROFILE), 0.0);
            seconds.put(new Activity(who, ALL_ELSE), sum(seconds, who) - own);
        }
        return seconds;
    }

    private static double sum(Map<Activity, Double> seconds, String who) {
        return seconds.entrySet().stream()
                .filter(entry -> entry.getKey().who().equals(who))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
