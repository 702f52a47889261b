package io.ordermill.api.submit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the submission for readers of the OpenAPI document, so that its form can be tried there. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Operation(
        summary = "Submit a batch of sales orders",
        description = "Answers as soon as the file is stored and queued. What is wrong with the content of the file is"
                + " reported by the operation, never here.",
        requestBody =
                @RequestBody(
                        required = true,
                        content = {
                            @Content(
                                    mediaType = "multipart/form-data",
                                    schema = @Schema(implementation = SubmitDocumentation.Form.class)),
                            @Content(
                                    mediaType = "application/json",
                                    schema = @Schema(type = "array", description = "the orders themselves"),
                                    examples = @ExampleObject("""
                                            [{"customerId": "1000", "transactionType": "SO", "responsible": "FRED",
                                              "salesPerson": "SYSEN", "externalOrderId": "web-4711",
                                              "orderLines": [{"productCode": "NESP02", "quantity": 50, "price": 0.90}]}]""")),
                            @Content(
                                    mediaType = "application/gzip",
                                    schema = @Schema(type = "string", format = "binary")),
                            @Content(
                                    mediaType = "application/zstd",
                                    schema = @Schema(type = "string", format = "binary"))
                        }),
        parameters = {
            @Parameter(
                    name = "Idempotency-Key",
                    in = ParameterIn.HEADER,
                    description =
                            "your own name for this request: sent again with the same key, parameters and bytes, it"
                                    + " gets the first answer again and nothing is imported twice",
                    schema = @Schema(type = "string", minLength = 1, maxLength = 255)),
            @Parameter(
                    name = "companyId",
                    in = ParameterIn.QUERY,
                    description = "the company every order is created in; default: the client's default company",
                    schema = @Schema(type = "string")),
            @Parameter(
                    name = "skipWorkflow",
                    in = ParameterIn.QUERY,
                    description = "picks the limits; false also makes one workflow task per saved detail line",
                    schema = @Schema(type = "boolean", defaultValue = "false")),
            @Parameter(
                    name = "dryRun",
                    in = ParameterIn.QUERY,
                    description = "everything is judged and reported as in earnest, and nothing saved",
                    schema = @Schema(type = "boolean", defaultValue = "false")),
            @Parameter(
                    name = "errorPolicy",
                    in = ParameterIn.QUERY,
                    description =
                            "partial: valid orders are saved, the others reported; atomic: one invalid order, and none"
                                    + " is saved",
                    schema =
                            @Schema(
                                    type = "string",
                                    allowableValues = {"partial", "atomic"},
                                    defaultValue = "partial")),
            @Parameter(
                    name = "maxErrors",
                    in = ParameterIn.QUERY,
                    description = "the import fails once so many orders have; saved pages stay",
                    schema = @Schema(type = "integer", minimum = "1")),
            @Parameter(
                    name = "unknownFields",
                    in = ParameterIn.QUERY,
                    description = "a member the order model does not have is an error of its order, or dropped",
                    schema =
                            @Schema(
                                    type = "string",
                                    allowableValues = {"reject", "ignore"},
                                    defaultValue = "reject")),
            @Parameter(
                    name = "label",
                    in = ParameterIn.QUERY,
                    description = "your own text, shown and filterable",
                    schema = @Schema(type = "string", maxLength = 200))
        })
@interface SubmitDocumentation {

    /**
     * The form.
     *
     * @param file the part may have any name, also none
     */
    record Form(
            @Schema(type = "string", format = "binary", description = "JSON, gzip or zstd")
            String file) {}
}
