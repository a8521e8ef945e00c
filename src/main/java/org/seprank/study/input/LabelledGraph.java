package org.seprank.study.input;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.seprank.dataset.Labels;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.SparseFeatures;
import org.seprank.graph.Graph;
import org.seprank.graph.ParallelEdges;
import org.seprank.graph.io.ReadOptions;

/**
 * A graph file as a dataset: {@code FILE#ATTRIBUTE}. The classes are the values of that vertex attribute, in their
 * natural order; vertices without a value have none. The features tell the vertices apart and nothing else: row v is
 * the v-th unit vector.
 *
 * @param file the graph's file
 * @param attribute the vertex attribute
 */
record LabelledGraph(String file, String attribute) {
    /** What a location names; empty where it has no #. */
    static Optional<LabelledGraph> parse(String location) {
        int at = location.lastIndexOf('#');
        return at <= 0
                ? Optional.empty()
                : Optional.of(new LabelledGraph(location.substring(0, at), location.substring(at + 1)));
    }

    /**
     * The dataset, in which so becomes of parallel edges.
     *
     * @param warnings gets what of the file is not in the graph
     */
    NodeDataset load(ParallelEdges parallel, Consumer<String> warnings) throws IOException {
        Graph graph = graph(file, parallel, warnings);
        return NodeDataset.of(
                file, graph, unitVectors(graph.vertexCount()), AttributeLabels.of(graph, attribute, file));
    }

    private static Graph graph(String file, ParallelEdges parallel, Consumer<String> warnings) throws IOException {
        return new GraphSource(file, ReadOptions.defaults().withParallelEdges(parallel), null, 0)
                .read(warnings)
                .graph();
    }

    /** A graph file whose vertices have no label. */
    static NodeDataset unlabelled(String file, ParallelEdges parallel, Consumer<String> warnings) throws IOException {
        Graph graph = graph(file, parallel, warnings);
        int n = graph.vertexCount();
        return NodeDataset.of(file, graph, unitVectors(n), Labels.missing(n));
    }

    private static SparseFeatures unitVectors(int n) {
        float[] ones = new float[n];
        Arrays.fill(ones, 1);
        return SparseFeatures.over(
                n,
                n,
                IntStream.rangeClosed(0, n).toArray(),
                IntStream.range(0, n).toArray(),
                ones);
    }
}
