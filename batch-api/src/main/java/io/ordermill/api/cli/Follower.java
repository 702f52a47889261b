package io.ordermill.api.cli;

import java.time.Duration;

/**
 * Asks for the status of an operation until it has ended. Events would be pushed, but a question a second passes every proxy
 * and costs the server nothing. A server that is away meanwhile, as at a restart, is waited for.
 */
final class Follower {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(2);

    private final ApiClient api;
    private final Console console;
    private final Deadline deadline;

    Follower(ApiClient api, Console console, Deadline deadline) {
        this.api = api;
        this.console = console;
        this.deadline = deadline;
    }

    Operation toItsEnd(Operation submitted) {
        Progress progress = Progress.on(console);
        Operation operation = submitted;
        Duration pause = FIRST_PAUSE;
        while (!operation.isEnded()) {
            if (deadline.isOver()) {
                throw new CommandFailure(
                        ExitCode.TIMED_OUT, "The wait timed out; operation " + operation.id() + " goes on.");
            }
            Pause.of(deadline.atMost(pause));
            operation = now(operation.id());
            progress.show(operation);
            pause = longer(pause);
        }
        progress.end();
        return operation;
    }

    private Operation now(String id) {
        Deadline outage = Deadline.in(LONGEST_OUTAGE);
        boolean told = false;
        while (true) {
            try {
                return new Operation(api.get(Operation.path(id) + "/status"));
            } catch (CommandFailure e) {
                if (e.exitCode() != ExitCode.UNREACHABLE || outage.isOver() || deadline.isOver()) {
                    throw e;
                }
                if (!told) {
                    console.note(e.text() + " Trying again.");
                    told = true;
                }
                Pause.of(deadline.atMost(LONGEST_PAUSE));
            }
        }
    }

    private static Duration longer(Duration pause) {
        Duration longer = pause.multipliedBy(3).dividedBy(2);
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
}
