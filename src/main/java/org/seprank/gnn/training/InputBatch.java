package org.seprank.gnn.training;

import java.util.stream.IntStream;
import org.seprank.dataset.DenseFeatures;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.SparseFeatures;
import org.seprank.gnn.batch.FeatureMatrix;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.kernel.Csr;
import org.seprank.graph.Graph;

/** A dataset's graphs and features in the form that networks take. */
public final class InputBatch {
    /** The edge attribute that tells the relations of edges apart: whole numbers from 0. */
    public static final String RELATION = "relation";

    private static final int MOST_RELATIONS = 1024;

    private InputBatch() {}

    /**
     * A graph with features for its vertices; without any, every vertex has a 1. Edge weights are kept, and so are the
     * relations in the edge attribute {@value #RELATION}, if there is one; edges without a value are of relation 0.
     *
     * @throws IllegalArgumentException if a relation is not a whole number from 0 on
     */
    public static GraphBatch of(Graph graph, org.seprank.dataset.Features features) {
        GraphBatch batch = GraphBatch.of(graph, features(features));
        if (!graph.edgeAttributes().has(RELATION)) {
            return batch;
        }
        int[] relations = new int[graph.edgeCount()];
        int most = 0;
        for (int e = 0; e < relations.length; e++) {
            relations[e] = relation(graph.edgeAttributes().value(RELATION, e).orElse("0"), e);
            most = Math.max(most, relations[e]);
        }
        return batch.withRelations(relations, most + 1);
    }

    /** The graph of a dataset with the features of its vertices and edges. */
    public static GraphBatch of(NodeDataset dataset) {
        return of(dataset.graph(), dataset.features(), dataset.edgeFeatures());
    }

    /**
     * A graph with features for its vertices and edges.
     *
     * @param ofEdges in the order of the graph's edges; none where {@code columns()} is 0
     */
    public static GraphBatch of(
            Graph graph, org.seprank.dataset.Features features, org.seprank.dataset.Features ofEdges) {
        GraphBatch batch = of(graph, features);
        return ofEdges.columns() == 0 ? batch : batch.withEdgeFeatures(features(ofEdges));
    }

    private static int relation(String text, int edge) {
        try {
            int relation = Integer.parseInt(text);
            if (relation >= 0 && relation < MOST_RELATIONS) {
                return relation;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException(
                "relation '" + text + "' of edge " + edge + " is not a whole number in 0.." + (MOST_RELATIONS - 1));
    }

    /** A dataset's features, dense or sparse as they are given. */
    public static FeatureMatrix features(org.seprank.dataset.Features features) {
        if (features.columns() == 0) {
            return FeatureMatrix.constant(features.rows(), 1);
        }
        if (features instanceof SparseFeatures sparse) {
            double[] values = IntStream.range(0, sparse.values().length)
                    .mapToDouble(k -> sparse.values()[k])
                    .toArray();
            return FeatureMatrix.sparse(Csr.of(sparse.columns(), sparse.offsets(), sparse.indices(), values));
        }
        DenseFeatures dense = features.toDense();
        return FeatureMatrix.dense(dense.columns(), dense.values()); // neither writes to them
    }
}
