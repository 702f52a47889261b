package io.ordermill.core.operation;

/** Counts operations that have not ended, for the limits of the queue. */
public interface OpenOperations {

    /**
     * So many have not ended.
     *
     * @param ofCompany those of the company asked about
     * @param ofAll those of all companies
     */
    record Count(int ofCompany, int ofAll) {}

    Count count(String companyId);

    /**
     * Counts with nobody else submitting: whoever else asks this way waits for the end of the caller's transaction. So it
     * comes last in there, and what the transaction has created is counted.
     */
    Count countAlone(String companyId);
}
