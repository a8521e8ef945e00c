package org.seprank.rewire.toward;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.seprank.rewire.toward.gain.LiveGraph;
import org.seprank.rewire.toward.gain.LiveIndices;
import org.seprank.rewire.toward.gain.Move;
import org.seprank.walk.Target;

/** Moves drawn afresh at every step; see {@link Candidates#sampled}. Time O(T n) per step and O(1) per draw. */
final class SampledMoves implements MoveSource {
    private record Heads(Target target, int walkLength) {}

    private final LiveIndices indices;
    private final LiveGraph graph;
    private final InteractionGoal goal;
    private final boolean strengthens;
    private final List<Move.Kind> kinds;
    private final int count;
    private final SplittableRandom random;
    private final Map<Heads, int[]> heads = new HashMap<>();

    SampledMoves(LiveIndices indices, InteractionGoal goal, RunSettings settings, Candidates.Sampled sampled) {
        this.indices = indices;
        this.graph = indices.graph();
        this.goal = goal;
        this.strengthens = settings.direction().rising();
        this.kinds = settings.kinds().stream().sorted().toList();
        this.count = sampled.count();
        this.random = new SplittableRandom(sampled.seed());
    }

    @Override
    public void forEach(Consumer<Candidate> action) {
        heads.clear();
        for (int i = 0; i < count && !kinds.isEmpty(); i++) {
            draw(kinds.get(i % kinds.size())).map(Candidate::new).ifPresent(action);
        }
    }

    @Override
    public void made(Move move, BitSet touched) {
        // the next step draws afresh
    }

    private Optional<Move> draw(Move.Kind kind) {
        int head = head();
        return switch (kind) {
            case ADD -> addition(head);
            case REMOVE -> removal(head);
            case SWAP -> strengthens ? swapThatAdds(head) : swapThatRemoves(head);
        };
    }

    /** One draw in four goes a step further, where an arc changes nothing but the boundary. */
    private int head() {
        int i = random.nextInt(goal.interactions().size());
        int longest = goal.depth() - 1;
        int walkLength = random.nextInt(4) == 0 ? longest : Math.max(0, longest - 1);
        Heads key = new Heads(goal.interactions().get(i).target(), walkLength);
        int[] pool = heads.computeIfAbsent(
                key,
                fresh -> IntStream.range(0, graph.vertexCount())
                        .filter(v -> indices.intoTarget(i, walkLength, v) > 0)
                        .toArray());
        return pool[random.nextInt(pool.length)];
    }

    private Optional<Move> addition(int v) {
        int u = random.nextInt(graph.vertexCount());
        if (u == v || graph.has(u, v)) {
            return Optional.empty();
        }
        return Optional.of(turned(u, v) ? Move.add(v, u) : Move.add(u, v));
    }

    private Optional<Move> removal(int v) {
        if (graph.inDegree(v) == 0) {
            return Optional.empty();
        }
        int u = anyIn(v);
        return Optional.of(turned(u, v) ? Move.remove(v, u) : Move.remove(u, v));
    }

    /** The same edge is the same move, whichever end was drawn first. */
    private boolean turned(int u, int v) {
        return !graph.directed() && u > v;
    }

    private Optional<Move> swapThatAdds(int d) {
        int a = random.nextInt(graph.vertexCount());
        if (graph.outDegree(a) == 0 || graph.inDegree(d) == 0) {
            return Optional.empty();
        }
        return swap(a, anyOut(a), anyIn(d), d);
    }

    private Optional<Move> swapThatRemoves(int b) {
        int c = random.nextInt(graph.vertexCount());
        if (graph.inDegree(b) == 0 || graph.outDegree(c) == 0) {
            return Optional.empty();
        }
        return swap(anyIn(b), b, c, anyOut(c));
    }

    private Optional<Move> swap(int a, int b, int c, int d) {
        boolean possible = a != c && a != d && b != c && b != d && !graph.has(a, d) && !graph.has(c, b);
        return possible ? Optional.of(Move.swap(graph.directed(), a, b, c, d)) : Optional.empty();
    }

    private int anyIn(int v) {
        return graph.in(v)[random.nextInt(graph.inDegree(v))];
    }

    private int anyOut(int v) {
        return graph.out(v)[random.nextInt(graph.outDegree(v))];
    }
}
