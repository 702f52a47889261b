/**
 * Who may do what. A client proves itself by HTTP Basic or by a bearer token, on every call; what it may do is read from the
 * database on every call, so that a revoked client, a rotated secret or a changed scope counts at once, also for tokens
 * issued before. Tokens come from this service's own {@code /oauth2/token} or, by {@code ordermill.security.issuer-uri},
 * from an external issuer. Controllers state their scope by {@link io.ordermill.api.client.RequiresScope}; one that
 * states none is closed.
 */
@NullMarked
package io.ordermill.api.security;

import org.jspecify.annotations.NullMarked;
