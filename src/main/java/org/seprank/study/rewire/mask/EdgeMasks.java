package org.seprank.study.rewire.mask;

import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.gnn.GnnSpec;
import org.seprank.graph.Graph;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.Sparsification;
import org.seprank.rewire.Sparsifier;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.edit.EditSink;
import org.seprank.rewire.removal.RemovalLoop;
import org.seprank.work.Progress;

/**
 * Removes edges that a network learns to do without: the graph part of UGS (Chen, Sui, Chen, Zhang, Wang, A Unified
 * Lottery Ticket Hypothesis for Graph Neural Networks, arXiv 2102.06790), weights of the network not pruned. In every
 * round a network with a factor m_e per edge (per arc of a directed graph), all 1 at first, is trained from the same
 * first weights on {@code CE(f(m * A, X)) + penalty sum |m_e|}; then a fixed share of the m edges of the whole graph
 * goes, by ascending |m_e|. Factors of pairs of equal magnitude are ordered by the tie rule. The chunk of the rules
 * does not matter: rounds take its place.
 *
 * <p>Unlike the published code, a factor multiplies the message over its edge and the degrees of the normalisation are
 * those of the edges that are left, not of the factors; and the training with fixed masks after each round, which
 * decides on no edge, is left out.
 *
 * <p>The first split of the dataset is trained on. Time per round: that of one training.
 */
public final class EdgeMasks implements Sparsifier {
    private final NodeDataset dataset;
    private final GnnSpec spec;
    private final MaskOptions options;
    private final RemovalRules rules;

    private EdgeMasks(NodeDataset dataset, GnnSpec spec, MaskOptions options, RemovalRules rules) {
        this.dataset = dataset;
        this.spec = spec;
        this.options = options;
        this.rules = rules.withChunk(options.perRound(dataset.graph().edgeCount()));
    }

    /** The sparsifier with the {@linkplain RemovalRules#defaults() default rules}. */
    public static EdgeMasks sparsifier(NodeDataset dataset, GnnSpec spec, MaskOptions options) {
        return sparsifier(dataset, spec, options, RemovalRules.defaults());
    }

    /**
     * The sparsifier of the dataset's graph.
     *
     * @param spec the network; the dataset decides its input and output width and its mask
     * @throws IllegalArgumentException if the dataset has no labels to train on, or the network no messages over edges
     */
    public static EdgeMasks sparsifier(NodeDataset dataset, GnnSpec spec, MaskOptions options, RemovalRules rules) {
        if (dataset.labels().known().length == 0) {
            throw new IllegalArgumentException(
                    "edge masks are trained on labels of vertices, but dataset '" + dataset.name() + "' has none");
        }
        if (dataset.splits().isEmpty()) {
            throw new IllegalArgumentException("dataset '" + dataset.name()
                    + "' has no split, so that there is no training part to train edge masks on");
        }
        Split split = dataset.splits().get(0);
        if (split.count(Split.Part.TRAIN) == 0) {
            throw new IllegalArgumentException(
                    "the training part of split '" + split.name() + "' has no labelled vertex to train edge masks on");
        }
        if (spec.reach() == 0) {
            throw new IllegalArgumentException("a network of linear layers sends nothing over edges to be masked");
        }
        return new EdgeMasks(dataset, spec, options, rules);
    }

    /**
     * Decides on edges to remove, round by round; only as many rounds as the count asks for are trained.
     *
     * @throws IllegalArgumentException also if the graph is not the dataset's
     * @throws org.seprank.gnn.DivergedException if a training diverges
     */
    @Override
    public EditList sparsify(Sparsification task, EditSink sink, Progress progress) {
        checkSame(task.graph(), dataset.graph());
        return new RemovalLoop(task, rules, new MaskRanking(this, rules.ties(), progress)).run(sink, progress);
    }

    private static void checkSame(Graph graph, Graph known) {
        if (graph == known) {
            return;
        }
        boolean same = graph.vertexCount() == known.vertexCount()
                && graph.edgeCount() == known.edgeCount()
                && graph.directed() == known.directed();
        for (int e = 0; same && e < known.edgeCount(); e++) {
            same = graph.source(e) == known.source(e) && graph.target(e) == known.target(e);
        }
        if (!same) {
            throw new IllegalArgumentException(
                    "edge masks for the " + known + " of their dataset do not fit another graph, " + graph);
        }
    }

    NodeDataset dataset() {
        return dataset;
    }

    GnnSpec spec() {
        return spec;
    }

    MaskOptions options() {
        return options;
    }

    @Override
    public String toString() {
        return "edge masks, " + options.perRound(dataset.graph().edgeCount()) + " edges per round, " + rules;
    }
}
