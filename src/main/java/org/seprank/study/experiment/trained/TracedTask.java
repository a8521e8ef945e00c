package org.seprank.study.experiment.trained;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.synthetic.ParityCliques;
import org.seprank.gnn.batch.FeatureMatrix;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.graph.partition.Partition;
import org.seprank.separation.SeparationProblem;
import org.seprank.walk.Target;

/**
 * What a product network is trained on, and where it is looked at.
 *
 * @param name for tables
 * @param dataset it is trained on
 * @param graph on which it is looked at: that of the dataset, or one of its equal components
 * @param target t, a vertex of that graph
 * @param depth L
 * @param width D_h
 */
record TracedTask(String name, NodeDataset dataset, Graph graph, int target, int depth, int width) {
    private static final double DEVIATION = 0.5; // larger, and single samples outweigh all others

    /** Parity across a cut, one copy looked at. */
    static TracedTask parity(ParityCliques task, int depth, int width, long seed) {
        String name = "parity, depth " + depth;
        return new TracedTask(name, task.generate(seed), task.copy(), task.target(), depth, width);
    }

    /** The vertices of a dataset, the one of most neighbours looked at. */
    static TracedTask vertices(String name, NodeDataset dataset, int depth, int width) {
        Graph graph = dataset.graph();
        int hub = IntStream.range(0, graph.vertexCount())
                .reduce(0, (u, v) -> graph.out().degree(v) > graph.out().degree(u) ? v : u);
        return new TracedTask(name + ", depth " + depth, dataset, graph, hub, depth, width);
    }

    /** The partitions: halves, alternating vertices, the target, and the vertices farthest from it by number. */
    List<Partition> partitions() {
        int n = graph.vertexCount();
        List<Partition> partitions = new ArrayList<>();
        partitions.add(new Partition("first half", VertexSet.range(n, 0, n / 2)));
        partitions.add(new Partition(
                "even vertices",
                VertexSet.of(n, IntStream.range(0, n).filter(v -> v % 2 == 0).toArray())));
        partitions.add(new Partition("target", VertexSet.of(n, target)));
        partitions.add(new Partition("vertex " + (n / 2 - 1), VertexSet.of(n, n / 2 - 1)));
        return partitions;
    }

    /** Features of mean 0 and that deviation, or nearly, in every column, which samples are drawn like. */
    FeatureMatrix normal() {
        int columns = dataset.features().columns();
        double[] signs = IntStream.range(0, graph.vertexCount() * columns)
                .mapToDouble(i -> i / columns % 2 == 0 ? DEVIATION : -DEVIATION)
                .toArray();
        return FeatureMatrix.dense(columns, signs);
    }

    /** What the theory says of such networks, which are one wider than their widths. */
    SeparationProblem problem(Partition partition) {
        return SeparationProblem.of(graph, partition.vertices())
                .withDepth(depth)
                .withWidths(dataset.features().columns() + 1, width + 1)
                .withTarget(Target.vertex(target));
    }
}
