package org.seprank.rewire.toward;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.seprank.graph.Adjacency;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.walk.Interaction;

/**
 * The arcs u→v near an interaction: v within k steps of its target, u within k steps of its boundary or on the other
 * side than v; see {@link Candidates#kHop}. Memory O(M n) bits, and O(M (n + m)) time to find them.
 */
final class NearArcs {
    private final boolean directed;
    private final boolean everywhere;
    private final List<Interaction> interactions;
    private final List<BitSet> tails = new ArrayList<>(); // within k steps of the boundary
    private final List<BitSet> heads = new ArrayList<>(); // within k steps of the target
    private final BitSet anyHead = new BitSet();
    private final int n;

    private NearArcs(Graph graph, List<Interaction> interactions, boolean everywhere) {
        this.directed = graph.directed();
        this.everywhere = everywhere;
        this.interactions = interactions;
        this.n = graph.vertexCount();
    }

    static NearArcs everywhere(Graph graph) {
        return new NearArcs(graph, List.of(), true);
    }

    static NearArcs within(int k, Graph graph, InteractionGoal goal) {
        NearArcs near = new NearArcs(graph, goal.interactions(), false);
        for (Interaction one : goal.interactions()) {
            near.tails.add(ball(graph.out(), one.partition().boundary(graph), k));
            near.heads.add(ball(graph.in(), one.target().ends(near.n), k));
            near.anyHead.or(near.heads.get(near.heads.size() - 1));
        }
        return near;
    }

    private static BitSet ball(Adjacency rows, VertexSet centre, int k) {
        BitSet ball = new BitSet();
        centre.stream().forEach(ball::set);
        int[] front = centre.toArray();
        for (int step = 0; step < k && front.length > 0; step++) {
            BitSet next = new BitSet();
            for (int v : front) {
                for (int i = rows.offsets()[v]; i < rows.offsets()[v + 1]; i++) {
                    next.set(rows.neighbours()[i]);
                }
            }
            next.andNot(ball);
            ball.or(next);
            front = next.stream().toArray();
        }
        return ball;
    }

    /** Whether the edge is near, in an undirected graph in either direction. */
    boolean contains(int u, int v) {
        return arc(u, v) || (!directed && arc(v, u));
    }

    private boolean arc(int u, int v) {
        for (int i = 0; i < heads.size(); i++) {
            VertexSet side = interactions.get(i).partition();
            boolean crosses = side.contains(u) != side.contains(v);
            if (heads.get(i).get(v) && (crosses || tails.get(i).get(u))) {
                return true;
            }
        }
        return everywhere;
    }

    /** The vertices u for which u→v may be near; in an undirected graph those above v, so that an edge has one turn. */
    BitSet others(int v) {
        BitSet others = new BitSet(n);
        boolean isHead = everywhere || anyHead.get(v);
        if (isHead) {
            others.set(directed ? 0 : v + 1, n);
        } else if (!directed) {
            others.or(anyHead);
            others.clear(0, v);
        }
        others.clear(v);
        return others;
    }
}
