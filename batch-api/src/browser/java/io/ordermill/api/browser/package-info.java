/**
 * The console as its users meet it: the packaged product as a process of its own, and a real Chromium before it. Whatever the
 * browser complains of fails a test, expected or not: errors in the console, uncaught exceptions, violations of the content
 * security policy, requests that failed. Run by {@code -Pbrowser}; pictures go to {@code target/screenshots}.
 */
@NullMarked
package io.ordermill.api.browser;

import org.jspecify.annotations.NullMarked;
