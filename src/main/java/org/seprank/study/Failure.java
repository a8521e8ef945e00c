package org.seprank.study;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.seprank.file.FormatException;
import org.seprank.gnn.DivergedException;

/**
 * What went wrong, for people.
 *
 * @param exitCode of the program
 * @param error what, in one line
 * @param hint what helps, in one line; empty where nothing is known
 */
public record Failure(int exitCode, String error, String hint) {
    /**
     * What a study threw.
     *
     * @param verb of the study, whose help says more
     */
    public static Failure of(Throwable problem, String verb) {
        String message = String.valueOf(problem.getMessage());
        if (problem instanceof FormatException format) {
            return new Failure(ExitCode.BAD_INPUT, message, format.hint());
        }
        if (problem instanceof IOException io) {
            return new Failure(ExitCode.BAD_INPUT, describe(io), "check the path, its permissions and the space left");
        }
        if (problem instanceof DivergedException diverged) {
            return new Failure(ExitCode.CHECK_FAILED, message, diverged.hint());
        }
        if (problem instanceof IllegalArgumentException || problem instanceof ArithmeticException) {
            return new Failure(ExitCode.USAGE, message, "see '" + verb + " --help'");
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

    private static String describe(IOException problem) {
        if (problem instanceof NoSuchFileException missing) {
            return "no such file: " + missing.getFile();
        }
        if (problem instanceof FileSystemException file && file.getReason() != null) {
            return file.getFile() + ": " + file.getReason();
        }
        return String.valueOf(problem.getMessage());
    }
}
