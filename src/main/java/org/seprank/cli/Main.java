package org.seprank.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.seprank.study.ExitCode;

/** The program: runs one command line and ends with its exit code. */
public final class Main {
    private Main() {}

    /** Runs the program. */
    public static void main(String[] args) {
        Interruption interruption = new Interruption();
        interruption.install();
        StandardOutput written = new StandardOutput();
        PrintWriter out = new PrintWriter(written, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(new FileOutputStream(FileDescriptor.err), false, StandardCharsets.UTF_8);
        int code;
        try {
            code = run(args, out, err, interruption);
        } catch (OutOfMemoryError e) {
            err.println("error: out of memory: " + e.getMessage());
            err.println("hint: make the problem smaller, or give more memory, as in SEPRANK_OPTS=-Xmx8g");
            code = ExitCode.BAD_INPUT;
        } finally {
            out.flush();
            err.flush();
            interruption.finished();
        }
        if (written.lost().isPresent()) {
            err.println(
                    "error: cannot write to standard output: " + written.lost().get());
            err.println("hint: the answer is lost; check the place that it goes to, or use -o FILE");
            err.flush();
            code = ExitCode.BAD_INPUT;
        }
        // While the virtual machine ends because of Ctrl-C, exit would wait for itself.
        if (!interruption.requested()) {
            System.exit(code);
        }
    }

    /** Runs one command line and returns the exit code, for tests. */
    static int run(String[] args, PrintWriter out, PrintWriter err, Interruption interruption) {
        return Seprank.commandLine(out, err, interruption, args).execute(args);
    }
}
