package io.ordermill.core.operation;

/** What an invalid order means for the others of its file. The codes are those of the HTTP contract and of the column. */
public enum ErrorPolicy {
    /** Nothing: they are saved page by page. */
    PARTIAL("partial"),
    /** None is saved unless all are, in one transaction. */
    ATOMIC("atomic");

    private final String code;

    ErrorPolicy(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static ErrorPolicy ofCode(String code) {
        for (ErrorPolicy policy : values()) {
            if (policy.code.equals(code)) {
                return policy;
            }
        }
        throw new IllegalArgumentException("no error policy has the code " + code);
    }
}
