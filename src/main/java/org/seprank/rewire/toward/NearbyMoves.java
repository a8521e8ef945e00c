package org.seprank.rewire.toward;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.seprank.graph.Graph;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.toward.gain.LiveGraph;
import org.seprank.rewire.toward.gain.Move;

/**
 * All moves near the interactions: those of one edge are listed once and follow the graph, exchanges are enumerated at
 * every step, and both keep their gains as long as nothing changes that these depend on. Memory about 100 bytes per
 * move.
 */
final class NearbyMoves implements MoveSource {
    /** More moves are refused. */
    static final int MOST = 1_000_000;

    private static final int BYTES = 100; // of a candidate with its gain, more for many interactions

    private final LiveGraph graph;
    private final NearArcs near;
    private final boolean strengthens;
    private final Set<Move.Kind> kinds;
    private final List<Candidate> singles = new ArrayList<>();
    private final Set<Move> appended = new HashSet<>();
    private final Graph before;
    private final Map<Move, Candidate> swaps = new HashMap<>(); // never iterated but to outdate all

    /**
     * @param graph the live form of {@code before}
     * @throws IllegalArgumentException if there are too many moves of one edge
     */
    NearbyMoves(Graph before, LiveGraph graph, NearArcs near, RunSettings settings) {
        this.before = before;
        this.graph = graph;
        this.near = near;
        this.strengthens = settings.direction().rising();
        this.kinds = settings.kinds();
        AtomicInteger number = new AtomicInteger();
        forEachSingle((u, v) -> check(number.incrementAndGet(), "pairs of vertices"));
        forEachSingle((u, v) -> singles.add(new Candidate(single(u, v))));
    }

    private Move single(int u, int v) {
        return strengthens ? Move.add(u, v) : Move.remove(u, v);
    }

    /** Ends of an edge, in an undirected graph the smaller one first. */
    @FunctionalInterface
    private interface Ends {
        void accept(int u, int v);
    }

    private void forEachSingle(Ends action) {
        for (int v = 0; v < graph.vertexCount(); v++) {
            if (strengthens) {
                additions(v, action);
            } else {
                removals(v, action);
            }
        }
    }

    private void additions(int v, Ends action) {
        BitSet others = near.others(v);
        for (int u = others.nextSetBit(0); u >= 0; u = others.nextSetBit(u + 1)) {
            if (!graph.has(u, v) && near.contains(u, v)) {
                action.accept(graph.directed() ? u : v, graph.directed() ? v : u);
            }
        }
    }

    private void removals(int u, Ends action) {
        for (int k = 0; k < graph.outDegree(u); k++) {
            int v = graph.out(u)[k];
            if ((graph.directed() || u < v) && near.contains(u, v)) {
                action.accept(u, v);
            }
        }
    }

    private void check(int number, String what) {
        if (number > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " " + what + " to compare, which need over "
                    + (long) BYTES * MOST / 1_000_000 + " MB; choose candidates within fewer steps, or random ones");
        }
    }

    @Override
    public void forEach(Consumer<Candidate> action) {
        if (kinds.contains(strengthens ? Move.Kind.ADD : Move.Kind.REMOVE)) {
            singles.forEach(action);
        }
        if (kinds.contains(Move.Kind.SWAP)) {
            Set<Move> shown = new HashSet<>();
            for (Candidate single : singles) {
                if (graph.permits(single.move())) {
                    if (strengthens) {
                        swapsThatAdd(single.move(), shown, action);
                    } else {
                        swapsThatRemove(single.move(), shown, action);
                    }
                }
            }
            swaps.keySet().retainAll(shown);
        }
    }

    /** Puts a→d in: takes a→b and c→d for it, and puts c→b in. */
    private void swapsThatAdd(Move addition, Set<Move> shown, Consumer<Candidate> action) {
        int a = addition.a();
        int d = addition.b();
        for (int i = 0; i < graph.outDegree(a); i++) {
            for (int k = 0; k < graph.inDegree(d); k++) {
                show(a, graph.out(a)[i], graph.in(d)[k], d, shown, action);
            }
        }
    }

    /** Takes a→b, and any other edge in any of its directions. */
    private void swapsThatRemove(Move removal, Set<Move> shown, Consumer<Candidate> action) {
        for (int c = 0; c < graph.vertexCount(); c++) {
            for (int k = 0; k < graph.outDegree(c); k++) {
                show(removal.a(), removal.b(), c, graph.out(c)[k], shown, action);
            }
        }
    }

    private void show(int a, int b, int c, int d, Set<Move> shown, Consumer<Candidate> action) {
        if (a == c || b == d || a == d || c == b || graph.has(a, d) || graph.has(c, b)) {
            return;
        }
        Move swap = Move.swap(graph.directed(), a, b, c, d);
        if (shown.add(swap)) {
            check(shown.size(), "exchanges");
            action.accept(swaps.computeIfAbsent(swap, Candidate::new));
        }
    }

    @Override
    public void made(Move move, BitSet touched) {
        singles.forEach(candidate -> candidate.outdate(touched));
        swaps.values().forEach(candidate -> candidate.outdate(touched));
        if (move.kind() != Move.Kind.SWAP) {
            return; // what single moves change is never changed back
        }
        for (Edit edit : move.edits()) {
            boolean turned = !graph.directed() && edit.u() > edit.v();
            int u = turned ? edit.v() : edit.u();
            int v = turned ? edit.u() : edit.v();
            boolean gone = edit.kind() == Edit.Kind.REMOVE;
            boolean listed = gone == (before.edgeBetween(u, v) < 0);
            if (gone == strengthens && !listed && near.contains(u, v) && appended.add(single(u, v))) {
                singles.add(new Candidate(single(u, v)));
            }
        }
    }
}
