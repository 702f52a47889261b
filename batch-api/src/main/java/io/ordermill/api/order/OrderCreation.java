package io.ordermill.api.order;

import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import io.ordermill.core.file.ItemBytes;
import io.ordermill.core.order.DraftOrder;
import io.ordermill.core.order.JudgedItem;
import io.ordermill.core.order.Judgement;
import io.ordermill.core.order.OrderError;
import io.ordermill.core.order.OrderPageWriter;
import io.ordermill.core.order.PageContext;
import io.ordermill.core.order.PageOutcome;
import io.ordermill.core.order.PreparedItem;
import io.ordermill.core.order.StoredJson;
import io.ordermill.core.reference.ReferenceResolver;
import io.ordermill.core.reference.References;
import io.ordermill.core.validation.OrderLimits;
import io.ordermill.core.validation.OrderValidator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.util.RawValue;

/** Creates one order as a batch of one: the same rules, the same writer, one page. */
@Component
class OrderCreation {

    private final OrderValidator validator;
    private final OrderLimits limits;
    private final ReferenceResolver references;
    private final OrderPageWriter writer;
    private final TransactionTemplate transaction;

    OrderCreation(
            OrderValidator validator,
            OrderLimits limits,
            ReferenceResolver references,
            OrderPageWriter writer,
            TransactionTemplate transaction) {
        this.validator = validator;
        this.limits = limits;
        this.references = references;
        this.writer = writer;
        this.transaction = transaction;
    }

    int maxLines(boolean skipWorkflow) {
        return limits.linesPerOrder(skipWorkflow);
    }

    /**
     * Saves an order and returns its number.
     *
     * @param draft null for a text that was no object
     * @param json the text itself (UTF-8)
     * @throws ProblemException 422 with everything that is wrong with it
     */
    long create(String companyId, boolean skipWorkflow, @Nullable DraftOrder draft, byte[] json) {
        References resolved = references.resolve(companyId, draft == null ? Set.of() : validator.references(draft));
        Judgement judgement = validator.judge(draft, resolved, skipWorkflow);
        PageContext context = new PageContext(companyId, null, skipWorkflow, limits.itemsPerBatch(skipWorkflow), 0);
        List<PreparedItem> page = writer.prepare(List.of(new JudgedItem(0, ItemBytes.of(json), judgement)));
        PageOutcome outcome = transaction.execute(status -> writer.write(context, page));
        if (!outcome.refused().isEmpty()) {
            throw refused(outcome.refused().get(0).errors());
        }
        return outcome.saved().get(0).orderNumber();
    }

    private static ProblemException refused(List<OrderError> errors) {
        // Half a surrogate pair in an offending value cannot be sent; it is shown as a question mark.
        byte[] sendable = StoredJson.errors(errors).getBytes(StandardCharsets.UTF_8);
        return new ProblemException(
                        ProblemCode.INVALID_ORDER, "The order was not saved; errors lists what is wrong with it.")
                .with("errors", new RawValue(new String(sendable, StandardCharsets.UTF_8)));
    }
}
