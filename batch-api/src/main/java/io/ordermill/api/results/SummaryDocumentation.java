package io.ordermill.api.results;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the summary for readers of the OpenAPI document. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Operation(
        summary = "What is wrong with the failed orders, by code and message",
        description = "Most frequent first, at most 1,000 groups; hasMore tells that there are rarer ones. count is the"
                + " number of errors, of which one order may have several.",
        parameters =
                @Parameter(
                        name = "partial",
                        in = ParameterIn.QUERY,
                        description = "true: also of an operation that still runs, as far as it has come",
                        schema = @Schema(type = "boolean", defaultValue = "false")),
        responses =
                @ApiResponse(
                        responseCode = "200",
                        content =
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(implementation = io.ordermill.core.outcome.ErrorSummary.class),
                                        examples = @ExampleObject("""
                                                        {"groups": [{"code": "UNKNOWN_CUSTOMER",
                                                          "message": "There is no customer 1O00.",
                                                          "count": 2, "firstItemIndex": 17}],
                                                         "hasMore": false}"""))))
@interface SummaryDocumentation {}
