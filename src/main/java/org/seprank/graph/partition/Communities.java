package org.seprank.graph.partition;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.seprank.graph.Graph;

/**
 * Communities of high modularity {@code sum over edges within (w_ij - s_i s_j / 2m) / m}, s the strengths: by the
 * Louvain method (Blondel et al., arXiv 0803.0476) or the Leiden algorithm (Traag, Waltman and van Eck, arXiv
 * 1810.08473), whose communities are connected. Weights count, negative ones as 0; directions do not. Vertices are
 * visited in an order that the seed decides and moved to the community of the greatest gain, that of a neighbour or an
 * empty one, of equals the one with the smallest number. Leiden's refinement joins greedily, the limit of its random
 * choice for vanishing temperature. Passes follow each other until no vertex gains by moving, {@value #MOST_PASSES} at
 * most; each takes about O(m) per level.
 */
public final class Communities {
    private static final double LEAST_GAIN = 1e-12;
    private static final int MOST_PASSES = 50;

    private final CommunityGraph graph;
    private final SplittableRandom random;
    private final int[] of; // the community of each vertex
    private final double[] strength; // of each community
    private final int[] members; // of each community, how many
    private final int[] empty; // communities without members
    private int emptyCount;
    private final double[] toward; // weight from the vertex that is looked at to each community
    private final int[] seen; // communities it has an edge to
    private int seenCount;

    private Communities(CommunityGraph graph, int[] start, SplittableRandom random) {
        this.graph = graph;
        this.random = random;
        this.of = start.clone();
        this.strength = new double[graph.size()];
        this.members = new int[graph.size()];
        this.empty = new int[graph.size()];
        this.toward = new double[graph.size()];
        this.seen = new int[graph.size()];
        for (int v = 0; v < graph.size(); v++) {
            strength[of[v]] += graph.strength(v);
            members[of[v]]++;
        }
        for (int c = graph.size() - 1; c >= 0; c--) {
            if (members[c] == 0) {
                empty[emptyCount++] = c;
            }
        }
    }

    /** The community of every vertex, some number. */
    public static int[] louvain(Graph graph, long seed) {
        return passes(graph, seed, false);
    }

    /** The same, each community connected. */
    public static int[] leiden(Graph graph, long seed) {
        return passes(graph, seed, true);
    }

