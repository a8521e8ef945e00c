package org.seprank.study.interaction.range;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.seprank.gnn.Network;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.probe.Scalar;
import org.seprank.graph.Graph;
import org.seprank.measure.PairSample;
import org.seprank.measure.range.RangeSummary;
import org.seprank.measure.range.SampleMean;
import org.seprank.measure.range.TargetMatrix;
import org.seprank.measure.range.VertexDistances;
import org.seprank.measure.range.VertexRange;
import org.seprank.separation.interaction.HopProfile;
import org.seprank.work.Progress;

/**
 * The range of a network at a sample of vertices, layer by layer, beside that of the walks that the powers of the
 * normalised adjacency count and of tasks, in hops and in effective resistance ({@link RangeSummary}); and the total
 * influence of each hop (arXiv 2503.09008).
 *
 * @param vertices that were drawn, ascending
 * @param population how many there are
 * @param lines one for each of network and layer, walks and depth, and task, and each distance
 * @param byHop the mean of {@code T_h} over the vertices, for h = 0, 1, ..
 * @param reachable for every depth the mean over the vertices of the largest distance within it: no network of that
 *     depth has a larger range
 */
public record NetworkRange(
        List<Integer> vertices, int population, List<Line> lines, List<SampleMean> byHop, List<SampleMean> reachable) {
    /** Keeps the lists. */
    public NetworkRange {
        vertices = List.copyOf(vertices);
        lines = List.copyOf(lines);
        byHop = List.copyOf(byHop);
        reachable = List.copyOf(reachable);
    }

    /**
     * What has a range.
     *
     * @param of "network", "walks" or the name of a task
     * @param layer of the network, or depth of walks; 0: none
     * @param distance "hops" or "resistance"
     * @param range of the vertices together
     */
    public record Line(String of, int layer, String distance, RangeSummary range) {}

    private record Kind(String of, int layer) {}

    /**
     * What is asked of which network.
     *
     * @param network that is measured
     * @param scalar the logit whose second derivatives are taken, if they are
     * @param question what is asked
     * @param seed of vertices and draws
     */
    record Probe(Network network, Scalar scalar, RangeQuestion question, long seed) {}

    /**
     * Measures a network on a graph.
     *
     * @param batch the graph with its features
     * @throws CancellationException if {@code progress} asks to stop
     */
    static NetworkRange of(Probe probe, Graph graph, GraphBatch batch, Progress progress) throws IOException {
        int n = graph.vertexCount();
        int[] vertices = PairSample.numbers(n, probe.question.vertices(), probe.seed);
        IntFunction<List<double[]>> influences = NetworkInfluences.of(probe, batch);
        Collected collected = new Collected(graph, probe);
        for (TargetMatrix task : probe.question.tasks().read(graph)) {
            collected.add(new Kind(task.name(), 0), task);
        }
        progress.start("ranges", vertices.length);
        for (int i = 0; i < vertices.length; i++) {
            if (progress.cancelled()) {
                throw new CancellationException();
            }
            collected.add(vertices[i], influences.apply(vertices[i]));
            progress.advanceTo(i + 1L);
        }
        return collected.range(IntStream.of(vertices).boxed().toList());
    }

    /** The network's range in its last layer, in hops. */
    RangeSummary last() {
        return lines.stream()
                .filter(line -> line.of().equals("network") && line.distance().equals("hops"))
                .reduce((before, after) -> after)
                .orElseThrow()
                .range();
    }

    /** What is known of the vertices so far. */
    private static final class Collected {
        private final Graph graph;
        private final int depth;
        private final List<VertexDistances> distances = new ArrayList<>();
        private final List<Kind> kinds = new ArrayList<>();
        private final List<IntFunction<double[]>> rows = new ArrayList<>();
        private final List<List<VertexRange>> ranges = new ArrayList<>(); // by distance and kind
        private final List<HopProfile> profiles = new ArrayList<>();

        Collected(Graph graph, Probe probe) {
            this.graph = graph;
            this.depth = probe.network.spec().reach();
            distances.add(VertexDistances.hops(graph));
            if (!graph.directed()) {
                distances.add(VertexDistances.resistances(graph, probe.seed, Progress.none()));
            }
            for (int walk = 1; walk <= depth; walk++) {
                add(new Kind("walks", walk), new TargetMatrix.Power(walk));
            }
        }

        void add(Kind kind, TargetMatrix matrix) {
            kinds.add(kind);
            rows.add(matrix.over(graph));
        }

        void add(int vertex, List<double[]> layers) {
            if (ranges.isEmpty()) {
                boolean whole = layers.size() == 1; // then it is that of the prediction
                for (int layer = 1; layer <= layers.size(); layer++) {
                    kinds.add(layer - 1, new Kind("network", whole ? depth : layer));
                }
                distances.forEach(distance -> kinds.forEach(kind -> ranges.add(new ArrayList<>())));
            }
            List<double[]> all = new ArrayList<>(layers);
            rows.forEach(row -> all.add(row.apply(vertex)));
            for (int d = 0; d < distances.size(); d++) {
                double[] far = distances.get(d).of(vertex);
                for (int k = 0; k < all.size(); k++) {
                    ranges.get(d * all.size() + k).add(VertexRange.of(all.get(k), far));
                }
            }
            profiles.add(HopProfile.of(graph, vertex, layers.get(layers.size() - 1)));
        }

        NetworkRange range(List<Integer> vertices) {
            int n = graph.vertexCount();
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i < ranges.size(); i++) {
                Kind kind = kinds.get(i % kinds.size());
                String distance = distances.get(i / kinds.size()).words();
                lines.add(new Line(kind.of(), kind.layer(), distance, RangeSummary.of(ranges.get(i), n)));
            }
            int farthest =
                    profiles.stream().mapToInt(HopProfile::farthest).max().orElse(0);
            return new NetworkRange(
                    vertices,
                    n,
                    lines,
                    IntStream.rangeClosed(0, Math.min(farthest, depth))
                            .mapToObj(hop -> mean(profile -> profile.sum(hop)))
                            .toList(),
                    IntStream.rangeClosed(1, depth)
                            .mapToObj(within -> mean(profile -> Math.min(within, profile.farthest())))
                            .toList());
        }

        private SampleMean mean(ToDoubleFunction<HopProfile> number) {
            return SampleMean.of(profiles.stream().mapToDouble(number).toArray(), graph.vertexCount());
        }
    }
}
