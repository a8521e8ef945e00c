package org.seprank.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.seprank.graph.Graph;
import org.seprank.graph.family.GraphFamily;
import org.seprank.graph.io.GraphReader;

/** Graphs to measure on. */
final class BenchGraphs {
    private BenchGraphs() {}

    /**
     * Reads a graph or makes one: a family with semicolons for commas, such as
     * {@code family:power-law;n=100000;m=1000000}; {@code cora}, {@code citeseer} or {@code pubmed} and the
     * heterophilous sets of the reference data by name; or a path.
     */
    static Graph of(String name) {
        if (GraphFamily.isSpecification(name)) {
            return GraphFamily.parse(name.replace(';', ','), 1);
        }
        String named = System.getenv("SEPRANK_DATA");
        Path data = (named == null ? Path.of("..", "shared") : Path.of(named)).resolve("data");
        Path planetoid = data.resolve("planetoid/ind." + name + ".graph");
        Path npz = data.resolve("heterophilous/" + name + ".npz");
        try {
            Path file = Files.exists(planetoid) ? planetoid : Files.exists(npz) ? npz : Path.of(name);
            return GraphReader.read(file).graph();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
