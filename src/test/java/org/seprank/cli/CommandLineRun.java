package org.seprank.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * One run of the program inside the test's own process.
 *
 * @param code exit code
 * @param out stdout
 * @param err stderr
 */
record CommandLineRun(int code, String out, String err) {
    /** Runs the program with these words. */
    static CommandLineRun of(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(words, new PrintWriter(out), new PrintWriter(err), new Interruption());
        return new CommandLineRun(code, out.toString(), err.toString());
    }
}
