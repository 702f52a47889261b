package io.ordermill.core.file;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/** How JSON from outside is parsed: RFC 8259 without any leniency, within limits. */
public final class UntrustedJson {

    /** The parser remembers names; this keeps a file of nothing but long names from filling the memory. */
    static final int MAX_NAME_LENGTH = 1_000;

    private static final int MAX_UTF8_BYTES = 4;

    private UntrustedJson() {}

    /**
     * A factory for one file or request: factories keep the names they meet, so one for all would collect whatever callers
     * invent. Input must be UTF-8 without a byte order mark; member names may repeat, the reader of an order notices.
     */
    public static JsonFactory factory(FileLimits limits) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        // One more than allowed: the inspection itself notices, and says where.
                        .maxNestingDepth(limits.maxDepth() + 1)
                        .maxStringLength((int) limits.maxValueSize().toBytes())
                        .maxNumberLength((int) limits.maxValueSize().toBytes())
                        .maxNameLength(MAX_UTF8_BYTES * MAX_NAME_LENGTH)
                        .build())
                // It depends on chance, so the second reading of a file could fail where the first did not.
                .disable(TokenStreamFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
                // The only encoding is UTF-8; guessing would let UTF-16 in.
                .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .build();
    }
}
