package org.seprank.cli;

import java.io.PrintWriter;
import org.seprank.file.OneLine;

/**
 * Where a command speaks to.
 *
 * @param out the result and nothing else
 * @param err messages and progress
 * @param interruption whether the user asked to stop
 */
record Console(PrintWriter out, PrintWriter err, Interruption interruption) {
    /** A message for people. */
    void say(String message) {
        err.println(OneLine.of(message));
        err.flush();
    }
}
