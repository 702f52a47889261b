package io.ordermill.api.cli;

import java.util.stream.Collectors;

/**
 * A problem document (RFC 9457).
 *
 * @param document missing where the answer was something else, as that of a proxy
 */
record Problem(int status, Json document) {

    String code() {
        return document.text("code");
    }

    boolean is(String code) {
        return code().equals(code);
    }

    String text(String member) {
        return document.text(member);
    }

    /** In one sentence, and a line for each row of reference data that is wrong. */
    String description() {
        if (code().isEmpty()) {
            return "answered with HTTP status " + status + ", and not as Ordermill does.";
        }
        return text("detail") + " (" + status + " " + code() + ")" + errors();
    }

    private String errors() {
        return document.elements("errors").stream()
                .map(error ->
                        "\n  row " + error.text("row") + ", " + error.text("member") + ": " + error.text("message"))
                .collect(Collectors.joining());
    }

    ExitCode exitCode() {
        return switch (status) {
            case 401, 403 -> ExitCode.UNAUTHORISED;
            case 429, 502, 503, 504, 507 -> ExitCode.UNREACHABLE;
            case 400, 404, 413, 415, 422 -> code().isEmpty() ? ExitCode.UNEXPECTED : ExitCode.USAGE;
            default -> ExitCode.UNEXPECTED;
        };
    }

    /** Whether the server asks for the same request again, a little later. */
    boolean isPassing() {
        return status == 429 || status == 503 || is("IDEMPOTENT_REQUEST_IN_PROGRESS");
    }
}
