package io.ordermill.api.cli;

/** The server has answered, with a problem. */
final class Refusal extends CommandFailure {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    Refusal(Problem problem, String message) {
        super(problem.exitCode(), message);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
