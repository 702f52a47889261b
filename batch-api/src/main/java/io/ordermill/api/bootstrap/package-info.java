/**
 * The first start: a first client, while there is none. On the embedded database it comes with a demo company, so that the
 * examples work at once; elsewhere it is the administrator the operator has named. There is no default secret.
 */
@NullMarked
package io.ordermill.api.bootstrap;

import org.jspecify.annotations.NullMarked;
