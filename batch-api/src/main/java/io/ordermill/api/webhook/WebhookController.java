package io.ordermill.api.webhook;

import io.ordermill.api.client.RequiresScope;
import io.ordermill.api.client.Scope;
import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import io.ordermill.api.security.Caller;
import io.ordermill.api.web.Cursor;
import io.ordermill.api.web.Links;
import io.ordermill.api.web.Page;
import io.ordermill.api.web.QueryParameters;
import io.ordermill.core.webhook.CallableAddress;
import io.ordermill.core.webhook.Webhook;
import io.ordermill.core.webhook.WebhookSecret;
import io.ordermill.core.webhook.WebhookSettings;
import io.ordermill.core.webhook.WebhookStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Webhooks of the caller's companies. */
@RestController
@RequestMapping(path = "/v1/webhooks", produces = MediaType.APPLICATION_JSON_VALUE)
class WebhookController {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final WebhookStore webhooks;
    private final CallableAddress addresses;
    private final TestCalls tests;
    private final WebhookSettings settings;

    WebhookController(WebhookStore webhooks, CallableAddress addresses, TestCalls tests, WebhookSettings settings) {
        this.webhooks = webhooks;
        this.addresses = addresses;
        this.tests = tests;
        this.settings = settings;
    }

    @Operation(summary = "Register a webhook; the answer has its secret, and no other one has")
    @RequiresScope(Scope.ORDERS_IMPORT)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<WebhookView> create(@RequestBody WebhookRequest body, HttpServletRequest request, Caller caller) {
        QueryParameters.of(request);
        String companyId = caller.company(body.companyId());
        addresses.complaint(body.requiredUrl()).ifPresent(complaint -> {
            throw WebhookRequest.invalid(complaint);
        });
        if (webhooks.list(Set.of(companyId)).size() >= settings.maxPerCompany()) {
            throw new ProblemException(
                    ProblemCode.TOO_MANY_WEBHOOKS,
                    "The company has " + settings.maxPerCompany() + " webhooks already.");
        }
        WebhookSecret secret = WebhookSecret.generate();
        Links links = Links.ofCurrentRequest();
        Webhook webhook = webhooks.create(
                companyId, body.requiredUrl(), body.subscribed(), links.root(), caller.clientId(), secret);
        return ResponseEntity.created(URI.create(links.webhook(webhook.webhookId())))
                .cacheControl(CacheControl.noStore())
                .body(WebhookView.of(webhook, secret));
    }

    @Operation(summary = "List the webhooks of the caller's companies")
    @Parameter(name = "companyId", in = ParameterIn.QUERY)
    @RequiresScope(Scope.ORDERS_IMPORT)
    @GetMapping
    Page<WebhookView> list(HttpServletRequest request, Caller caller) {
        String companyId = QueryParameters.of(request, "companyId").text("companyId");
        Set<String> companies = companyId == null ? caller.companyIds() : Set.of(caller.company(companyId));
        return new Page<>(webhooks.list(companies).stream().map(WebhookView::of).toList(), null, false);
    }

    @Operation(summary = "Show a webhook")
    @RequiresScope(Scope.ORDERS_IMPORT)
    @GetMapping("/{id}")
    WebhookView show(@PathVariable String id, HttpServletRequest request, Caller caller) {
        QueryParameters.of(request);
        return WebhookView.of(find(id, caller));
    }

    @Operation(summary = "Enable or disable a webhook, or change its events")
    @RequiresScope(Scope.ORDERS_IMPORT)
    @PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    WebhookView change(
            @PathVariable String id, @RequestBody WebhookChange change, HttpServletRequest request, Caller caller) {
        QueryParameters.of(request);
        Webhook webhook = find(id, caller);
        webhooks.update(webhook.webhookId(), change.events(webhook), change.disabledReason(webhook));
        return WebhookView.of(find(id, caller));
    }

    @Operation(summary = "Delete a webhook with its secret and its deliveries")
    @RequiresScope(Scope.ORDERS_IMPORT)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, HttpServletRequest request, Caller caller) {
        QueryParameters.of(request);
        webhooks.delete(find(id, caller).webhookId());
    }

    @Operation(summary = "Call a webhook once with the event webhook.test; the deliveries tell what came of it")
    @RequiresScope(Scope.ORDERS_IMPORT)
    @PostMapping("/{id}/test")
    ResponseEntity<DeliveryView> test(@PathVariable String id, HttpServletRequest request, Caller caller) {
        QueryParameters.of(request);
        Webhook webhook = find(id, caller);
        if (!webhook.isEnabled()) {
            throw new ProblemException(ProblemCode.WEBHOOK_DISABLED, "The webhook is disabled; enable it first.");
        }
        return ResponseEntity.accepted().body(DeliveryView.of(tests.enqueue(webhook.webhookId())));
    }

    @Operation(summary = "List the deliveries of a webhook, newest first, each with its attempts")
    @Parameter(name = "pageSize", in = ParameterIn.QUERY)
    @Parameter(name = "cursor", in = ParameterIn.QUERY)
    @RequiresScope(Scope.ORDERS_IMPORT)
    @GetMapping("/{id}/deliveries")
    Page<DeliveryView> deliveries(@PathVariable String id, HttpServletRequest request, Caller caller) {
        QueryParameters query = QueryParameters.of(request, "pageSize", "cursor");
        int pageSize = query.between("pageSize", 50, 1, 200);
        UUID before = before(query.text("cursor"));
        return Page.of(
                webhooks.deliveries(find(id, caller).webhookId(), before, pageSize + 1),
                pageSize,
                delivery -> delivery.deliveryId().toString(),
                DeliveryView::of);
    }

    private static @Nullable UUID before(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        String position = Cursor.decode(cursor);
        if (!ID.matcher(position).matches()) {
            throw Cursor.foreign();
        }
        return UUID.fromString(position);
    }

    private Webhook find(String id, Caller caller) {
        if (!ID.matcher(id).matches()) {
            throw notFound();
        }
        return webhooks.find(UUID.fromString(id))
                .filter(webhook -> caller.mayWorkIn(webhook.companyId()))
                .orElseThrow(WebhookController::notFound);
    }

    private static ProblemException notFound() {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is no such webhook.");
    }
}
