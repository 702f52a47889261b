package io.ordermill.api.client;

import io.ordermill.core.company.Company;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator says of a company.
 *
 * @param uniqueExternalOrderIds off where left out
 */
record CompanyRequest(@Nullable String name, @Nullable Boolean uniqueExternalOrderIds) {

    private static final int MAX_NAME_LENGTH = 255;

    Company toCompany(String companyId) {
        if (name == null || name.isBlank() || name.codePointCount(0, name.length()) > MAX_NAME_LENGTH) {
            throw ClientRequest.invalid("A company needs a name of at most " + MAX_NAME_LENGTH + " characters.");
        }
        if (name.codePoints().anyMatch(CompanyRequest::isUnstorable)) {
            throw ClientRequest.invalid("The name has a character that cannot be stored.");
        }
        return new Company(companyId, name, Boolean.TRUE.equals(uniqueExternalOrderIds));
    }

    private static boolean isUnstorable(int codePoint) {
        return Character.isISOControl(codePoint)
                || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
}
