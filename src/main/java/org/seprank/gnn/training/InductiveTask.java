package org.seprank.gnn.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.seprank.dataset.GraphRanges;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.dataset.Truth;
import org.seprank.gnn.Network;
import org.seprank.gnn.Predictions;
import org.seprank.gnn.TargetScale;
import org.seprank.gnn.TaskShape;
import org.seprank.gnn.batch.GraphBatch;

/**
 * What is predicted of the vertices of several graphs: steps see some of the graphs that have vertices in the training
 * part, and none of the others. Graphs are packed block-diagonally; rows are the vertices of all graphs in their order.
 */
public final class InductiveTask implements Task {
    private static final int PREDICTION_VERTICES = 1 << 16; // in a batch, unless one graph has more

    private final GraphBatch whole;
    private final GraphRanges graphs;
    private final Truth truth;
    private final Split split;
    private final TargetScale scale;
    private final int[] learned; // the graphs of the training part

    private InductiveTask(GraphBatch whole, GraphRanges graphs, Truth truth, Split split) {
        this.whole = whole;
        this.graphs = graphs;
        this.truth = truth;
        this.split = split;
        this.scale = Task.scale(truth, split);
        TreeSet<Integer> found = new TreeSet<>();
        for (int v : rows(Split.Part.TRAIN)) {
            found.add(graphs.graphOf(v));
        }
        this.learned = found.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The task of a dataset with one of its splits. */
    public static InductiveTask of(NodeDataset dataset, Split split) {
        Task.checkFit(split, dataset.graph().vertexCount(), "vertices");
        return new InductiveTask(InputBatch.of(dataset), dataset.graphs(), dataset.truth(), split);
    }

    @Override
    public TaskShape shape() {
        return TaskShape.of(whole, truth.width(), scale);
    }

    @Override
    public Truth truth() {
        return truth;
    }

    @Override
    public Split split() {
        return split;
    }

    @Override
    public List<Step> epoch(int batchSize, long seed) {
        int[] order = Task.shuffled(learned, new SplittableRandom(seed));
        List<Step> steps = new ArrayList<>();
        for (int from = 0; from < order.length; from += batchSize) {
            steps.add(step(Arrays.copyOfRange(order, from, Math.min(order.length, from + batchSize))));
        }
        return steps;
    }

    private GraphBatch graph(int g) {
        return whole.slice(graphs.start(g), graphs.end(g));
    }

    private Step step(int[] some) {
        int[] vertices = Arrays.stream(some)
                .flatMap(g -> IntStream.range(graphs.start(g), graphs.end(g)))
                .toArray();
        boolean[] counted = new boolean[vertices.length];
        for (int i = 0; i < counted.length; i++) {
            counted[i] = split.contains(Split.Part.TRAIN, vertices[i]) && truth.known(vertices[i]);
        }
        GraphBatch batch =
                GraphBatch.pack(Arrays.stream(some).mapToObj(this::graph).toList());
        return new Step(batch, Task.targets(truth.select(vertices), scale).masked(counted));
    }

    @Override
    public Predictions predict(Network network) {
        double[] all = new double[graphs.vertexCount() * truth.width()];
        int done = 0;
        int g = 0;
        while (done < graphs.vertexCount()) {
            int first = g;
            while (g < graphs.count() && (done == graphs.end(g) || graphs.end(g) - done <= PREDICTION_VERTICES)) {
                g++;
            }
            g = Math.max(g, first + 1);
            Predictions some = network.output(whole.slice(graphs.start(first), graphs.end(g - 1)));
            for (int k = 0; k < some.rows() * some.width(); k++) {
                all[done * some.width() + k] = some.value(k / some.width(), k % some.width());
            }
            done = graphs.end(g - 1);
        }
        return Predictions.of(truth.width(), all);
    }
}
