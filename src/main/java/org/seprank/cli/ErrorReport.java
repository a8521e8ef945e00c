package org.seprank.cli;

import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import org.seprank.file.OneLine;
import org.seprank.study.ExitCode;
import org.seprank.study.Failure;
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
            print(OneLine.of(String.valueOf(problem.getMessage())), "see '" + name + " --help'");
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
        Failure failure = Failure.of(problem, command.getCommandSpec().qualifiedName());
        print(failure.error(), failure.hint());
        if (failure.exitCode() == ExitCode.INTERNAL_ERROR) {
            problem.printStackTrace(err);
            err.flush();
        }
        return failure.exitCode();
    }

    private void print(String error, String hint) {
        err.println("error: " + error);
        if (!hint.isEmpty()) {
            err.println("hint: " + hint);
        }
        err.flush();
    }
}
