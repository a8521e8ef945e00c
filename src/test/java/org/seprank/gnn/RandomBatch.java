package org.seprank.gnn;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.seprank.gnn.batch.FeatureMatrix;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.kernel.Csr;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;

/** Small seeded batches for tests. */
public final class RandomBatch {
    private RandomBatch() {}

    /** A weighted random graph; the last vertex is isolated. */
    public static Graph graph(int n, int edges, boolean directed, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        GraphBuilder builder = GraphBuilder.over(n, directed);
        for (int e = 0; e < edges; e++) {
            builder.edge(random.nextInt(n - 1), random.nextInt(n - 1), 0.5 + random.nextDouble());
        }
        return builder.build();
    }

    /** Numbers in -1..1. */
    public static double[] numbers(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] numbers = new double[count];
        Arrays.setAll(numbers, i -> 2 * random.nextDouble() - 1);
        return numbers;
    }

    /** A graph with dense features. */
    public static GraphBatch dense(int n, int edges, int width, long seed) {
        return GraphBatch.of(graph(n, edges, false, seed), FeatureMatrix.dense(width, numbers(n * width, seed + 1)));
    }

    /** The same with edges of two relations, and three features for each. */
    public static GraphBatch related(GraphBatch batch) {
        int[] relation = new int[batch.edgeCount()];
        Arrays.setAll(relation, e -> e % 3 == 0 ? 1 : 0);
        return batch.withRelations(relation, 2)
                .withEdgeFeatures(FeatureMatrix.dense(3, numbers(3 * batch.edgeCount(), 19)));
    }

    /** Sparse features: about a third of the entries. */
    public static FeatureMatrix sparse(int n, int width, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] offsets = new int[n + 1];
        int[] indices = new int[n * width];
        double[] values = new double[n * width];
        int at = 0;
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < width; c++) {
                if (random.nextInt(3) == 0) {
                    indices[at] = c;
                    values[at++] = 2 * random.nextDouble() - 1;
                }
            }
            offsets[i + 1] = at;
        }
        return FeatureMatrix.sparse(Csr.of(width, offsets, Arrays.copyOf(indices, at), Arrays.copyOf(values, at)));
    }

    /** Random classes, about a third of them unknown, at least one known. */
    public static TargetLabels labels(int rows, int classes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] of = new int[rows];
        Arrays.setAll(of, i -> random.nextInt(3) == 0 && i > 0 ? -1 : random.nextInt(classes));
        return TargetLabels.classes(of, classes);
    }

    /** Random events or numbers up to 3, about a third of them unknown, and all of row 1. */
    static TargetLabels values(int rows, int width, boolean events, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[rows * width];
        Arrays.setAll(values, k -> events ? random.nextInt(2) : 6 * random.nextDouble() - 3);
        for (int k = 1; k < values.length; k++) {
            values[k] = k / width == 1 || random.nextInt(3) == 0 ? Double.NaN : values[k];
        }
        return TargetLabels.values(width, values);
    }
}
