/**
 * What the HTTP features share: strict reading of the query string, opaque cursors and absolute links. Query parameters are
 * read from the query string alone, never through the servlet's parameters, which would touch the body.
 */
@NullMarked
package io.ordermill.api.web;

import org.jspecify.annotations.NullMarked;
