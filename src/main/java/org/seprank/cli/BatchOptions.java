package org.seprank.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.seprank.study.batch.summary.BatchStudy;
import org.seprank.study.engine.EngineChoice;
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

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            defaultValue = EngineChoice.LOCAL,
            description = {
                "What runs the studies: local, threads of this process, or spark, Apache Spark (default: ${DEFAULT-VALUE}).",
                "Results do not depend on it."
            })
    private String engine = EngineChoice.LOCAL;

    @Option(
            names = "--master",
            paramLabel = "URL",
            defaultValue = "",
            description =
                    "With spark: where it runs, such as local[4], spark://HOST:PORT, yarn or k8s://URL (default: as spark-submit says, else local[*]).")
    private String master = "";

    int threads() {
        return threads;
    }

    BatchStudy study() {
        if (plan == null || out == null) {
            throw new IllegalArgumentException("a batch needs a plan and --out DIR");
        }
        return new BatchStudy(plan, out, retry, new EngineChoice(engine, master), new CommandCatalogue());
    }
}
