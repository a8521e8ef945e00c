package org.seprank.study.interaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.seprank.gnn.Network;
import org.seprank.gnn.probe.Influence;
import org.seprank.gnn.probe.Mixing;
import org.seprank.gnn.probe.Scalar;
import org.seprank.graph.Graph;
import org.seprank.report.Block;
import org.seprank.report.Facts;
import org.seprank.report.Table;
import org.seprank.separation.interaction.FeatureRanks;
import org.seprank.separation.interaction.HopProfile;
import org.seprank.separation.interaction.Smoothness;
import org.seprank.separation.interaction.WalkCountBound;

/** What else is said about a trained network beside its interaction: influence by hop, and smoothness by layer. */
final class InteractionCompanions {
    private InteractionCompanions() {}

    private record InfluenceRow(int hop, int vertices, double share, double mean, double shareOfWalks) {}

    private record MixingRow(int hop, String vertex, double mixing, double walks) {}

    private record SmoothnessRow(
            int layer,
            int width,
            double dirichletEnergy,
            double unnormalisedEnergy,
            double meanAverageDistance,
            double effectiveRank,
            double numericalRank,
            double nuclearRank) {}

    private record SmoothnessAt(int epoch, SmoothnessRow of) {}

    /** All of them, about the vertex whose prediction is probed, the first of a pair. */
    static List<Block> of(InteractionProbe probe, Network network) {
        ProbedGraph probed = probe.probedBy(network);
        int[] named = probe.scalar(network).vertices();
        int vertex = named.length > 0 ? named[0] : probed.hub(List.of(), 1);
        List<Block> blocks = new ArrayList<>(influence(probed, network, vertex));
        blocks.add(mixing(probed, network, vertex, probe.scalar(network)));
        blocks.add(smoothness(probed, network));
        return blocks;
    }

    /** |dh_v/dx_u|_1 summed by the distance of u from v, beside the entries of the normalised adjacency's power. */
    private static List<Block> influence(ProbedGraph probed, Network network, int vertex) {
        Graph graph = probed.graph();
        double[] influence = Influence.of(network, probed.batch()).atVertex(vertex, Influence.Output.LAST_LAYER);
        HopProfile profile = HopProfile.of(graph, vertex, influence);
        HopProfile walks = HopProfile.of(
                graph,
                vertex,
                WalkCountBound.of(graph, vertex, network.spec().depth()).toArray());
        List<InfluenceRow> rows = new ArrayList<>();
        for (int hop = 0; hop <= profile.farthest(); hop++) {
            rows.add(new InfluenceRow(
                    hop,
                    profile.count(hop),
                    share(profile.sum(hop), profile.total()),
                    profile.mean(hop),
                    share(walks.sum(hop), walks.total())));
            if (profile.sum(hop) <= 0 && hop > network.spec().depth()) {
                break;
            }
        }
        String id = graph.ids().id(vertex);
        return List.of(
                Table.of(
                        "influence",
                        "Influence |dh_v/dx_u|_1 on v = " + id + " by distance of u; walks: row v of the normalised"
                                + " adjacency's power",
                        InfluenceRow.class,
                        rows),
                Facts.of("breadth", "Breadth of the influence: mean distance in hops, weighted by influence")
                        .add("vertex", id)
                        .add("influence", profile.breadth())
                        .add("walks", walks.breadth()));
    }

    /**
     * Mixing of a vertex with the first vertex at each distance: the sum of |d^2 f / dx_u dx_v| over all pairs of
     * features, beside the entries of the normalised adjacency's power.
     */
    private static Block mixing(ProbedGraph probed, Network network, int vertex, Scalar scalar) {
        Mixing mixing = Mixing.of(network, probed.batch());
        int depth = network.spec().depth();
        WalkCountBound walks = WalkCountBound.of(probed.graph(), vertex, depth);
        HopProfile profile = HopProfile.of(probed.graph(), vertex, walks.toArray());
        List<MixingRow> rows = new ArrayList<>();
        for (int hop = 1; hop <= Math.min(2 * depth, profile.farthest()); hop++) {
            int u = profile.first(hop);
            rows.add(new MixingRow(
                    hop, probed.graph().ids().id(u), mixing.sum(new Mixing.Pair(u, vertex), scalar), walks.at(u)));
        }
        return Table.of(
                "mixing",
                "Mixing of v = " + probed.graph().ids().id(vertex)
                        + " with the first vertex u at each distance, and row"
                        + " v of the normalised adjacency's power; of piecewise linear networks (relu) mixing is 0 almost"
                        + " everywhere",
                MixingRow.class,
                rows);
    }

    private static double share(double part, double whole) {
        return whole > 0 ? part / whole : 0;
    }

    /** Dirichlet energies, mean average distance and ranks of the output of every layer. */
    private static Block smoothness(ProbedGraph probed, Network network) {
        return Table.of(
                "smoothness",
                "Smoothness of each layer's output (energies per squared norm), and its ranks",
                SmoothnessRow.class,
                rows(probed, network));
    }

    private static List<SmoothnessRow> rows(ProbedGraph probed, Network network) {
        List<double[][]> layers = network.activations(probed.batch());
        return IntStream.range(0, layers.size())
                .mapToObj(l -> smoothness(probed.graph(), l + 1, layers.get(l)))
                .toList();
    }

    /** The same after some of the epochs of training. */
    static final class SmoothnessHistory {
        private final InteractionProbe probe;
        private final List<SmoothnessAt> rows = new ArrayList<>();

        SmoothnessHistory(InteractionProbe probe) {
            this.probe = probe;
        }

        void add(Network network, int epoch) {
            rows(probe.probedBy(network), network).forEach(row -> rows.add(new SmoothnessAt(epoch, row)));
        }

        /** A table; nothing if nothing was measured. */
        List<Block> blocks() {
            return rows.isEmpty()
                    ? List.of()
                    : List.of(Table.of(
                            "smoothness_over_training",
                            "Smoothness and ranks of each layer's output over training",
                            SmoothnessAt.class,
                            rows));
        }
    }

    private static SmoothnessRow smoothness(Graph graph, int layer, double[][] output) {
        int width = output[0].length;
        double[] flat = Arrays.stream(output).flatMapToDouble(Arrays::stream).toArray();
        double norm = Arrays.stream(flat).map(x -> x * x).sum();
        FeatureRanks ranks = FeatureRanks.of(output);
        return new SmoothnessRow(
                layer,
                width,
                share(Smoothness.dirichletEnergy(graph, flat, width), norm),
                share(Smoothness.unnormalisedDirichletEnergy(graph, flat, width), norm),
                Smoothness.meanAverageDistance(graph, flat, width),
                ranks.effective(),
                ranks.numerical(),
                ranks.nuclear());
    }
}
