package org.seprank.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.seprank.file.OneLine;
import org.seprank.study.ExitCode;
import org.seprank.study.Failure;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
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
        String help = "see '" + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help'";
        if (problem instanceof UnmatchedArgumentException unmatched) {
            List<String> similar = unmatched.getSuggestions();
            String meant = similar.isEmpty() ? "" : "did you mean " + String.join(" or ", similar) + "? ";
            print(OneLine.of(unknown(unmatched)), meant + help);
            return ExitCode.USAGE;
        }
        String message = OneLine.of(message(problem));
        print(message, Failure.namesChoices(message) ? "" : help);
        return ExitCode.USAGE;
    }

    /** What is wrong with a value, and what there is to choose from. */
    static String message(ParameterException problem) {
        return choices(problem).orElse(String.valueOf(problem.getMessage()));
    }

    private static String unknown(UnmatchedArgumentException problem) {
        String first = problem.getUnmatched().get(0);
        boolean command = problem.getCommandLine().getParent() == null;
        return problem.isUnknownOption()
                ? "unknown option '" + first + "'"
                : (command ? "unknown command '" : "unexpected argument '") + first + "'";
    }

    /** What is said of a word that is none of the choices of an option, as they are written. */
    private static Optional<String> choices(ParameterException problem) {
        ArgSpec option = problem.getArgSpec();
        if (option == null || !option.type().isEnum() || problem.getValue() == null) {
            return Optional.empty();
        }
        List<String> choices = new ArrayList<>();
        if (option.completionCandidates() != null) {
            option.completionCandidates().forEach(choice -> choices.add(choice.toLowerCase(Locale.ROOT)));
        }
        String name = option instanceof OptionSpec named ? named.longestName() : option.paramLabel();
        return choices.isEmpty()
                ? Optional.empty()
                : Optional.of(name + " '" + problem.getValue() + "' is none of " + String.join(", ", choices));
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
