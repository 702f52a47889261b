package io.ordermill.api.submit;

import io.ordermill.api.operation.OperationView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the retry for readers of the OpenAPI document. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Operation(
        summary = "Retry what an operation did not save",
        description =
                "A new operation over the failed and unprocessed orders of one that has ended, in file order and with"
                        + " its parameters; retryOf names the first. Without a body the orders are taken as they were uploaded;"
                        + " a body is a corrected file, as in a submission. An operation can be retried once; what the retry"
                        + " leaves, a retry of the retry takes up.",
        requestBody =
                @RequestBody(
                        required = false,
                        content = {
                            @Content(
                                    mediaType = "multipart/form-data",
                                    schema = @Schema(implementation = SubmitDocumentation.Form.class)),
                            @Content(
                                    mediaType = "application/json",
                                    schema = @Schema(type = "array", description = "the corrected orders")),
                            @Content(
                                    mediaType = "application/gzip",
                                    schema = @Schema(type = "string", format = "binary")),
                            @Content(
                                    mediaType = "application/zstd",
                                    schema = @Schema(type = "string", format = "binary"))
                        }),
        responses = {
            @ApiResponse(
                    responseCode = "201",
                    description = "Location tells where to follow the new operation",
                    content =
                            @Content(
                                    mediaType = "application/json",
                                    schema = @Schema(implementation = OperationView.class))),
            @ApiResponse(
                    responseCode = "409",
                    description = "still running, retried already, nothing left, or the file cannot be read again",
                    content = @Content(mediaType = "application/problem+json", examples = @ExampleObject("""
                                                    {"status": 409, "title": "Conflict", "code": "OPERATION_RETRIED",
                                                     "detail": "The operation has been retried already, by 0199…",
                                                     "instance": "/v1/batch-operations/0199…/retry",
                                                     "retriedBy": "0199…"}"""))),
            @ApiResponse(responseCode = "410", description = "the uploaded file is not kept any more")
        })
@interface RetryDocumentation {}
