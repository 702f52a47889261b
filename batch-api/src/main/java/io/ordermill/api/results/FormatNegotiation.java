package io.ordermill.api.results;

import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Chooses a format by what the caller accepts (RFC 9110, section 12.5.1): for each format the most specific range counts.
 * Among formats of equal quality the one that is named wins over one that is only not excluded, then the one named first.
 */
final class FormatNegotiation {

    private final List<MediaType> accepted;

    private FormatNegotiation(List<MediaType> accepted) {
        this.accepted = accepted;
    }

    /** The format, or 406. */
    static ResultFormat choose(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        if (headers.stream().allMatch(String::isBlank)) {
            return ResultFormat.JSON;
        }
        try {
            return new FormatNegotiation(MediaType.parseMediaTypes(headers)).choose();
        } catch (InvalidMediaTypeException malformed) {
            throw notAcceptable();
        }
    }

    private ResultFormat choose() {
        return Arrays.stream(ResultFormat.values())
                .filter(format -> quality(format) > 0)
                .min(Comparator.comparingDouble((ResultFormat format) -> -quality(format))
                        .thenComparingInt(format -> -specificity(range(format)))
                        .thenComparingInt(format -> accepted.indexOf(range(format))))
                .orElseThrow(FormatNegotiation::notAcceptable);
    }

    private double quality(ResultFormat format) {
        MediaType range = range(format);
        return range == null ? 0 : range.getQualityValue();
    }

    private @Nullable MediaType range(ResultFormat format) {
        return accepted.stream()
                .filter(range -> range.includes(format.mediaType()))
                .max(Comparator.comparingInt(FormatNegotiation::specificity))
                .orElse(null);
    }

    private static int specificity(@Nullable MediaType range) {
        return range == null || range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
    }

    private static ProblemException notAcceptable() {
        String offered = String.join(
                ", ",
                Arrays.stream(ResultFormat.values())
                        .map(format -> format.mediaType().getType() + "/"
                                + format.mediaType().getSubtype())
                        .toList());
        return new ProblemException(ProblemCode.NOT_ACCEPTABLE, "This call gives " + offered + ".");
    }
}
