package org.seprank.spark.graph;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.seprank.report.Facts;
import org.seprank.spark.session.Place;

/**
 * How a graph is spread.
 *
 * @param place where Spark runs
 * @param input the edges, by a path that Spark knows
 * @param parts how many blocks; 0: four for each processor
 * @param checkpoint a folder that all executors reach, where long work is kept from time to time; empty: nowhere
 */
public record BlockPlan(Place place, String input, int parts, String checkpoint) {
    private static final long FITS = 200_000_000;

    /** Checks the number. */
    public BlockPlan {
        if (parts < 0 || parts > 1 << 20) {
            throw new IllegalArgumentException("blocks " + parts + " is not in 0.." + (1 << 20));
        }
    }

    SparkSession open(String name) {
        SparkSession session = place.open(name);
        if (!checkpoint.isEmpty()) {
            session.sparkContext().setCheckpointDir(checkpoint);
        }
        return session;
    }

    int parts(SparkSession session) {
        return parts > 0 ? parts : 4 * new JavaSparkContext(session.sparkContext()).defaultParallelism();
    }

    /** What answers say of the graph. */
    static Facts facts(EdgeTable table, BlockGraph graph) {
        EdgeTable.Counted counted = table.counted();
        return Facts.of("graph", "Graph")
                .add("rows", counted.rows())
                .add("vertices", counted.vertices())
                .add("edges", graph.edgeCount())
                .add("dropped_without_end", counted.withoutEnd())
                .add("dropped_self_loops", counted.loops())
                .add(
                        "dropped_repeated_edges",
                        counted.rows() - counted.withoutEnd() - counted.loops() - graph.edgeCount())
                .add("blocks", graph.parts())
                .add(
                        "advice",
                        graph.edgeCount() < FITS
                                ? "this graph fits one machine: use seprank analyze or rewire, or seprank mapped"
                                : "");
    }
}
