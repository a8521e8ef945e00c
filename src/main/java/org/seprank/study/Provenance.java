package org.seprank.study;

import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.Value;
import org.seprank.study.input.GraphHash;
import org.seprank.study.input.GraphSource;

/**
 * What made an answer, so that it can be made again.
 *
 * @param version of the program
 * @param source the graph's path or family
 * @param graphHash SHA-256 of the graph's structure (n, direction, edges), in hexadecimal
 * @param seed of everything random
 * @param seconds the study's duration
 */
public record Provenance(String version, String source, String graphHash, long seed, double seconds) {
    public static Provenance of(GraphSource.Loaded loaded, long seed, long startNanos) {
        String version = Provenance.class.getPackage().getImplementationVersion();
        return new Provenance(
                version == null ? "development" : version,
                loaded.name(),
                GraphHash.of(loaded.graph()),
                seed,
                (System.nanoTime() - startNanos) / 1e9);
    }

    public Block facts() {
        return Document.of("provenance")
                .facts(
                        "provenance",
                        "Made by",
                        "seprank",
                        Value.of(version),
                        "java",
                        Value.of(Runtime.version().toString()),
                        "source",
                        Value.of(source),
                        "graph_sha256",
                        Value.of(graphHash),
                        "seed",
                        Value.of(seed),
                        "seconds",
                        Value.of(seconds))
                .build()
                .blocks()
                .get(0);
    }
}
