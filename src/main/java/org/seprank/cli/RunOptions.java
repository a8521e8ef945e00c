package org.seprank.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How work is done. */
final class RunOptions {
    private static final String PARALLELISM = "java.util.concurrent.ForkJoinPool.common.parallelism";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "0",
            description = "Seed of everything random (default: ${DEFAULT-VALUE}); stored in the answer.")
    private long seed;

    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads to use (default: all processors). Results do not depend on it.")
    void setThreads(int number) {
        if (number < 1) {
            throw new ParameterException(spec.commandLine(), "--threads " + number + " is not positive");
        }
        threads = number;
        // The calling thread works too, so the common pool gets one fewer; it is not started before this.
        System.setProperty(PARALLELISM, Integer.toString(number - 1));
    }

    int threads() {
        return threads;
    }

    long seed() {
        return seed;
    }
}
