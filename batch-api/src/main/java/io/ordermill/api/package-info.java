/**
 * The HTTP face of the product: one package per feature, plus {@code security} (who may do what), {@code problem} (how
 * every error looks) and {@code web} (what the features share). No class here names a worker class: the worker joins this
 * process through the runtime classpath only, and through nothing but the database.
 */
@NullMarked
package io.ordermill.api;

import org.jspecify.annotations.NullMarked;
