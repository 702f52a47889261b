package io.ordermill.api.results;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the results for readers of the OpenAPI document. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Operation(
        summary = "What became of the orders of an operation, in file order",
        description =
                "failed: each order as it was uploaded, with itemIndex and errors; the JSON array, corrected, is itself"
                        + " a valid upload. success: each saved order in short. unprocessed: orders that were never"
                        + " judged, as they were uploaded, with itemIndex.",
        parameters = {
            @Parameter(
                    name = "type",
                    in = ParameterIn.QUERY,
                    schema =
                            @Schema(
                                    type = "string",
                                    allowableValues = {"failed", "success", "unprocessed"},
                                    defaultValue = "failed")),
            @Parameter(
                    name = "partial",
                    in = ParameterIn.QUERY,
                    description = "true: also of an operation that still runs, what is saved or reported so far;"
                            + " not with type=unprocessed",
                    schema = @Schema(type = "boolean", defaultValue = "false"))
        },
        responses =
                @ApiResponse(
                        responseCode = "200",
                        content = {
                            @Content(
                                    mediaType = "application/json",
                                    array = @ArraySchema(schema = @Schema(type = "object")),
                                    examples = @ExampleObject("""
                                                    [{"customerId": "1O00", "transactionType": "SO",
                                                      "responsible": "FRED", "salesPerson": "SYSEN",
                                                      "orderLines": [{"productCode": "NESP02", "quantity": 50}],
                                                      "itemIndex": 17,
                                                      "errors": [{"code": "UNKNOWN_CUSTOMER",
                                                        "pointer": "/customerId",
                                                        "message": "There is no customer 1O00.",
                                                        "value": "1O00"}]}]""")),
                            @Content(
                                    mediaType = "application/x-ndjson",
                                    schema = @Schema(type = "string", description = "one element a line")),
                            @Content(
                                    mediaType = "text/csv",
                                    schema = @Schema(type = "string", description = "failed: one row for each error"))
                        }))
@interface ResultsDocumentation {}
