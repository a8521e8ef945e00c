package org.seprank.gnn.probe;

import java.util.Arrays;
import java.util.List;
import org.seprank.gnn.DivergedException;
import org.seprank.gnn.Network;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.graph.VertexSet;
import org.seprank.work.Progress;

/**
 * A network as a function of two arguments, the features of the two sides of a partition (I, I^c), on a grid:
 * {@code F[a][b]} is one scalar of the network where the vertices of I have the features of the a-th sample and all
 * others those of the b-th. The separation rank of the function is at least the rank of F (arXiv 2211.16494).
 *
 * <p>For a scalar at a vertex only the vertices are computed that reach it within the network's depth, with the degrees
 * that they have in the whole graph. What the first layer makes of a sample before aggregation is computed once per
 * sample. Where one side has no vertex in reach, the scalar does not depend on its samples and is computed once for
 * all. Everything runs in evaluation mode and in the network's precision, on copies of the network.
 *
 * <p>With s vertices in reach, width D and depth L: time {@code O(R C s D^2 L)}; memory {@code O((R + C) s D + R C)}
 * and a few MiB per thread. Immutable; the network must not be trained meanwhile.
 */
public final class GridProbe {
    private final Network network;
    private final GraphBatch batch;
    private final Effort effort;

    private GridProbe(Network network, GraphBatch batch, Effort effort) {
        this.network = network;
        this.batch = batch;
        this.effort = effort;
    }

    /** Probes that network on a graph; the batch's features are not looked at. */
    public static GridProbe of(Network network, GraphBatch batch) {
        return new GridProbe(network, batch, Effort.usual());
    }

    /** The same on so many threads, 1..1024; the result is the same. */
    public GridProbe withThreads(int threads) {
        return new GridProbe(network, batch, effort.withThreads(threads));
    }

    /** The same with another limit of memory, by default half of what the process may have. */
    GridProbe withMemory(long bytes) {
        return new GridProbe(network, batch, effort.withBytes(bytes));
    }

    /** The same reporting to that progress; cancelled, it throws a CancellationException. */
    public GridProbe withProgress(Progress progress) {
        return new GridProbe(network, batch, effort.withProgress(progress));
    }

    /**
     * F, [row samples, column samples].
     *
     * @param inside I
     * @param scalar what the network is asked
     * @param rows features of the vertices of I
     * @param columns features of all others
     * @throws IllegalArgumentException if I is empty or everything, something does not fit the graph or the network, or
     *     more memory is needed than allowed
     * @throws DivergedException if the network gives a number that is not finite
     */
    public double[][] grid(VertexSet inside, Scalar scalar, FeatureSamples rows, FeatureSamples columns) {
        check(inside);
        check(rows);
        check(columns);
        PairGrid.Question question = new PairGrid.Question(network, batch, scalar);
        int[] field = question.field();
        int[] near = Arrays.stream(field).filter(inside::contains).toArray();
        int[] far = Arrays.stream(field).filter(v -> !inside.contains(v)).toArray();
        Effort.Shape rowShape = new Effort.Shape(rows.count(), near.length);
        effort.check(network.fitted(), field.length, rowShape, new Effort.Shape(columns.count(), far.length));
        PairGrid.Team team = new PairGrid.Team(network, effort.threads());
        Side rowSide = side(team, rows, near);
        Side columnSide = side(team, columns, far);
        Side nothing = Side.of(new int[0], List.of());
        double[][] values = new PairGrid(question, rowSide, columnSide, nothing).values(team, effort.progress());
        return spread(values, rows.count(), columns.count());
    }

    private static Side side(PairGrid.Team team, FeatureSamples samples, int[] vertices) {
        return Side.of(vertices, vertices.length == 0 ? List.of() : team.multiplied(samples, vertices));
    }

    private void check(VertexSet inside) {
        if (inside.universe() != batch.vertexCount()) {
            throw new IllegalArgumentException(
                    "a set over " + inside.universe() + " vertices does not fit a graph with " + batch.vertexCount());
        }
        if (!inside.isProper()) {
            throw new IllegalArgumentException("the partition has " + inside.size() + " of " + inside.universe()
                    + " vertices inside: both sides need one");
        }
    }

    private void check(FeatureSamples samples) {
        int width = network.fitted().inputWidth();
        if (samples.vertices() != batch.vertexCount() || samples.width() != width) {
            throw new IllegalArgumentException("samples of " + samples.vertices() + " x " + samples.width()
                    + " do not fit a graph with " + batch.vertexCount() + " vertices and a network of input width "
                    + width);
        }
    }

    /** Repeats the only row or column where the scalar does not depend on that side. */
    private static double[][] spread(double[][] values, int rows, int columns) {
        double[][] result = new double[rows][columns];
        for (int a = 0; a < rows; a++) {
            double[] row = values[values.length == 1 ? 0 : a];
            for (int b = 0; b < columns; b++) {
                result[a][b] = row[row.length == 1 ? 0 : b];
            }
        }
        return result;
    }
}
