/**
 * Pages for people. A client of the same services the HTTP API uses, with no SQL of its own; nothing depends on it.
 *
 * <p>The way of a request below {@code /console}: the console's own filter chain ({@code ConsoleSecurity}; all other paths
 * stay with the API's, without sessions) begins with {@code FilterFailures}, which turns whatever fails into a page. The session
 * holds who signed in and what the secret matched; {@code PresentCaller} reads the client's record again on every request, so
 * that a revoked client, a rotated secret or a changed scope counts at once, as it does in the API. A controller gets the same
 * {@link io.ordermill.api.security.Caller} as in the API and states its scope by the same {@link
 * io.ordermill.api.client.RequiresScope}; one that states none is closed.
 *
 * <p>A page is a whole document at its own address; htmx asks the same address again and takes from it what it needs. What changes anything is a POST with a CSRF
 * token, from a form or in the header that htmx adds. Nothing is inline: styles and scripts are files of ours (the content
 * security policy admits no others), below a path that holds a digest over all of them.
 *
 * <p>Here are sign-in, layout, assets and failures; each feature has a package of its own below, with its templates in
 * {@code templates/console} under the same name.
 */
@NullMarked
package io.ordermill.api.console;

import org.jspecify.annotations.NullMarked;
