package org.seprank.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CancellationException;
import org.seprank.file.FormatException;
import org.seprank.gnn.DivergedException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one line that says it, one that helps, and an exit code. */
final class ErrorReport {
    private final PrintWriter err;

    ErrorReport(PrintWriter err) {
        this.err = err;
    }

    /** The command line itself is wrong. */
    int usage(ParameterException problem, String[] args) {
        CommandLine command = problem.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        if (!UnmatchedArgumentException.printSuggestions(problem, err)) {
            print(String.valueOf(problem.getMessage()), "see '" + name + " --help'");
        } else {
            err.println("hint: see '" + name + " --help'");
        }
        err.flush();
        return ExitCode.USAGE;
    }

    /** A command failed. */
    int failure(Exception problem, CommandLine command, ParseResult parsed) {
        if (problem instanceof CancellationException) {
            err.println("interrupted");
            err.flush();
            return ExitCode.INTERRUPTED;
        }
        if (problem instanceof FormatException format) {
            print(String.valueOf(format.getMessage()), format.hint());
            return ExitCode.BAD_INPUT;
        }
        if (problem instanceof IOException io) {
            print(describe(io), "check the path, its permissions and the space left");
            return ExitCode.BAD_INPUT;
        }
        if (problem instanceof DivergedException diverged) {
            print(String.valueOf(diverged.getMessage()), diverged.hint());
            return ExitCode.CHECK_FAILED;
        }
        if (problem instanceof IllegalArgumentException || problem instanceof ArithmeticException) {
            print(
                    String.valueOf(problem.getMessage()),
                    "see '" + command.getCommandSpec().qualifiedName() + " --help'");
            return ExitCode.USAGE;
        }
        print("internal error: " + problem, "this is a fault of seprank; please report it with the lines below");
        problem.printStackTrace(err);
        err.flush();
        return ExitCode.INTERNAL_ERROR;
    }

    private static String describe(IOException problem) {
        if (problem instanceof NoSuchFileException missing) {
            return "no such file: " + missing.getFile();
        }
        if (problem instanceof FileSystemException file && file.getReason() != null) {
            return file.getFile() + ": " + file.getReason();
        }
        return String.valueOf(problem.getMessage());
    }

    private void print(String error, String hint) {
        err.println("error: " + error);
        if (!hint.isEmpty()) {
            err.println("hint: " + hint);
        }
        err.flush();
    }
}
