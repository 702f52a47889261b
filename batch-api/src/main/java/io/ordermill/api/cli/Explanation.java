package io.ordermill.api.cli;

import java.util.List;

/** What a person wants to know, and how to go on, when not all went well. */
final class Explanation {

    private static final int MOST_FREQUENT = 5;

    private final ApiClient api;
    private final Console console;

    Explanation(ApiClient api, Console console) {
        this.api = api;
        this.console = console;
    }

    void of(Operation operation) {
        if (console.isQuiet()) {
            return;
        }
        String failure = OperationText.failure(operation);
        if (!failure.isEmpty()) {
            console.note(failure);
        }
        if (operation.failed() > 0) {
            mostFrequentErrors(operation);
            suggest("All of them", "results", operation.id());
        }
        if (operation.unprocessed() > 0) {
            suggest(
                    operation.unprocessed() + " orders were not processed",
                    "results",
                    operation.id(),
                    "--type",
                    "unprocessed");
        }
    }

    private void mostFrequentErrors(Operation operation) {
        try {
            ErrorSummary.of(operation.id(), false, api).lines(MOST_FREQUENT).forEach(console::note);
        } catch (CommandFailure notToBeHad) {
            // Deleted for their age, perhaps. How the operation ended is known all the same.
        }
    }

    private void suggest(String what, String... arguments) {
        console.note(what + ": " + Invocation.of(List.of(arguments)));
    }
}
