package org.seprank.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.seprank.study.ExitCode;

/** The program: runs one command line and ends with its exit code. */
public final class Main {
    private static final long FILTER_SECONDS = 2;

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
        handOverErrors();
        // While the virtual machine ends because of Ctrl-C, exit would wait for itself.
        if (!interruption.requested()) {
            System.exit(code);
        }
    }

    /** Closes standard error and waits for the launcher's filter of it, where there is one, to have written all. */
    private static void handOverErrors() {
        Optional<ProcessHandle> filter = ProcessHandle.of(Long.getLong("seprank.filter", 0L));
        if (filter.isPresent()) {
            System.err.close();
            try {
                filter.get().onExit().get(FILTER_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                // it goes on writing without us
            }
        }
    }

    /** Runs one command line inside this process and returns the exit code. */
    public static int run(String[] args, PrintWriter out, PrintWriter err, Interruption interruption) {
        return Seprank.commandLine(out, err, interruption, args).execute(args);
    }
}
