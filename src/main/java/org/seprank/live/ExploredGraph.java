package org.seprank.live;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexSet;
import org.seprank.rewire.Budget;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.walk.WalkIndexSparsifier;
import org.seprank.separation.Bounds;
import org.seprank.separation.SeparationProblem;
import org.seprank.separation.matroid.InteractionDimension;
import org.seprank.separation.monomial.Unfolding;
import org.seprank.walk.EdgeRemovalEffects;
import org.seprank.walk.Target;
import org.seprank.walk.WalkIndex;
import org.seprank.walk.WalkIndexAlong;
import org.seprank.work.Progress;

/**
 * A graph, lists of edits of it, and what is asked about them. Answers that are more than a number are JSON, whole
 * numbers that may exceed 64 bits decimal strings in it. Keeps the edited graph that was asked about last; for one
 * thread.
 */
public final class ExploredGraph {
    private static final int[] NO_EDGES = new int[0];

    private final Graph graph;
    private final Map<String, EditList> lists = new HashMap<>();
    private final Map<String, int[]> removals = new HashMap<>(); // edges of the lists that only remove some
    private String editedBy = "";
    private int edits;
    private Graph edited;

    private ExploredGraph(Graph graph) {
        this.graph = graph;
        this.edited = graph;
        lists.put("", EditList.empty());
        removals.put("", NO_EDGES);
    }

    /** That graph, without edits. */
    public static ExploredGraph of(Graph graph) {
        return new ExploredGraph(graph);
    }

    /**
     * The graph on 0..n-1 with these edges.
     *
     * @param ends two for each edge, tail first
     */
    public static ExploredGraph of(int n, boolean directed, int[] ends) {
        GraphBuilder builder = GraphBuilder.over(n, directed).expectEdges(ends.length / 2);
        for (int i = 0; i < ends.length; i += 2) {
            builder.edge(ends[i], ends[i + 1]);
        }
        return of(builder.build());
    }

    /** The number of edges before any edit. */
    public int edgeCount() {
        return graph.edgeCount();
    }

    /**
     * Makes a list of edits known; one of the same name is replaced.
     *
     * @param ends two for each edit; an edit that adds its edge has them as {@code -1 - u} and {@code -1 - v}
     */
    public void list(String name, int[] ends) {
        EditList.Builder builder = EditList.builder();
        int[] edges = new int[ends.length / 2];
        boolean removes = true;
        for (int i = 0; i < edges.length; i++) {
            int u = ends[2 * i];
            int v = ends[2 * i + 1];
            removes &= u >= 0;
            edges[i] = u < 0 ? -1 : graph.edgeBetween(u, v);
            builder.add(u < 0 ? Edit.add(-1 - u, -1 - v) : Edit.remove(u, v));
        }
        lists.put(name, builder.build());
        removals.remove(name);
        if (removes) {
            removals.put(name, edges);
        }
        if (editedBy.equals(name)) {
            editedBy = "";
            edits = 0;
            edited = graph;
        }
    }

    /** The order of removal of all edges by walk-index sparsification for networks of so many layers, as for a list. */
    public int[] order(int depth) {
        EditList order = WalkIndexSparsifier.of(depth).sparsify(graph, Budget.remove(graph.edgeCount()));
        int[] ends = new int[2 * order.size()];
        for (int i = 0; i < order.size(); i++) {
            Edit edit = order.get(i);
            ends[2 * i] = edit.u();
            ends[2 * i + 1] = edit.v();
        }
        return ends;
    }

    private EditList named(String name) {
        EditList list = lists.get(name);
        if (list == null) {
            throw new IllegalArgumentException("no list '" + name + "' of edits");
        }
        return list;
    }

    private Graph edited(String name, int count) {
        if (!name.equals(editedBy) || count != edits) {
            edited = named(name).prefix(count).applyTo(graph);
            editedBy = name;
            edits = count;
        }
        return edited;
    }

    private Graph edited(Moment moment) {
        return edited(moment.list(), moment.edits());
    }

    /** The walk indices for the depths 1..maxDepth, an array of strings. */
    public String walkIndices(Moment moment, int maxDepth) {
        return LiveAnswers.of(WalkIndex.byDepth(edited(moment), moment.side(), moment.target(), maxDepth));
    }

    /** The boundary. */
    public VertexSet boundary(Moment moment) {
        return moment.side().boundary(edited(moment));
    }

    /** The walk index of {v} for the prediction at v. */
    public BigInteger own(Moment moment, int v, int depth) {
        return WalkIndex.of(edited(moment), VertexSet.of(graph.vertexCount(), v), Target.vertex(v), depth);
    }

    /** The bounds that need no search: {@code {"bounds": [..]}}. */
    public String fastBounds(Moment moment, int depth, int inputWidth, int hiddenWidth) {
        return LiveAnswers.of(
                Bounds.fast(problem(moment, depth, inputWidth, hiddenWidth), Bounds.Options.defaults()));
    }

    /** All bounds, as an analysis has them: {@code {"bounds": [..]}}. */
    public String allBounds(Moment moment, int depth, int inputWidth, int hiddenWidth) {
        return LiveAnswers.of(Bounds.of(problem(moment, depth, inputWidth, hiddenWidth), Bounds.Options.defaults()));
    }

    /**
     * The interaction dimension, {@code {"value": 13, "certainty": "exact"}}; {@code null} for depth 1, which has no
     * layer between.
     */
    public String dimension(Moment moment, int depth) {
        Graph now = edited(moment);
        if (depth == 1) {
            return "null";
        }
        Unfolding unfolding = Unfolding.of(now, moment.target().ends(now.vertexCount()), depth);
        return LiveAnswers.of(InteractionDimension.of(
                unfolding,
                moment.side(),
                new SplittableRandom(0),
                Bounds.Options.defaults().effort()));
    }

    private SeparationProblem problem(Moment moment, int depth, int inputWidth, int hiddenWidth) {
        return new SeparationProblem(edited(moment), moment.side(), moment.target(), depth, inputWidth, hiddenWidth);
    }

    /** The edges whose removal costs most of the walk index: an array of {@code [u, v, "loss"]}. */
    public String strongest(Moment moment, int depth, int count) {
        Graph now = edited(moment);
        return LiveAnswers.of(
                now,
                EdgeRemovalEffects.over(now, moment.side(), moment.target(), depth)
                        .strongest(count, Progress.none()));
    }

    /**
     * The walk index after some numbers of edits of a list, an array of strings.
     *
     * @param moment whose count of edits does not matter
     * @param counts ascending, in 0..the size of the list
     */
    public String walkIndexAlong(Moment moment, int depth, int[] counts) {
        int[] order = removals.get(moment.list());
        if (order != null) {
            return LiveAnswers.of(WalkIndexAlong.of(graph, moment.side(), moment.target(), depth, order, counts));
        }
        EditList list = named(moment.list());
        return LiveAnswers.of(Arrays.stream(counts)
                .mapToObj(count -> WalkIndex.of(
                        list.prefix(count).applyTo(graph), moment.side(), moment.target(), depth))
                .toArray(BigInteger[]::new));
    }

    /** The number of components after some numbers of edits of a list. */
    public int[] componentsAlong(String name, int[] counts) {
        int[] order = removals.get(name);
        if (order != null) {
            int[] all = Components.countsAlong(graph, order);
            return Arrays.stream(counts).map(count -> all[count]).toArray();
        }
        EditList list = named(name);
        return Arrays.stream(counts)
                .map(count -> Components.of(list.prefix(count).applyTo(graph)).count())
                .toArray();
    }
}
