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

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads to use (default: all processors). Results do not depend on it.")
    void setThreads(int threads) {
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads " + threads + " is not positive");
        }
        // The calling thread works too, so the common pool gets one fewer; it is not started before this.
        System.setProperty(PARALLELISM, Integer.toString(threads - 1));
    }

    long seed() {
        return seed;
    }
}
