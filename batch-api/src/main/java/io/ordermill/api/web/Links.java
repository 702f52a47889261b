package io.ordermill.api.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** Absolute URLs as the caller of the current request sees this service, also behind a proxy. */
public final class Links {

    private static final String OPERATION = "/v1/batch-operations/{id}";

    private final UriComponentsBuilder base;

    private Links(UriComponentsBuilder base) {
        this.base = base;
    }

    public static Links ofCurrentRequest() {
        return new Links(ServletUriComponentsBuilder.fromCurrentContextPath());
    }

    /** Of this service, without a slash at its end. */
    public String root() {
        return base.cloneBuilder().build().toUriString();
    }

    public String webhook(UUID webhookId) {
        return link("/v1/webhooks/{id}", null, null, webhookId);
    }

    /**
     * A page about one operation.
     *
     * @param page {@code status}, {@code results} or {@code cancel}
     */
    public String operation(UUID operationId, String page) {
        return link(OPERATION + "/" + page, null, null, operationId);
    }

    public String successes(UUID operationId) {
        return link(OPERATION + "/results", "type", "success", operationId);
    }

    public String order(String companyId, long orderNumber) {
        return link("/v1/sales-orders/{number}", "companyId", companyId, orderNumber);
    }

    private String link(String path, @Nullable String parameter, @Nullable String value, Object variable) {
        UriComponentsBuilder link = base.cloneBuilder().path(path);
        if (parameter != null) {
            link.queryParam(parameter, "{value}");
        }
        return link.encode().buildAndExpand(variable, value).toUriString();
    }
}
