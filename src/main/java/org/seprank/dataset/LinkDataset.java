package org.seprank.dataset;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.seprank.graph.Graph;

/**
 * One graph whose edges are to be predicted: the items are its edges, and a split says which of them are learned and
 * which are held out. Messages pass along edges that are not held out, see {@link #messages}. Immutable.
 */
public final class LinkDataset implements Dataset {
    private final NodeDataset whole;
    private final NodeDataset passing;
    private final List<Split> splits;
    private final Truth truth;

    private LinkDataset(NodeDataset whole, NodeDataset passing, List<Split> splits) {
        this.whole = whole;
        this.passing = passing;
        this.splits = List.copyOf(splits);
        double[] ones = new double[whole.graph().edgeCount()];
        Arrays.fill(ones, 1);
        this.truth =
                new Truth(Labels.missing(ones.length), TargetValues.of(TargetValues.Kind.LINKS, List.of("link"), ones));
        for (Split split : splits) {
            if (split.size() != ones.length) {
                throw new IllegalArgumentException("split '" + split.name() + "' of " + split.size()
                        + " items does not fit " + ones.length + " edges");
            }
        }
    }

    /** The edges of that graph, without splits; labels of vertices do not matter. */
    public static LinkDataset of(NodeDataset whole) {
        return new LinkDataset(whole, whole, List.of());
    }

    /**
     * The same edges to predict where messages pass along those of another graph, as after rewiring; edges that are
     * held out are taken from it.
     *
     * @param other the same vertices first, more may follow
     */
    public LinkDataset withMessages(NodeDataset other) {
        if (other.graph().vertexCount() < whole.graph().vertexCount()) {
            throw new IllegalArgumentException("a graph of " + other.graph().vertexCount() + " vertices has not the "
                    + whole.graph().vertexCount() + " whose edges are predicted");
        }
        return new LinkDataset(whole, other, splits);
    }

    /** The graph whose edges are predicted, with the features of its vertices. */
    public NodeDataset whole() {
        return whole;
    }

    /** The graph along whose edges messages pass: without the validation and test parts of a split. Time O(m log m). */
    public NodeDataset messages(Split split) {
        Graph all = whole.graph();
        Graph graph = passing.graph();
        BitSet out = new BitSet();
        for (int e = 0; e < graph.edgeCount(); e++) {
            boolean inside = Math.max(graph.source(e), graph.target(e)) < all.vertexCount();
            int edge = inside ? all.edgeBetween(graph.source(e), graph.target(e)) : -1;
            out.set(e, edge >= 0 && heldOut(split, edge));
        }
        return passing.withGraph(graph.without(out));
    }

    private static boolean heldOut(Split split, int edge) {
        return split.contains(Split.Part.VALIDATION, edge) || split.contains(Split.Part.TEST, edge);
    }

    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public Truth truth() {
        return truth;
    }

    @Override
    public Features edgeFeatures() {
        return whole.edgeFeatures();
    }

    @Override
    public List<Split> splits() {
        return splits;
    }

    @Override
    public Provenance provenance() {
        return whole.provenance();
    }

    @Override
    public int featureCount() {
        return whole.featureCount();
    }

    @Override
    public String contentHash() {
        return whole.contentHash();
    }

    @Override
    public LinkDataset withSplits(List<Split> others) {
        return new LinkDataset(whole, passing, others);
    }

    /**
     * Not possible: what is to be predicted are the edges.
     *
     * @throws IllegalArgumentException always
     */
    @Override
    public LinkDataset withTargetValues(TargetValues values) {
        throw new IllegalArgumentException("the edges of " + name() + " are predicted, not other values");
    }

    @Override
    public LinkDataset withProvenance(Provenance provenance) {
        return new LinkDataset(whole.withProvenance(provenance), passing, splits);
    }

    @Override
    public String toString() {
        return name() + ": the " + truth.size() + " edges of " + whole.graph().vertexCount() + " vertices";
    }
}
