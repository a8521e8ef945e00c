package org.seprank.study.rewire.mask;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.BitSet;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.Network;
import org.seprank.gnn.kernel.Workers;
import org.seprank.gnn.training.Trainer;
import org.seprank.gnn.training.VertexTask;
import org.seprank.graph.Graph;
import org.seprank.rewire.Ties;
import org.seprank.rewire.removal.Ranking;
import org.seprank.rewire.removal.Rankings;
import org.seprank.study.train.NetworkDesign;
import org.seprank.work.Progress;

/**
 * Edges by ascending magnitude of their trained factors; whenever edges have been removed, factors are trained anew.
 */
final class MaskRanking implements Ranking {
    private final NodeDataset dataset;
    private final Split split;
    private final GnnSpec spec;
    private final MaskOptions options;
    private final Ties ties;
    private final Workers workers;
    private final Progress progress;
    private final BitSet removed = new BitSet();
    private final BitSet taken = new BitSet();
    private int[] order = {};
    private double[] magnitudesByEdge = {};
    private int place;
    private boolean outdated = true;

    MaskRanking(EdgeMasks masks, Ties ties, Progress progress) {
        this.dataset = masks.dataset();
        this.split = dataset.splits().get(0);
        this.spec = masks.spec()
                .withPrediction(masks.spec()
                        .prediction()
                        .withLoss(NetworkDesign.losses(dataset.truth().kind()).get(0)));
        this.options = masks.options();
        this.ties = ties;
        this.workers = Workers.of(options.threads());
        this.progress = progress.silent();
    }

    @Override
    public int next() {
        if (outdated && !train()) {
            return NONE;
        }
        while (place < order.length) {
            int e = order[place++];
            if (!taken.get(e)) {
                taken.set(e);
                return e;
            }
        }
        return NONE;
    }

    @Override
    public double score(int edge) {
        return magnitudesByEdge[edge];
    }

    @Override
    public void remove(int edge) {
        removed.set(edge);
        taken.set(edge);
        outdated = true;
    }

    /** Whether there are edges that could be judged. */
    private boolean train() {
        Graph left = dataset.graph().without(removed);
        if (taken.cardinality() == dataset.graph().edgeCount() || progress.cancelled()) {
            return false;
        }
        VertexTask task = VertexTask.of(dataset.withGraph(left), split);
        GnnSpec masked = spec.withMask(new GnnSpec.Mask(left.edgeCount(), options.penalty()));
        Network network =
                Network.of(masked.fittedTo(task.shape()), options.training().optimizer(), workers);
        try {
            if (!Trainer.of(network, task, options.training()).run(progress).complete()) {
                return false;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the training of a mask cannot be kept", e);
        }
        byMagnitude(network.edgeMask());
        place = 0;
        outdated = false;
        return true;
    }

    /** Edges are numbered in the same order before and after others are removed. */
    private void byMagnitude(double[] mask) {
        int[] edges = new int[mask.length];
        int at = 0;
        for (int e = removed.nextClearBit(0); at < edges.length; e = removed.nextClearBit(e + 1)) {
            edges[at++] = e;
        }
        double[] magnitudes = Arrays.stream(mask).map(Math::abs).toArray();
        order = Arrays.stream(Rankings.ascending(magnitudes, ties))
                .map(i -> edges[i])
                .toArray();
        magnitudesByEdge = new double[dataset.graph().edgeCount()];
        for (int i = 0; i < edges.length; i++) {
            magnitudesByEdge[edges[i]] = magnitudes[i];
        }
    }
}
