/**
 * The clients that may call, and the companies they work in: store, secrets and the administrators' calls. A secret is shown
 * once, when it is made, and kept as a hash only.
 */
@NullMarked
package io.ordermill.api.client;

import org.jspecify.annotations.NullMarked;