    /** Pass after pass, until no vertex gains by moving. */
    private static int[] passes(Graph given, long seed, boolean refined) {
        SplittableRandom random = new SplittableRandom(seed);
        CommunityGraph graph = CommunityGraph.of(given.asUndirected());
        int[] found = IntStream.range(0, graph.size()).toArray();
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            int[] next = numbered(pass(graph, found, random, refined));
            if (Arrays.equals(next, found)) {
                break;
            }
            found = next;
        }
        return found;
    }

    private static int[] pass(CommunityGraph whole, int[] from, SplittableRandom random, boolean refined) {
        CommunityGraph graph = whole;
        int[] place = IntStream.range(0, graph.size()).toArray(); // of each given vertex in the graph of this level
        int[] start = from;
        while (true) {
            Communities level = new Communities(graph, start, random);
            boolean moved = level.move();
            int[] parts = refined ? level.refine() : level.of;
            int[] numbers = numbered(parts);
            int count = Arrays.stream(numbers).max().orElse(-1) + 1;
            if (!moved || count == graph.size()) {
                int[] found = level.of;
                return Arrays.stream(place).map(v -> found[v]).toArray();
            }
            int[] communities = numbered(level.of);
            start = new int[count];
            for (int v = 0; v < numbers.length; v++) {
                start[numbers[v]] = communities[v];
            }
            place = Arrays.stream(place).map(v -> numbers[v]).toArray();
            graph = graph.joined(numbers, count);
        }
    }

    /** The same groups numbered from 0 by their first members. */
    private static int[] numbered(int[] groups) {
        int[] number = new int[groups.length];
        Arrays.fill(number, -1);
        int count = 0;
        int[] result = new int[groups.length];
        for (int v = 0; v < groups.length; v++) {
            if (number[groups[v]] < 0) {
                number[groups[v]] = count++;
            }
            result[v] = number[groups[v]];
        }
        return result;
    }

    private int[] shuffled() {
        int[] order = IntStream.range(0, graph.size()).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    /** Moves vertices until none gains; whether one moved. */
    private boolean move() {
        int n = graph.size();
        int[] queue = shuffled();
        boolean[] waits = new boolean[n];
        Arrays.fill(waits, true);
        int head = 0;
        int waiting = n;
        boolean any = false;
        while (waiting > 0) {
            int v = queue[head];
            head = (head + 1) % n;
            waiting--;
            waits[v] = false;
            int from = of[v];
            int to = best(v);
            if (to != from) {
                any = true;
                put(v, to);
                for (int k = graph.begin(v); k < graph.begin(v + 1); k++) {
                    int u = graph.neighbour(k);
                    if (!waits[u] && of[u] != to) {
                        waits[u] = true;
                        queue[(head + waiting++) % n] = u;
                    }
                }
            }
        }
        return any;
    }

    private void put(int v, int to) {
        int from = of[v];
        strength[from] = --members[from] == 0 ? 0 : strength[from] - graph.strength(v);
        if (members[from] == 0) {
            empty[emptyCount++] = from;
        }
        if (members[to]++ == 0) {
            emptyCount--; // it is the last of them
        }
        strength[to] += graph.strength(v);
        of[v] = to;
    }

    /** Where a vertex gains most: the community of a neighbour, or one of its own. */
    private int best(int v) {
        look(v, of);
        int own = of[v];
        double least = toward[own] - share(v, strength[own] - graph.strength(v)) + LEAST_GAIN;
        int best = own;
        for (int s = 0; s < seenCount; s++) {
            int c = seen[s];
            double gain = c == own ? Double.NEGATIVE_INFINITY : toward[c] - share(v, strength[c]);
            if (gain > least || (gain == least && best != own && c < best)) {
                least = gain;
                best = c;
            }
        }
        forget();
        return best != own || least >= 0 || members[own] == 1 ? best : empty[emptyCount - 1];
    }

    private double share(int v, double ofCommunity) {
        return graph.total() == 0 ? 0 : graph.strength(v) * ofCommunity / graph.total();
    }

    /** Sums the weights from {@code v} to the groups of its neighbours. */
    private void look(int v, int[] groups) {
        for (int k = graph.begin(v); k < graph.begin(v + 1); k++) {
            int c = groups[graph.neighbour(k)];
            if (toward[c] == 0) {
                seen[seenCount++] = c;
            }
            toward[c] += graph.weight(k);
        }
    }

    private void forget() {
        for (int s = 0; s < seenCount; s++) {
            toward[seen[s]] = 0;
        }
        seenCount = 0;
    }

    /** Parts of the communities, each connected: single vertices that join parts where that gains. */
    private int[] refine() {
        int n = graph.size();
        int[] part = IntStream.range(0, n).toArray();
        double[] ofPart = IntStream.range(0, n).mapToDouble(graph::strength).toArray();
        double[] outward = new double[n]; // weight from each part to the rest of its community
        int[] joined = new int[n];
        Arrays.fill(joined, 1);
        for (int v = 0; v < n; v++) {
            outward[v] = within(v);
        }
        for (int v : shuffled()) {
            double rest = strength[of[v]];
            if (joined[part[v]] != 1 || part[v] != v || outward[v] < share(v, rest - graph.strength(v))) {
                continue;
            }
            look(v, part);
            int best = v;
            double most = LEAST_GAIN;
            for (int s = 0; s < seenCount; s++) {
                int c = seen[s];
                boolean sameCommunity = of[c] == of[v] && c != v;
                boolean connected = sameCommunity && outward[c] >= ofPart[c] * (rest - ofPart[c]) / graph.total();
                double gain = connected ? toward[c] - share(v, ofPart[c]) : 0;
                if (gain > most || (gain == most && best != v && c < best)) {
                    most = gain;
                    best = c;
                }
            }
            if (best != v) {
                outward[best] += outward[v] - 2 * toward[best];
                ofPart[best] += graph.strength(v);
                joined[best]++;
                joined[v] = 0;
                part[v] = best;
            }
            forget();
        }
        return part;
    }

    private double within(int v) {
        double sum = 0;
        for (int k = graph.begin(v); k < graph.begin(v + 1); k++) {
            sum += of[graph.neighbour(k)] == of[v] ? graph.weight(k) : 0;
        }
        return sum;
    }
}
