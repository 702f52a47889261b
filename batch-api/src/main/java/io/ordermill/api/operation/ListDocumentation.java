package io.ordermill.api.operation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Describes the list of operations for readers of the OpenAPI document. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Operation(
        summary = "List batch operations, newest first",
        responses = {
            @ApiResponse(
                    responseCode = "200",
                    content = @Content(schema = @Schema(implementation = ListDocumentation.OperationPage.class))),
            @ApiResponse(responseCode = "304", description = "what If-None-Match names is still so", content = @Content)
        },
        parameters = {
            @Parameter(
                    name = "status",
                    in = ParameterIn.QUERY,
                    description = "name or letter, repeatable",
                    array = @ArraySchema(schema = @Schema(type = "string"))),
            @Parameter(name = "companyId", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
            @Parameter(name = "label", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
            @Parameter(
                    name = "timeFrom",
                    in = ParameterIn.QUERY,
                    description = "submitted at or after; without an offset it is in UTC",
                    schema = @Schema(type = "string", format = "date-time")),
            @Parameter(
                    name = "timeWindow",
                    in = ParameterIn.QUERY,
                    description = "begins at timeFrom or, without it, ends now",
                    schema = @Schema(type = "string", format = "duration")),
            @Parameter(name = "submittedBy", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
            @Parameter(
                    name = "pageSize",
                    in = ParameterIn.QUERY,
                    schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50")),
            @Parameter(
                    name = "cursor",
                    in = ParameterIn.QUERY,
                    description =
                            "that of the page before; the other parameters must be the same as there, but for pageSize",
                    schema = @Schema(type = "string"))
        })
@interface ListDocumentation {

    /** A page as it goes over the wire. */
    record OperationPage(
            List<OperationView> items, @Nullable String cursor, boolean hasMore) {}
}
