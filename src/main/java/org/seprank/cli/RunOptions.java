package org.seprank.cli;

import picocli.CommandLine.Option;

/** How work is done. */
final class RunOptions {
    private static final String PARALLELISM = "java.util.concurrent.ForkJoinPool.common.parallelism";

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
            throw new IllegalArgumentException("--threads " + threads + " is not positive");
        }
        // The calling thread works too, so the common pool gets one fewer; it is not started before this.
        System.setProperty(PARALLELISM, Integer.toString(threads - 1));
    }

    long seed() {
        return seed;
    }
}
