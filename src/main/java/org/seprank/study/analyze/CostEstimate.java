package org.seprank.study.analyze;

import java.util.ArrayList;
import java.util.List;
import org.seprank.graph.Graph;
import org.seprank.graph.partition.Partition;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.Numbers;
import org.seprank.report.Value;
import org.seprank.separation.CertifiedRankCost;
import org.seprank.study.input.GraphFacts;
import org.seprank.study.input.GraphSource;
import org.seprank.work.Parallel;

/**
 * How long and how large work will be, before it is done: counts of elementary steps and a rate that errs on the slow
 * side.
 */
public final class CostEstimate {
    /** Work that is done without being asked for takes no more than this. */
    public static final double UNASKED_OPERATIONS = 2e9;

    private static final double OPERATIONS_PER_SECOND = 2e8;
    private static final double BOUND_PASSES = 20;

    private CostEstimate() {}

    /** Steps for the walk indices of all single vertices: O(n + m), O(m^1.5), or the balls of radius floor(depth/2). */
    public static double singletons(Graph graph, int depth) {
        double n = graph.vertexCount();
        double m = graph.edgeCount();
        if (depth <= 2) {
            return n + m;
        }
        if (depth == 3 && !graph.directed()) {
            return n + wedges(graph);
        }
        double ball = 1;
        double meanDegree = 2 * m / Math.max(1, n);
        for (int radius = 0; radius < depth / 2; radius++) {
            ball = Math.min(n, ball * Math.max(1, 2 * meanDegree));
        }
        return n * depth * Math.min(2 * m, ball * meanDegree + 1);
    }

    /** Pairs that the degree-ordered triangle count looks at, at most. */
    private static double wedges(Graph graph) {
        double sum = 0;
        for (int e = 0; e < graph.edgeCount(); e++) {
            sum += Math.min(graph.out().degree(graph.source(e)), graph.out().degree(graph.target(e)));
        }
        return sum;
    }

    /** Steps as a duration for people. */
    static String duration(double operations) {
        return Numbers.duration(seconds(operations));
    }

    /** The estimate of a whole analysis as a document: a row for each part. */
    static Document of(AnalyzeStudy study, GraphSource.Loaded loaded, List<Partition> partitions) {
        Graph graph = loaded.graph();
        double walks = (double) study.options().maxDepth() * (graph.vertexCount() + 2.0 * graph.edgeCount());
        double bounds = BOUND_PASSES * study.network().depth() * (graph.vertexCount() + 2.0 * graph.edgeCount());
        List<List<Value>> rows = new ArrayList<>();
        for (Partition partition : partitions) {
            rows.add(row(partition.name() + ": walk indices and bounds", seconds(walks + bounds), bytes(graph)));
            if (study.options().certify()) {
                CertifiedRankCost cost = CertifiedRankCost.of(
                        study.problem(graph, partition), study.options().maxInputs());
                int threads = Parallel.current().threads();
                rows.add(row(partition.name() + ": certified rank, at most", cost.seconds(threads), cost.bytes()));
            }
        }
        rows.add(
                row("single vertices", seconds(singletons(graph, study.network().depth())), bytes(graph)));
        return Document.of("estimate")
                .add(GraphFacts.of(loaded))
                .add(table(rows))
                .build();
    }

    /** An estimate made of these rows. */
    public static Document document(List<List<Value>> rows) {
        return Document.of("estimate").add(table(rows)).build();
    }

    private static Block table(List<List<Value>> rows) {
        return new Block.Table(
                "estimate", "Rough time and memory", List.of("work", "seconds", "time", "bytes", "memory"), rows);
    }

    /** What a part of the work takes. */
    public static List<Value> row(String work, double seconds, double bytes) {
        return List.of(
                Value.of(work),
                Value.of(seconds),
                Value.of(Numbers.duration(seconds)),
                Value.of(bytes),
                Value.of(Numbers.bytes(bytes)));
    }

    private static double seconds(double operations) {
        return operations / OPERATIONS_PER_SECOND;
    }

    /** The graph itself and a few vectors over its vertices. */
    private static double bytes(Graph graph) {
        return 24.0 * graph.edgeCount() + 100.0 * graph.vertexCount();
    }
}
