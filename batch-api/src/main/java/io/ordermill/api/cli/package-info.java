/**
 * The command line: a client of the HTTP interface like any other, in the same jar, so that there is nothing to install.
 *
 * <p>{@link io.ordermill.api.cli.CommandLineClient} decides whether a process is one of these commands or the server, before
 * a class of Spring is loaded; no class here may name one. A command is a class of its own and says what it wants done;
 * {@link io.ordermill.api.cli.ApiClient} does it for the client that {@link io.ordermill.api.cli.Connection} finds in the
 * environment. What a command needs of its process is in {@link io.ordermill.api.cli.Shell}. Files are streams in both
 * directions, never held in memory. Data goes to standard output, everything that is said about it to standard error, and how
 * it ended is one of the {@link io.ordermill.api.cli.ExitCode}s. A failure that can be foreseen is a
 * {@link io.ordermill.api.cli.CommandFailure}; any other exception is a defect.
 */
@NullMarked
package io.ordermill.api.cli;

import org.jspecify.annotations.NullMarked;
