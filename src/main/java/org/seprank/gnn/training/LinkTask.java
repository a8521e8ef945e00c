package org.seprank.gnn.training;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.seprank.dataset.Labels;
import org.seprank.dataset.LinkDataset;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.dataset.TargetValues;
import org.seprank.dataset.Truth;
import org.seprank.gnn.Network;
import org.seprank.gnn.Predictions;
import org.seprank.gnn.TargetLabels;
import org.seprank.gnn.TargetScale;
import org.seprank.gnn.TaskShape;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.graph.Graph;

/**
 * Whether two vertices have an edge. Messages pass along the edges that are not held out; every step learns the edges
 * of the training part and as many pairs without one in the graph that messages pass along, drawn anew in every epoch.
 *
 * <p>Rows are all edges, then the rivals of each in turn: pairs with one of its ends, the other drawn uniformly from
 * the vertices that have no edge with it in the whole graph (filtered; Bordes et al., 2013). An edge ranks by its
 * probability among its own rivals, ties half. Metrics that compare edges with pairs without one take the first rival
 * of each edge. Held-out edges have {@value #RIVALS} rivals, fewer where that would be more than {@value #MOST_PAIRS}
 * pairs; edges of the training part have one, and ranks of the training part are among two. What is drawn depends on
 * the split's name alone.
 */
public final class LinkTask implements Task {
    /** The rivals of an edge that is held out. */
    public static final int RIVALS = 100;

    /** The most pairs that are asked about. */
    public static final int MOST_PAIRS = 4_000_000;

    private static final int TRIES = 10_000;

    private final Graph whole;
    private final GraphBatch batch;
    private final Graph passing;
    private final Split edges; // parts of the edges
    private final int rivals;
    private final int[] first;
    private final int[] second;
    private final int[] rivalsFrom; // the first rival of each edge, and the number of rows at the end
    private final Split split; // of the rows
    private final Truth truth;

    private LinkTask(LinkDataset dataset, Split edges) {
        this.whole = dataset.whole().graph();
        this.edges = edges;
        NodeDataset messages = dataset.messages(edges);
        this.passing = messages.graph();
        int m = whole.edgeCount();
        int held = edges.count(Split.Part.VALIDATION) + edges.count(Split.Part.TEST);
        this.rivals = (int) Math.max(1, Math.min(RIVALS, (MOST_PAIRS - 2L * m) / Math.max(1, held)));
        this.rivalsFrom = new int[m + 1];
        int at = m;
        for (int e = 0; e < m; e++) {
            rivalsFrom[e] = at;
            at = Math.addExact(at, rivalsOf(e));
        }
        rivalsFrom[m] = at;
        this.first = new int[at];
        this.second = new int[at];
        draw();
        this.split = rows();
        double[] linked = new double[at];
        Arrays.fill(linked, 0, m, 1);
        this.truth = new Truth(Labels.missing(at), TargetValues.of(TargetValues.Kind.LINKS, List.of("link"), linked));
        this.batch = InputBatch.of(messages).withPairs(first, second);
    }

    /** The task of a dataset with one of its splits. */
    public static LinkTask of(LinkDataset dataset, Split split) {
        return new LinkTask(dataset, split);
    }

    private int rivalsOf(int edge) {
        boolean held = edges.contains(Split.Part.VALIDATION, edge) || edges.contains(Split.Part.TEST, edge);
        return held ? rivals : edges.contains(Split.Part.TRAIN, edge) ? 1 : 0;
    }

    private void draw() {
        SplittableRandom random = new SplittableRandom(edges.name().hashCode());
        for (int e = 0; e < whole.edgeCount(); e++) {
            first[e] = whole.source(e);
            second[e] = whole.target(e);
            for (int r = rivalsFrom[e]; r < rivalsFrom[e + 1]; r++) {
                boolean headKept = random.nextBoolean();
                first[r] = headKept ? second[e] : first[e];
                second[r] = stranger(first[r], random);
            }
        }
    }

    /** A vertex that has no edge with {@code v}. */
    private int stranger(int v, SplittableRandom random) {
        int n = whole.vertexCount();
        for (int t = 0; t < TRIES; t++) {
            int w = random.nextInt(n);
            if (w != v && whole.edgeBetween(v, w) < 0 && whole.edgeBetween(w, v) < 0) {
                return w;
            }
        }
        throw new IllegalArgumentException("no vertex was found that has no edge with vertex '"
                + whole.ids().id(v) + "'; edges of so dense a graph are not predicted");
    }

    private Split rows() {
        Split.Builder builder = Split.over(edges.name(), first.length);
        for (Split.Part part : Split.Part.values()) {
            int[] own = edges.indices(part);
            builder.put(part, own);
            builder.put(part, Arrays.stream(own).map(e -> rivalsFrom[e]).toArray());
        }
        return builder.build();
    }

    /** What ranks are among, as a sentence. */
    public String ranking() {
        return "Edges that are held out rank among " + (rivals + 1) + " pairs, those of the training part among 2.";
    }

    /** An end of the pair of a row. */
    public int first(int row) {
        return first[row];
    }

    /** The other end. */
    public int second(int row) {
        return second[row];
    }

    @Override
    public TaskShape shape() {
        return TaskShape.of(batch, 1, TargetScale.none());
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
        SplittableRandom random = new SplittableRandom(seed);
        int[] learned = edges.indices(Split.Part.TRAIN);
        int[] us = new int[2 * learned.length];
        int[] vs = new int[us.length];
        double[] linked = new double[us.length];
        for (int i = 0; i < learned.length; i++) {
            us[i] = first[learned[i]];
            vs[i] = second[learned[i]];
            linked[i] = 1;
            drawApart(us, vs, learned.length + i, random);
        }
        return List.of(new Step(batch.withPairs(us, vs), TargetLabels.values(1, linked)));
    }

    /** Two of the vertices that have no edge that messages pass along: what is held out is not known here. */
    private void drawApart(int[] us, int[] vs, int at, SplittableRandom random) {
        int n = whole.vertexCount();
        for (int t = 0; t < TRIES; t++) {
            int u = random.nextInt(n);
            int v = random.nextInt(n);
            if (u != v && passing.edgeBetween(u, v) < 0) {
                us[at] = u;
                vs[at] = v;
                return;
            }
        }
        throw new IllegalArgumentException(
                "no two vertices without an edge were found; edges of so dense a graph are" + " not predicted");
    }

    @Override
    public Predictions predict(Network network) {
        return network.output(batch);
    }

    @Override
    public double measure(Metric metric, Predictions predictions, Split.Part part, int[] rows) {
        return metric.ranks() ? metric.ofRanks(ranks(predictions, part)) : metric.of(predictions, truth, rows);
    }

    private double[] ranks(Predictions predictions, Split.Part part) {
        return IntStream.of(edges.indices(part))
                .mapToDouble(e -> rank(predictions, e))
                .toArray();
    }

    private double rank(Predictions predictions, int edge) {
        double own = predictions.value(edge, 0);
        double rank = 1;
        for (int r = rivalsFrom[edge]; r < rivalsFrom[edge + 1]; r++) {
            double other = predictions.value(r, 0);
            rank += other > own ? 1 : other == own ? 0.5 : 0;
        }
        return rank;
    }
}
