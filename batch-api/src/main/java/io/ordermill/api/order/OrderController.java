package io.ordermill.api.order;

import io.ordermill.api.client.RequiresScope;
import io.ordermill.api.client.Scope;
import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import io.ordermill.api.security.Caller;
import io.ordermill.api.web.BodyBytes;
import io.ordermill.api.web.EntityTag;
import io.ordermill.api.web.Links;
import io.ordermill.api.web.QueryParameters;
import io.ordermill.core.file.FileLimits;
import io.ordermill.core.order.DraftOrder;
import io.ordermill.core.order.OrderStore;
import io.ordermill.core.order.OrderWriter;
import io.ordermill.core.order.SalesOrder;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Creates single orders and gives saved ones back. */
@RestController
@RequestMapping(path = "/v1/sales-orders", produces = MediaType.APPLICATION_JSON_VALUE)
class OrderController {

    private final OrderText texts;
    private final OrderCreation creation;
    private final OrderStore orders;
    private final FileLimits limits;
    private final JsonMapper json;

    OrderController(OrderText texts, OrderCreation creation, OrderStore orders, FileLimits limits, JsonMapper json) {
        this.texts = texts;
        this.creation = creation;
        this.orders = orders;
        this.limits = limits;
        this.json = json;
    }

    record WorkflowTaskView(int lineNumber) {}

    @Parameter(name = "companyId", in = ParameterIn.QUERY)
    @Parameter(name = "skipWorkflow", in = ParameterIn.QUERY)
    @RequestBody(content = @Content(schema = @Schema(type = "object")))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(type = "object")))
    @RequiresScope(Scope.ORDERS_WRITE)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> create(HttpServletRequest request, Caller caller) {
        QueryParameters query = QueryParameters.of(request, "companyId", "skipWorkflow");
        boolean skipWorkflow = query.flag("skipWorkflow", false);
        String companyId = caller.company(query.text("companyId"));
        byte[] body = BodyBytes.read(request, limits.maxItemSize());
        DraftOrder draft = texts.read(BodyBytes.text(body), creation.maxLines(skipWorkflow));
        long orderNumber = creation.create(companyId, skipWorkflow, draft, body);
        return ResponseEntity.created(URI.create(Links.ofCurrentRequest().order(companyId, orderNumber)))
                .contentType(MediaType.APPLICATION_JSON)
                .body(render(stored(companyId, orderNumber)));
    }

    @Parameter(name = "companyId", in = ParameterIn.QUERY)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
    @RequiresScope(Scope.ORDERS_READ)
    @GetMapping("/{orderNumber}")
    ResponseEntity<byte[]> find(@PathVariable String orderNumber, HttpServletRequest request, Caller caller) {
        SalesOrder order = stored(company(request, caller), number(orderNumber));
        return EntityTag.answer(request, render(order));
    }

    @Parameter(name = "companyId", in = ParameterIn.QUERY)
    @RequiresScope(Scope.ORDERS_READ)
    @GetMapping("/{orderNumber}/postings")
    List<PostingView> postings(@PathVariable String orderNumber, HttpServletRequest request, Caller caller) {
        String companyId = company(request, caller);
        stored(companyId, number(orderNumber));
        return orders.postings(companyId, number(orderNumber)).stream()
                .map(PostingView::of)
                .toList();
    }

    @Parameter(name = "companyId", in = ParameterIn.QUERY)
    @RequiresScope(Scope.ORDERS_READ)
    @GetMapping("/{orderNumber}/workflow-tasks")
    List<WorkflowTaskView> tasks(@PathVariable String orderNumber, HttpServletRequest request, Caller caller) {
        String companyId = company(request, caller);
        stored(companyId, number(orderNumber));
        return orders.workflowTaskLines(companyId, number(orderNumber)).stream()
                .map(WorkflowTaskView::new)
                .toList();
    }

    private static String company(HttpServletRequest request, Caller caller) {
        return caller.company(QueryParameters.of(request, "companyId").text("companyId"));
    }

    private static long number(String text) {
        if (!text.matches("[1-9][0-9]{0,14}")) {
            throw notFound();
        }
        return Long.parseLong(text);
    }

    private SalesOrder stored(String companyId, long orderNumber) {
        return orders.find(companyId, orderNumber).orElseThrow(OrderController::notFound);
    }

    private byte[] render(SalesOrder order) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = json.createGenerator(bytes)) {
            OrderWriter.write(order, generator);
        }
        return bytes.toByteArray();
    }

    private static ProblemException notFound() {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is no such sales order.");
    }
}
