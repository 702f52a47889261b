package io.ordermill.core.company;

/** Unique external order ids cannot be switched on while saved orders share one. */
public class ExternalOrderIdsNotUniqueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ExternalOrderIdsNotUniqueException(String companyId, Throwable cause) {
        super("Company " + companyId + " has saved orders that share an external order id.", cause);
    }
}
