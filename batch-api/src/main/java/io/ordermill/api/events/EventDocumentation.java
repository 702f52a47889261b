package io.ordermill.api.events;

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

/** Describes the stream for readers of the OpenAPI document. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Operation(
        summary = "Follow a batch operation by Server-Sent Events",
        description =
                "One status event per change, at most four a second; its data is the answer of /status. The last one"
                        + " is terminal, then the stream ends.",
        parameters =
                @Parameter(
                        name = "Last-Event-ID",
                        in = ParameterIn.HEADER,
                        description = "the id of the last event the listener has; it gets what is newer",
                        schema = @Schema(type = "string")),
        responses = {
            @ApiResponse(
                    responseCode = "200",
                    content =
                            @Content(
                                    mediaType = "text/event-stream",
                                    schema = @Schema(type = "string"),
                                    examples = @ExampleObject("""
                                        id:9e107d9d372bb6826bd81d3542a419d6
                                        event:status
                                        data:{"batchRequestId":"01998f3a-…","status":"InProgress",…}

                                        """))),
            @ApiResponse(
                    responseCode = "204",
                    description = "the listener has the terminal event; EventSource does not come back",
                    content = @Content),
            @ApiResponse(
                    responseCode = "503",
                    description = "this process has as many streams open as it may",
                    content = @Content)
        })
@interface EventDocumentation {}
