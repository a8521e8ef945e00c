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
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.Ties;
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
    private final Graph graph;
    private final Map<String, LiveEdits> lists = new HashMap<>();
    private String editedBy = "";
    private int edits;
    private Graph edited;

    private ExploredGraph(Graph graph) {
        this.graph = graph;
        this.edited = graph;
        lists.put("", LiveEdits.of(graph, new int[0]));
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
        lists.put(name, LiveEdits.of(graph, ends));
        if (editedBy.equals(name)) {
            editedBy = "";
            edits = 0;
            edited = graph;
        }
    }

    /** The order of removal of all edges by walk-index sparsification for networks of so many layers, as for a list. */
    public int[] order(int depth, Ties ties) {
        WalkIndexSparsifier sparsifier =
                WalkIndexSparsifier.of(depth, RemovalRules.defaults().withTies(ties));
        EditList order = sparsifier.sparsify(graph, Budget.remove(graph.edgeCount()));
        int[] ends = new int[2 * order.size()];
        for (int i = 0; i < order.size(); i++) {
            Edit edit = order.get(i);
            ends[2 * i] = edit.u();
            ends[2 * i + 1] = edit.v();
        }
        return ends;
    }

    private LiveEdits named(String name) {
        LiveEdits list = lists.get(name);
        if (list == null) {
            throw new IllegalArgumentException("no list '" + name + "' of edits");
        }
        return list;
    }

    private Graph edited(String name, int count) {
        if (!name.equals(editedBy) || count != edits) {
            edited = named(name).after(count);
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

    /** The walk index of {v} for the prediction at v. */
    public BigInteger own(Moment moment, int v, int depth) {
        return WalkIndex.of(edited(moment), VertexSet.of(graph.vertexCount(), v), Target.vertex(v), depth);
    }

    /** The bounds that need no search: {@code {"bounds": [..]}}. */
    public String fastBounds(Moment moment, int depth, int inputWidth, int hiddenWidth) {
        return LiveAnswers.of(Bounds.fast(problem(moment, depth, inputWidth, hiddenWidth), Bounds.Options.defaults()));
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
        LiveEdits list = named(moment.list());
        return LiveAnswers.of(
                list.removing()
                        ? WalkIndexAlong.of(graph, moment.side(), moment.target(), depth, list.order(), counts)
                        : Arrays.stream(counts)
                                .mapToObj(list::after)
                                .map(now -> WalkIndex.of(now, moment.side(), moment.target(), depth))
                                .toArray(BigInteger[]::new));
    }

    /** The number of components after some numbers of edits of a list. */
    public int[] componentsAlong(String name, int[] counts) {
        LiveEdits list = named(name);
        if (!list.removing()) {
            return Arrays.stream(counts)
                    .map(count -> Components.of(list.after(count)).count())
                    .toArray();
        }
        int[] all = Components.countsAlong(graph, list.order());
        return Arrays.stream(counts).map(count -> all[count]).toArray();
    }
}
