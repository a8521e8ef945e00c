package org.seprank.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.file.FormatException;

class FailureTest {
    static List<Throwable> outOfMemory() {
        OutOfMemoryError error = new OutOfMemoryError("Java heap space");
        return List.of(
                error,
                new IllegalStateException(error),
                new CompletionException(new ExecutionException(error)),
                new RuntimeException("in a worker", new IllegalArgumentException("deeper", error)));
    }

    /** Threads wrap what they throw. */
    @ParameterizedTest
    @MethodSource
    void outOfMemory(Throwable problem) {
        Failure failure = Failure.of(problem, "seprank");
        assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(failure.error()).isEqualTo("out of memory: Java heap space");
        assertThat(failure.hint()).contains("-Xmx");
    }

    static List<FileSystemException> fileSystem() {
        return List.of(
                new AccessDeniedException("a/b"),
                new FileAlreadyExistsException("a/b"),
                new NotDirectoryException("a/b"),
                new FileSystemException("a/b", null, "No space left on device"),
                new FileSystemException("a/b"));
    }

    @ParameterizedTest
    @MethodSource
    void fileSystem(FileSystemException problem) {
        for (Throwable thrown : List.of(problem, new UncheckedIOException(problem))) {
            Failure failure = Failure.of(thrown, "seprank");
            assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(failure.error()).startsWith("a/b: ").hasSizeGreaterThan(10);
        }
    }

    @Test
    void aWrappedFaultOfAFileKeepsItsHint() {
        IOException fault = FormatException.inFile(Path.of("a"), "it is bad", "mend it");
        assertThat(Failure.of(new UncheckedIOException(fault), "seprank"))
                .isEqualTo(new Failure(ExitCode.BAD_INPUT, "cannot read a: it is bad", "mend it"));
    }

    @Test
    void everyMessageIsOneLine() {
        Failure failure = Failure.of(new IllegalArgumentException("no 'a\u001b[31m\nb" + "x".repeat(5000) + "'"), "a");
        assertThat(failure.error()).startsWith("no 'a\\u001b[31m\\nbxx").hasSizeLessThan(1300);
    }
}
