package io.ordermill.api.faults;

import java.util.Locale;

/** Where work stands when the process is killed: at a statement of a submission or of its import, at a moment around it. */
enum HaltPoint {
    SUBMISSION_BEGUN("insert into upload (", 1, Moment.AFTER),
    SUBMISSION_FILE_STORED("insert into upload_chunk", 1, Moment.AFTER),
    SUBMISSION_NOT_ANSWERED("insert into batch_operation (", 1, Moment.AFTER_COMMIT),
    /** The last one: no other submission gets by. */
    SUBMISSION_NOT_COMMITTED("insert into batch_operation (", 1, Moment.BEFORE_COMMIT),
    BEFORE_CLAIM("case status when 'N'", 1, Moment.BEFORE),
    CLAIM_NOT_COMMITTED("case status when 'N'", 1, Moment.BEFORE_COMMIT),
    CLAIMED("case status when 'N'", 1, Moment.AFTER_COMMIT),
    BEFORE_JOB("insert into batch_job_execution(", 1, Moment.BEFORE),
    JOB_CREATED("insert into batch_job_execution(", 1, Moment.AFTER_COMMIT),
    INSPECTION_CREATED("insert into batch_step_execution(", 1, Moment.AFTER_COMMIT),
    BEFORE_FILE_IS_INSPECTED("select content, sha256 from upload_chunk", 1, Moment.BEFORE),
    BEFORE_TOTAL("set total_items", 1, Moment.BEFORE),
    TOTAL_RECORDED("set total_items", 1, Moment.AFTER),
    IMPORT_CREATED("insert into batch_step_execution(", 2, Moment.AFTER_COMMIT),
    BEFORE_FILE_IS_READ("select content, sha256 from upload_chunk", 2, Moment.BEFORE),
    BEFORE_ORDER_IDS("nextval('sales_order_id')", 1, Moment.BEFORE),
    ORDER_IDS_DRAWN("nextval('sales_order_id')", 1, Moment.AFTER),
    PAGE_BEGUN("select unique_external_order_ids", 1, Moment.AFTER),
    BEFORE_NUMBERS("update number_series set next_number", 1, Moment.BEFORE),
    NUMBERS_DRAWN("update number_series set next_number", 1, Moment.AFTER),
    BEFORE_REFUSED_ITEMS("insert into failed_item", 1, Moment.BEFORE),
    REFUSED_ITEMS_RECORDED("insert into failed_item", 1, Moment.AFTER),
    BEFORE_CHECKPOINT("set succeeded_items", 1, Moment.BEFORE),
    PAGE_NOT_COMMITTED("set succeeded_items", 1, Moment.BEFORE_COMMIT),
    PAGE_COMMITTED("set succeeded_items", 1, Moment.AFTER_COMMIT),
    SECOND_PAGE_BEGUN("select unique_external_order_ids", 2, Moment.AFTER),
    SECOND_PAGE_NOT_COMMITTED("set succeeded_items", 2, Moment.BEFORE_COMMIT),
    LAST_PAGE_COMMITTED("set succeeded_items", 4, Moment.AFTER_COMMIT),
    BEFORE_END("set status = case when status = 'K'", 1, Moment.BEFORE),
    END_NOT_COMMITTED("set status = case when status = 'K'", 1, Moment.BEFORE_COMMIT),
    ENDED("set status = case when status = 'K'", 1, Moment.AFTER_COMMIT),
    BEFORE_QUEUE_ENTRY_IS_REMOVED("delete from scheduled_tasks", 1, Moment.BEFORE),
    QUEUE_ENTRY_REMOVED("delete from scheduled_tasks", 1, Moment.AFTER),
    CANCEL_ASKED_FOR("select unique_external_order_ids", 2, Moment.AFTER),
    CANCEL_SEEN("set succeeded_items", 3, Moment.AFTER),
    CANCEL_SEEN_AND_PAGE_COMMITTED("set succeeded_items", 3, Moment.AFTER_COMMIT),
    CANCEL_BEFORE_END("set status = case when status = 'K'", 1, Moment.BEFORE),
    CANCEL_END_NOT_COMMITTED("set status = case when status = 'K'", 1, Moment.BEFORE_COMMIT),
    CANCEL_ENDED("set status = case when status = 'K'", 1, Moment.AFTER_COMMIT);

    enum Moment {
        BEFORE,
        AFTER,
        /** Before the commit of the transaction that the statement is in. */
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    private final String statement;
    private final int occurrence;
    private final Moment moment;

    HaltPoint(String statement, int occurrence, Moment moment) {
        this.statement = statement.toLowerCase(Locale.ROOT);
        this.occurrence = occurrence;
        this.moment = moment;
    }

    String statement() {
        return statement;
    }

    int occurrence() {
        return occurrence;
    }

    Moment moment() {
        return moment;
    }

    /** Whether it is for submissions. */
    boolean isInSubmission() {
        return name().startsWith("SUBMISSION_");
    }

    /** Whether it is for imports whose cancellation is asked for while their second page is running. */
    boolean isInCancel() {
        return name().startsWith("CANCEL_");
    }
}
