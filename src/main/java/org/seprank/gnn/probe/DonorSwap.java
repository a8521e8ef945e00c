package org.seprank.gnn.probe;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.seprank.gnn.DivergedException;
import org.seprank.gnn.ForwardPass;
import org.seprank.gnn.Network;
import org.seprank.gnn.batch.GraphBatch;

/**
 * How much the output at a vertex changes when another vertex has the features of a third, the donor: {@code I(u) =
 * mean over donors w of |h_v(x_u := x_w) - h_v(x)|_1}. A finite change where {@link Influence} is a derivative, which
 * sees nothing of thresholds and too much of fast oscillation. Evaluation mode.
 *
 * <p>In large receptive fields so many of their vertices are drawn and the sums scaled to all, so that sums of
 * influences over vertices are unbiased. With s vertices in the field, q drawn and r donors: time {@code O(q r s (D_x +
 * D L) D)}. The network must not be used by another thread meanwhile.
 */
public final class DonorSwap {
    private static final int ROWS = 4096; // of a batch, about

    private final Network network;
    private final GraphBatch batch;
    private final Options options;

    private DonorSwap(Network network, GraphBatch batch, Options options) {
        this.network = network;
        this.batch = batch;
        this.options = options;
    }

    /**
     * How much is swapped.
     *
     * @param donors r, for each vertex, at least 1
     * @param most q, how many vertices of a field are swapped, at least 1
     * @param seed of the draws, which depend on the vertex besides
     */
    public record Options(int donors, int most, long seed) {
        /** Checks the ranges. */
        public Options {
            if (donors < 1 || most < 1) {
                throw new IllegalArgumentException(
                        donors + " donors for " + most + " vertices: at least one of each is needed");
            }
        }

        /** 2 donors for each of at most 64 vertices. */
        public static Options seeded(long seed) {
            return new Options(2, 64, seed);
        }
    }

    /** Swaps in a graph with two vertices at least. */
    public static DonorSwap of(Network network, GraphBatch batch, Options options) {
        if (batch.graphCount() != 1 || batch.vertexCount() < 2) {
            throw new IllegalArgumentException("swaps need one graph with two vertices, not " + batch);
        }
        return new DonorSwap(network, batch, options);
    }

    /**
     * I(u) for the output of every aggregation layer at a vertex, the first layer first; 0 for the vertices that are
     * not drawn.
     *
     * @throws IllegalArgumentException if there is no such vertex
     * @throws DivergedException if an output is not finite
     */
    public List<double[]> byLayer(int vertex) {
        if (vertex < 0 || vertex >= batch.vertexCount()) {
            throw new IllegalArgumentException("vertex " + vertex + " is not in 0.." + (batch.vertexCount() - 1));
        }
        int[] field = ReceptiveField.of(batch, vertex, network.spec().reach());
        SplittableRandom random = new SplittableRandom(options.seed + 0x9E3779B97F4A7C15L * (vertex + 1L));
        int[] drawn = drawn(field.length, random);
        Swaps swaps = new Swaps(field, Arrays.binarySearch(field, vertex), drawn);
        int[] donors = random.ints((long) drawn.length * options.donors, 0, batch.vertexCount() - 1)
                .toArray();
        int copies = Math.max(1, ROWS / field.length);
        for (int from = 0; from < donors.length; from += copies) {
            swaps.add(from, Arrays.copyOfRange(donors, from, Math.min(donors.length, from + copies)));
        }
        return swaps.sums;
    }

    /** Places in the field, ascending. */
    private int[] drawn(int size, SplittableRandom random) {
        return size <= options.most
                ? IntStream.range(0, size).toArray()
                : random.ints(0, size).distinct().limit(options.most).sorted().toArray();
    }

    /** The outputs at one vertex, before and after swaps. */
    private final class Swaps {
        private final int[] field;
        private final int place; // of the vertex
        private final int[] drawn;
        private final List<double[]> before;
        private final List<double[]> sums;

        Swaps(int[] field, int place, int[] drawn) {
            this.field = field;
            this.place = place;
            this.drawn = drawn;
            this.before = outputs(field, 1);
            this.sums = before.stream()
                    .map(layer -> new double[batch.vertexCount()])
                    .toList();
        }

        /** The outputs at the vertex in every copy, layer by layer, one copy after another. */
        private List<double[]> outputs(int[] sources, int copies) {
            GraphBatch part = batch.excerpt(field, batch.features().select(sources));
            try (ForwardPass pass = network.pass(part)) {
                return IntStream.rangeClosed(1, pass.layers())
                        .mapToObj(layer -> rows(pass.activation(layer), copies))
                        .toList();
            }
        }

        private double[] rows(double[] all, int copies) {
            int width = all.length / (copies * field.length);
            double[] rows = new double[copies * width];
            for (int c = 0; c < copies; c++) {
                System.arraycopy(all, (c * field.length + place) * width, rows, c * width, width);
            }
            return rows;
        }

        /** The swaps numbered from..from + donors. */
        void add(int from, int[] donors) {
            int[] sources = new int[donors.length * field.length];
            for (int c = 0; c < donors.length; c++) {
                System.arraycopy(field, 0, sources, c * field.length, field.length);
                int at = drawn[(from + c) / options.donors];
                int donor = donors[c] < field[at] ? donors[c] : donors[c] + 1; // never the vertex itself
                sources[c * field.length + at] = donor;
            }
            List<double[]> after = outputs(sources, donors.length);
            double scale = (double) field.length / drawn.length / options.donors;
            for (int layer = 0; layer < after.size(); layer++) {
                double[] old = before.get(layer);
                for (int c = 0; c < donors.length; c++) {
                    double change = 0;
                    for (int k = 0; k < old.length; k++) {
                        change += Math.abs(after.get(layer)[c * old.length + k] - old[k]);
                    }
                    if (!Double.isFinite(change)) {
                        throw DivergedException.inNetwork("an output after a swap of features is not finite");
                    }
                    sums.get(layer)[field[drawn[(from + c) / options.donors]]] += scale * change;
                }
            }
        }
    }
}
