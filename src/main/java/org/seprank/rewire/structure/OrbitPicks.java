package org.seprank.rewire.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.seprank.graph.Graph;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * The pairs of {@link LocalitySnapshots} in their order. As the sizes of all orbits tell how many pairs there are up to
 * a rank, no more are collected than are asked for (twice: either end may pick a pair).
 */
final class OrbitPicks {
    private static final int SAMPLES = 32;
    private static final long BYTES_PER_PICK = 120; // the record, its place in a list and in a set

    private final Graph graph;
    private final int n;
    private final LocalitySnapshots.Options options;
    private final long seed;
    private final int firsts; // orbits per vertex, r = 2..S

    OrbitPicks(Graph graph, LocalitySnapshots.Options options, long seed) {
        this.graph = graph;
        this.n = graph.vertexCount();
        this.options = options;
        this.seed = seed;
        this.firsts = options.snapshots() - 1;
    }

    /** The first {@code count} pairs, or all. */
    List<Pick> first(int count, Progress progress) {
        requireAffordable();
        RankCut cut = RankCut.of(orbitSizes(progress), options, 2L * count);
        long room = Runtime.getRuntime().maxMemory() / 2 / BYTES_PER_PICK;
        if (cut.picks() > room) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "LASER picks %d pairs here, and memory has room for %d; lower the density or the number of edits",
                    cut.picks(),
                    room));
        }
        List<Pick> picks = picks(cut, progress);
        picks.sort(null);
        List<Pick> chosen = new ArrayList<>();
        Set<Long> pairs = new HashSet<>();
        for (int i = 0; i < picks.size() && chosen.size() < count; i++) {
            if (pairs.add(picks.get(i).pair())) {
                chosen.add(picks.get(i));
            }
        }
        return chosen;
    }

    /** Works on a few vertices and multiplies. */
    private void requireAffordable() {
        NearbyWalks walks = new NearbyWalks(graph, options.snapshots());
        int samples = Math.min(n, SAMPLES);
        for (int i = 0; i < samples; i++) {
            int u = (int) ((long) i * n / samples);
            walks.search(u);
            walks.count(u, options.walkLength());
        }
        double steps = (double) walks.steps() / samples * n;
        if (steps > options.mostSteps()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "LASER takes about %.1e visits of edges on %s, more than %.1e; shorten the walks or allow more",
                    steps,
                    graph,
                    options.mostSteps()));
        }
    }

    private int[] orbitSizes(Progress progress) {
        int[] sizes = new int[Math.multiplyExact(n, firsts)];
        progress.start("measuring orbits", n);
        Parallel.current().blocks(n, progress, () -> {
            NearbyWalks walks = new NearbyWalks(graph, options.snapshots());
            return u -> {
                walks.search(u);
                for (int r = 2; r <= options.snapshots(); r++) {
                    sizes[u * firsts + r - 2] = walks.orbitSize(r);
                }
            };
        });
        return sizes;
    }

    private List<Pick> picks(RankCut cut, Progress progress) {
        List<List<Pick>> rows = new ArrayList<>();
        for (int u = 0; u < n; u++) {
            rows.add(List.of());
        }
        progress.start("counting walks", n);
        Parallel.current().blocks(n, progress, () -> {
            NearbyWalks walks = new NearbyWalks(graph, options.snapshots());
            return u -> {
                if (cut.picksOf(u, firsts) > 0) {
                    walks.count(u, options.walkLength());
                    rows.set(u, picksOf(u, walks, cut));
                }
            };
        });
        List<Pick> all = new ArrayList<>();
        rows.forEach(all::addAll);
        return all;
    }

    private List<Pick> picksOf(int u, NearbyWalks walks, RankCut cut) {
        List<Pick> picks = new ArrayList<>();
        for (int r = 2; r <= options.snapshots(); r++) {
            int size = walks.orbitSize(r);
            int[] orbit = smallest(u, r, walks, cut.picksOfOrbit(size));
            for (int i = 0; i < orbit.length; i++) {
                picks.add(Pick.of(RankCut.rank(i + 1, size), r, seed, new int[] {u, orbit[i]}));
            }
        }
        return picks;
    }

    /** The members of the orbit with the fewest walks, these first; equal ones in an order drawn from the seed. */
    private int[] smallest(int u, int r, NearbyWalks walks, int count) {
        if (count == 0) {
            return new int[0];
        }
        int[] orbit = walks.orbit(r);
        StructureSettings.shuffle(orbit, orbit.length, new SplittableRandom(StructureSettings.mixed(seed, u, r)));
        long[] values = new long[orbit.length]; // bits of numbers >= 0 are ordered as they are
        for (int i = 0; i < orbit.length; i++) {
            values[i] = Double.doubleToLongBits(walks.walksTo(orbit[i]));
        }
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        long[] keys = new long[orbit.length];
        int size = 0;
        for (int i = 0; i < orbit.length; i++) {
            if (values[i] <= sorted[count - 1]) {
                keys[size++] = (long) firstOf(sorted, values[i]) << 32 | i;
            }
        }
        Arrays.sort(keys, 0, size);
        int[] chosen = new int[count];
        for (int i = 0; i < count; i++) {
            chosen[i] = orbit[(int) keys[i]];
        }
        return chosen;
    }

    private static int firstOf(long[] sorted, long value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
