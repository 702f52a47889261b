package io.ordermill.worker.job;

import io.ordermill.core.file.FileItem;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.order.DraftOrder;
import io.ordermill.core.order.JudgedItem;
import io.ordermill.core.reference.ReferenceKey;
import io.ordermill.core.reference.ReferenceResolver;
import io.ordermill.core.reference.References;
import io.ordermill.core.validation.OrderValidator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Resolves the references of a page by set and judges its items. */
@Component
class PageJudge {

    private final OrderValidator validator;
    private final ReferenceResolver resolver;

    PageJudge(OrderValidator validator, ReferenceResolver resolver) {
        this.validator = validator;
        this.resolver = resolver;
    }

    List<JudgedItem> judge(Operation operation, List<FileItem<Optional<DraftOrder>>> page) {
        Set<ReferenceKey> keys = page.stream()
                .flatMap(item -> item.value().stream())
                .flatMap(draft -> validator.references(draft).stream())
                .collect(Collectors.toSet());
        References references = resolver.resolve(operation.companyId(), keys);
        boolean skipWorkflow = operation.options().skipWorkflow();
        return page.stream()
                .map(item -> new JudgedItem(
                        item.index(),
                        item.json(),
                        validator.judge(item.value().orElse(null), references, skipWorkflow)))
                .toList();
    }
}
