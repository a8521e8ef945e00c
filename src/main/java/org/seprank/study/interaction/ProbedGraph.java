package org.seprank.study.interaction;

import org.seprank.dataset.Dataset;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.NodeDataset;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.gnn.probe.FeatureSamples;
import org.seprank.gnn.training.InputBatch;
import org.seprank.graph.Graph;

/**
 * The graph of a dataset that a network is probed on.
 *
 * @param dataset where it is from
 * @param index which of its graphs; 0 where there is one
 * @param graph the graph
 * @param batch the graph with its own features
 */
record ProbedGraph(Dataset dataset, int index, Graph graph, GraphBatch batch) {
    static ProbedGraph of(Dataset dataset, int index) {
        if (dataset instanceof NodeDataset nodes) {
            if (index != 0) {
                throw new IllegalArgumentException("graph " + index + " is not in 0..0: the dataset is one graph");
            }
            return new ProbedGraph(dataset, 0, nodes.graph(), InputBatch.of(nodes.graph(), nodes.features()));
        }
        GraphDataset graphs = (GraphDataset) dataset;
        if (index < 0 || index >= graphs.size()) {
            throw new IllegalArgumentException("graph " + index + " is not in 0.." + (graphs.size() - 1));
        }
        Graph graph = graphs.graphs().get(index);
        return new ProbedGraph(dataset, index, graph, InputBatch.of(graph, graphs.features(index)));
    }

    FeatureSamples swapped(int samples, long seed) {
        if (dataset instanceof GraphDataset graphs) {
            return FeatureSamples.swapped(graphs, index, samples, seed);
        }
        throw new IllegalArgumentException("features are swapped between graphs, but the dataset is one graph");
    }

    /** The vertex with the most neighbours, the first of equals. */
    int hub() {
        int best = 0;
        for (int v = 1; v < graph.vertexCount(); v++) {
            best = graph.in().degree(v) > graph.in().degree(best) ? v : best;
        }
        return best;
    }
}
