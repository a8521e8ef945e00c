/**
 * The command line: {@link org.seprank.cli.Main}, one class per command, options that commands share, exit codes and
 * the printing of errors and progress. The only package that touches standard streams. May use {@code study},
 * {@code explore}, {@code report}, {@code rewire}, {@code measure}, {@code entangle}, {@code gnn}, {@code dataset},
 * {@code graph}, {@code file} and {@code work}.
 */
@NullMarked
package org.seprank.cli;

import org.jspecify.annotations.NullMarked;
