package org.seprank.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.seprank.file.FormatException;
import org.seprank.file.OneLine;
import org.seprank.gnn.DivergedException;

/**
 * What went wrong, for people.
 *
 * @param exitCode of the program
 * @param error what, in one line
 * @param hint what helps, in one line; empty where nothing is known
 */
public record Failure(int exitCode, String error, String hint) {
    private static final int DEEPEST = 20; // causes that are looked at

    /** Makes one line of each text. */
    public Failure {
        error = OneLine.of(error);
        hint = OneLine.of(hint);
    }

    /**
     * What a study threw.
     *
     * @param verb of the study, whose help says more
     */
    public static Failure of(Throwable thrown, String verb) {
        Throwable problem = unwrapped(thrown);
        String message = String.valueOf(problem.getMessage());
        if (problem instanceof FormatException format) {
            return new Failure(ExitCode.BAD_INPUT, message, format.hint());
        }
        if (problem instanceof NoSuchFileException missing && missing.getReason() != null) {
            return new Failure(ExitCode.BAD_INPUT, missing.getReason() + ": " + missing.getFile(), "make it first");
        }
        if (problem instanceof IOException io) {
            return new Failure(ExitCode.BAD_INPUT, describe(io), "check the path, its permissions and the space left");
        }
        if (problem instanceof DivergedException diverged) {
            return new Failure(ExitCode.CHECK_FAILED, message, diverged.hint());
        }
        if (problem instanceof IllegalArgumentException || problem instanceof ArithmeticException) {
            return new Failure(ExitCode.USAGE, message, namesChoices(message) ? "" : "see '" + verb + " --help'");
        }
        if (problem instanceof OutOfMemoryError) {
            return new Failure(
                    ExitCode.BAD_INPUT,
                    "out of memory: " + message,
                    "make the problem smaller, or give more memory, as in SEPRANK_OPTS=-Xmx8g");
        }
        return new Failure(
                ExitCode.INTERNAL_ERROR,
                "internal error: " + problem,
                "this is a fault of seprank; please report it with the lines below");
    }

    /** What threads and streams wrap: memory that ran out, however deep, and faults of files. */
    private static Throwable unwrapped(Throwable thrown) {
        Throwable problem = thrown;
        Throwable cause = thrown;
        for (int i = 0; i < DEEPEST && cause != null; i++) {
            if (cause instanceof OutOfMemoryError) {
                return cause;
            }
            if (problem instanceof UncheckedIOException && cause instanceof IOException) {
                problem = cause;
            }
            cause = cause.getCause();
        }
        return problem;
    }

    /** Whether a complaint lists what there is to choose from, or the range, so that the help says no more. */
    public static boolean namesChoices(String message) {
        return message.contains(" is none of ") || message.contains(" is not in ") || message.contains("; allowed: ");
    }

    private static String describe(IOException problem) {
        if (problem instanceof NoSuchFileException missing) {
            return "no such file: " + missing.getFile();
        }
        if (problem instanceof FileSystemException file) {
            return file.getFile() + ": " + reason(file);
        }
        return problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
    }

    private static String reason(FileSystemException problem) {
        if (problem.getReason() != null) {
            return problem.getReason();
        }
        if (problem instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (problem instanceof FileAlreadyExistsException) {
            return "a file of that name is there already";
        }
        return problem instanceof NotDirectoryException
                ? "it is not a folder"
                : problem.getClass().getSimpleName().replace("Exception", "");
    }
}
