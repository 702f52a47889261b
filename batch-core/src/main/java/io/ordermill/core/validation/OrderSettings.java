package io.ordermill.core.validation;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What orders may say beyond what their types allow.
 *
 * @param acceptedStatuses of orders and lines, compared exactly; default {@code N}: only new orders are imported
 */
@ConfigurationProperties("ordermill.order")
public record OrderSettings(@DefaultValue("N") List<String> acceptedStatuses) {

    public OrderSettings {
        acceptedStatuses = List.copyOf(acceptedStatuses);
    }
}
