package org.seprank.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.seprank.study.batch.summary.BatchStudy;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which batch runs, and how. */
final class BatchOptions {
    @Parameters(index = "0", arity = "0..1", paramLabel = "PLAN", description = "The plan.")
    private @Nullable Path plan;

    @Option(names = "--out", paramLabel = "DIR", description = "Where outcomes are kept.")
    private @Nullable Path out;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Studies at the same time (default: all processors). Results do not depend on it.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--retry", description = "Also run studies again that have failed.")
    private boolean retry;

    int threads() {
        return threads;
    }

    BatchStudy study() {
        if (plan == null || out == null) {
            throw new IllegalArgumentException("a batch needs a plan and --out DIR");
        }
        return new BatchStudy(plan, out, retry, new CommandCatalogue());
    }
}
