package org.seprank.study.analyze;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.seprank.graph.Graph;
import org.seprank.report.Block;
import org.seprank.study.input.FileHash;
import org.seprank.walk.Target;

/**
 * Pairs of vertices that are asked about.
 *
 * @param pairs the pairs
 * @param description where they are from, such as "file pairs.csv"
 * @param inputs the file, if they are from one
 */
record PairChoice(List<Target.OfPair> pairs, String description, List<Block.Input> inputs) {
    private static final String SAMPLED = "sampled:";
    private static final int MOST = 10_000_000;
    private static final long TRIES = 100; // for each pair without an edge

    PairChoice {
        pairs = List.copyOf(pairs);
        inputs = List.copyOf(inputs);
    }

    /** Whether they are to be drawn. */
    static boolean isSampled(String asked) {
        return asked.startsWith(SAMPLED);
    }

    /**
     * The pairs that are asked for.
     *
     * @param asked {@code sampled:N}, or a path
     * @param seed of the draw
     */
    static PairChoice of(String asked, Graph graph, long seed) throws IOException {
        if (isSampled(asked)) {
            return sampled(count(asked), graph, seed);
        }
        Path path = Path.of(asked);
        return new PairChoice(PairFile.read(path, graph), "file " + asked, List.of(FileHash.input("pairs", path)));
    }

    /** N of {@code sampled:N}. */
    static int count(String asked) {
        String number = asked.substring(SAMPLED.length());
        int count = number.matches("[0-9]{1,8}") ? Integer.parseInt(number) : 0;
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("--pairs " + asked + " is not sampled:N with N in 1.." + MOST);
        }
        return count;
    }

    /** Half of them edges, half pairs without an edge in either direction, as far as there are so many; each once. */
    private static PairChoice sampled(int count, Graph graph, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Target.OfPair> pairs = new ArrayList<>(edges(graph, (count + 1) / 2, random));
        int linked = pairs.size();
        pairs.addAll(strangers(graph, count - linked, random));
        int apart = pairs.size() - linked;
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("a graph of " + graph.vertexCount() + " vertices has no pair to draw");
        }
        String description = linked + (linked == 1 ? " edge and " : " edges and ") + apart
                + (apart == 1 ? " pair" : " pairs") + " without one, drawn with seed " + seed;
        return new PairChoice(pairs, description, List.of());
    }

    private static List<Target.OfPair> edges(Graph graph, int count, SplittableRandom random) {
        List<Target.OfPair> drawn = new ArrayList<>();
        int m = graph.edgeCount();
        int wanted = Math.min(m, count);
        for (int e = 0; drawn.size() < wanted; e++) { // selection sampling: D. Knuth, TAOCP 2, 3.4.2 S
            if (random.nextInt(m - e) < wanted - drawn.size()) {
                drawn.add(new Target.OfPair(graph.source(e), graph.target(e)));
            }
        }
        return drawn;
    }

    private static List<Target.OfPair> strangers(Graph graph, int count, SplittableRandom random) {
        int n = graph.vertexCount();
        List<Target.OfPair> drawn = new ArrayList<>();
        Set<Target.OfPair> seen = new HashSet<>();
        for (long tries = 0; n > 1 && drawn.size() < count && tries < TRIES * count; tries++) {
            int a = random.nextInt(n);
            int b = random.nextInt(n - 1);
            b += b >= a ? 1 : 0;
            Target.OfPair pair = new Target.OfPair(Math.min(a, b), Math.max(a, b));
            if (!linked(graph, pair) && seen.add(pair)) {
                drawn.add(pair);
            }
        }
        return drawn;
    }

    /** Whether the graph has an edge between the two, in whatever direction. */
    static boolean linked(Graph graph, Target.OfPair pair) {
        return graph.edgeBetween(pair.u(), pair.v()) >= 0 || graph.edgeBetween(pair.v(), pair.u()) >= 0;
    }
}
