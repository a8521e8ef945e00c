/**
 * The command line: {@link org.seprank.cli.Main}, one class per command, options that commands share, exit codes and
 * the printing of errors and progress. The only package that touches standard streams. May use {@code batch},
 * {@code experiment}, {@code report}, {@code rewire} (edit lists and their files), {@code graph} and {@code work}.
 */
@NullMarked
package org.seprank.cli;

import org.jspecify.annotations.NullMarked;
