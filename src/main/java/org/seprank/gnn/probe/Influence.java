package org.seprank.gnn.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.seprank.gnn.DivergedException;
import org.seprank.gnn.ForwardPass;
import org.seprank.gnn.Network;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.layer.Readout;

/**
 * How strongly an output depends on the features of every vertex: {@code I(u) = sum_ij |d y_i / d x_u^j|}, the
 * entry-wise L1 norm of the Jacobian (influence score of arXiv 1806.03536; sensitivity of arXiv 2111.14522), by one
 * pass backward per component of y, exact up to rounding in the network's precision. Evaluation mode.
 *
 * <p>Only vertices within the network's depth are computed. With s of them: time {@code O(D_y s (D_x + D L) D)}, memory
 * {@code O(s D_x)}. The network is used and must not be used by another thread meanwhile.
 */
public final class Influence {
    private final Network network;
    private final GraphBatch batch;

    private Influence(Network network, GraphBatch batch) {
        this.network = network;
        this.batch = batch;
    }

    /** Which output of a vertex. */
    public enum Output {
        /** The values before softmax or sigmoid. */
        LOGITS,
        /** The output of the last aggregation layer; without a head those are the logits. */
        LAST_LAYER
    }

    /** Influences in that network at the features of that graph. */
    public static Influence of(Network network, GraphBatch batch) {
        if (batch.graphCount() != 1) {
            throw new IllegalArgumentException("a batch of " + batch.graphCount() + " graphs: probe one at a time");
        }
        return new Influence(network, batch);
    }

    /**
     * I(u) for y at a vertex, for every vertex u; zero out of reach.
     *
     * @throws IllegalArgumentException if there is no such vertex, or the network has no logits of vertices
     * @throws DivergedException if a derivative is not finite
     */
    public double[] atVertex(int vertex, Output output) {
        checked(vertex);
        boolean logits = output == Output.LOGITS;
        if (logits && predictsGraphs()) {
            throw new IllegalArgumentException("the network predicts graphs: vertices have no logits");
        }
        int[] field = field(vertex);
        try (ForwardPass pass = network.pass(part(field))) {
            int layer = logits ? 0 : pass.layers();
            int width = values(pass, layer).length / field.length;
            int first = Arrays.binarySearch(field, vertex) * width;
            double[] sums =
                    sums(pass, layer, IntStream.range(first, first + width).toArray());
            double[] influence = new double[batch.vertexCount()];
            for (int i = 0; i < field.length; i++) {
                influence[field[i]] = sums[i];
            }
            return influence;
        }
    }

    /**
     * I(u) for the output of every aggregation layer at a vertex, the first layer first. Of layers with more components
     * than {@code most} that many are drawn, and the sums scaled to all: unbiased.
     *
     * @param most at least 1
     * @param seed of the draws
     * @throws IllegalArgumentException if there is no such vertex
     * @throws DivergedException if a derivative is not finite
     */
    public List<double[]> byLayer(int vertex, int most, long seed) {
        int[] field = field(checked(vertex));
        int row = Arrays.binarySearch(field, vertex);
        List<double[]> layers = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        try (ForwardPass pass = network.pass(part(field))) {
            for (int layer = 1; layer <= pass.layers(); layer++) {
                int width = values(pass, layer).length / field.length;
                int[] components = random.ints(0, width)
                        .distinct()
                        .limit(Math.min(width, most))
                        .map(component -> row * width + component)
                        .toArray();
                double[] sums = sums(pass, layer, components);
                double[] influence = new double[batch.vertexCount()];
                for (int i = 0; i < field.length; i++) {
                    influence[field[i]] = sums[i] * width / components.length;
                }
                layers.add(influence);
            }
        }
        return layers;
    }

    /** The vertices that are computed; all where pairs are predicted, as the pair of the batch may be out of reach. */
    private int[] field(int vertex) {
        return network.spec().prediction().readout() == Readout.PAIR
                ? IntStream.range(0, batch.vertexCount()).toArray()
                : ReceptiveField.of(batch, vertex, network.spec().reach());
    }

    private GraphBatch part(int[] field) {
        return network.spec().prediction().readout() == Readout.PAIR
                ? batch
                : batch.excerpt(field, batch.features().select(field));
    }

    private int checked(int vertex) {
        if (vertex < 0 || vertex >= batch.vertexCount()) {
            throw new IllegalArgumentException("vertex " + vertex + " is not in 0.." + (batch.vertexCount() - 1));
        }
        return vertex;
    }

    private boolean predictsGraphs() {
        return network.spec().prediction().readout() != Readout.NONE;
    }

    /** Layer 0 stands for the logits. */
    private static double[] values(ForwardPass pass, int layer) {
        return layer == 0 ? pass.logits() : pass.activation(layer);
    }

    private double[] sums(ForwardPass pass, int layer, int[] components) {
        double[] seeds = new double[values(pass, layer).length];
        int inputWidth = network.fitted().inputWidth();
        double[] sums = new double[0];
        for (int i : components) {
            seeds[i] = 1;
            double[] gradient = layer == 0 ? pass.logitsGradient(seeds) : pass.activationGradient(layer, seeds);
            seeds[i] = 0;
            sums = sums.length == 0 ? new double[gradient.length / inputWidth] : sums;
            for (int k = 0; k < gradient.length; k++) {
                sums[k / inputWidth] += Math.abs(gradient[k]);
            }
        }
        for (double sum : sums) {
            if (!Double.isFinite(sum)) {
                throw DivergedException.inNetwork("a derivative by features is not finite");
            }
        }
        return sums;
    }
}
