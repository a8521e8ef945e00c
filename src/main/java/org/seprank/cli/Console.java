package org.seprank.cli;

import java.io.PrintWriter;
import org.seprank.file.OneLine;

/**
 * Where a command speaks to. The program makes it and hands it to its commands.
 *
 * @param out the result and nothing else
 * @param err messages and progress
 * @param interruption whether the user asked to stop
 */
public record Console(PrintWriter out, PrintWriter err, Interruption interruption) {
    /** A message for people. */
    public void say(String message) {
        err.println(OneLine.of(message));
        err.flush();
    }
}
