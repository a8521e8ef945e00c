package org.seprank.study;

import org.seprank.report.Block;
import org.seprank.report.Facts;
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
        return Facts.of("provenance", "Made by")
                .add("seprank", version)
                .add("java", Runtime.version().toString())
                .add("source", source)
                .add("graph_sha256", graphHash)
                .add("seed", seed)
                .add("seconds", seconds);
    }
}
