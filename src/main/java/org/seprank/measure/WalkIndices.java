package org.seprank.measure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.graph.partition.Partition;
import org.seprank.rank.Certainty;
import org.seprank.walk.SingletonWalkIndices;
import org.seprank.walk.Target;
import org.seprank.walk.WalkIndex;
import org.seprank.work.Progress;

/**
 * Walk indices (arXiv 2211.16494): for every depth L the distribution of {@code ln WI_{L-1,t}({t})} over the vertices
 * t, minus infinity where the index is 0, and the walk indices of the partitions. Of single vertices a sample is taken
 * where all would take too long.
 */
final class WalkIndices {
    private static final int EXACT_BY_DEGREE = 2;
    private static final int EXACT_BY_CYCLES = 4;

    private final Graph graph;
    private final MeasureOptions options;

    private WalkIndices(Graph graph, MeasureOptions options) {
        this.graph = graph;
        this.options = options;
    }

    static List<Measure> of(Graph graph, MeasureOptions options, Progress progress) {
        WalkIndices indices = new WalkIndices(graph, options);
        List<Measure> measures = new ArrayList<>();
        for (int depth = options.depths().first(); depth <= options.depths().last(); depth++) {
            measures.add(indices.singletons(depth, progress));
        }
        for (Partition partition : options.question().partitions()) {
            BigInteger[] byDepth = WalkIndex.byDepth(
                    graph,
                    partition.vertices(),
                    options.question().target(),
                    options.depths().last());
            for (int depth = options.depths().first(); depth <= byDepth.length; depth++) {
                measures.add(Measure.whole(Group.WALKS, "walk index", byDepth[depth - 1])
                        .at(partition.name(), depth));
            }
        }
        return measures;
    }

    private Measure singletons(int depth, Progress progress) {
        int n = graph.vertexCount();
        if (steps(graph, depth) <= options.effort().mostSteps()) {
            SingletonWalkIndices all = SingletonWalkIndices.vertexPrediction(graph, depth, progress);
            double[] logs = new double[n];
            Arrays.setAll(logs, v -> log(all.at(v)));
            return spread(logs, depth);
        }
        int[] sample = PairSample.numbers(n, sampleSize(depth), options.effort().seed());
        double[] logs = new double[sample.length];
        progress.start("walk indices of a sample of vertices", sample.length);
        for (int i = 0; i < logs.length; i++) {
            if (progress.cancelled()) {
                throw new CancellationException();
            }
            logs[i] = WalkIndex.log(graph, VertexSet.of(n, sample[i]), Target.vertex(sample[i]), depth);
            progress.advanceTo(i + 1);
        }
        return spread(logs, depth)
                .with(Certainty.sampled(
                        sample.length, "of " + n + " vertices", options.effort().seed()));
    }

    /** As many as the limit of steps allows, 16 at least: each takes exponentials in the number of the edges. */
    private int sampleSize(int depth) {
        double each = 10.0 * depth * (graph.vertexCount() + 2.0 * graph.edgeCount());
        return (int) Math.max(
                16, Math.min(options.effort().vertices(), options.effort().mostSteps() / each));
    }

    private static Measure spread(double[] logs, int depth) {
        Distribution distribution = Distribution.of(logs, Distribution.Binning.NONE);
        return Measure.spread(Group.WALKS, "ln walk index of {v}", distribution).at("", depth);
    }

    /** ln of a number of any size, minus infinity for 0. */
    static double log(BigInteger number) {
        int shift = Math.max(0, number.bitLength() - 1000);
        return Math.log(number.shiftRight(shift).doubleValue()) + shift * Math.log(2);
    }

    /** About the steps that {@link SingletonWalkIndices} takes: degrees, cycles of length 3 and 4, or balls. */
    static double steps(Graph graph, int depth) {
        double size = graph.vertexCount() + 2.0 * graph.edgeCount();
        if (depth == 1 || (depth <= EXACT_BY_DEGREE && !graph.directed())) {
            return size;
        }
        if (depth <= EXACT_BY_CYCLES && !graph.directed()) {
            double sum = size;
            for (int e = 0; e < graph.edgeCount(); e++) {
                sum += Math.min(graph.out().degree(graph.source(e)), graph.out().degree(graph.target(e)));
            }
            return sum;
        }
        double sum = 0;
        for (double walks : walks(graph.out(), depth / 2 + 1)) {
            sum += depth * Math.min(size, walks);
        }
        return sum;
    }

    /** The number of walks of that length from every vertex, no fewer than the entries of a ball of length - 1. */
    private static double[] walks(Adjacency rows, int length) {
        double[] now = new double[rows.offsets().length - 1];
        Arrays.fill(now, 1);
        for (int step = 0; step < length; step++) {
            double[] next = now.clone();
            for (int v = 0; v < next.length; v++) {
                for (int k = rows.offsets()[v]; k < rows.offsets()[v + 1]; k++) {
                    next[v] += now[rows.neighbours()[k]];
                }
            }
            now = next;
        }
        return now;
    }
}
