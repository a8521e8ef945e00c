package org.seprank.rewire.walk;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.BooleanSupplier;
import org.seprank.graph.Graph;
import org.seprank.rewire.Ties;
import org.seprank.rewire.removal.Ranking;

/**
 * Greedy choice with lazy evaluation: a heap of edges by keys that are at least as good as the true ones, of which only
 * the top is ever brought up to date. An edge whose key is current and still on top is the best of all.
 *
 * <p>Keys are stored up to {@value #STORED} numbers, so that memory is O(m) however long keys are; only where current
 * keys agree that far are four times as many stored, and so on. A step takes O(log m), one bound per outdated key that
 * comes to the top, and one evaluation per key that its bound leaves there.
 */
final class LazyRanking implements Ranking {
    private static final int STORED = 8;
    private static final int NEVER = -1;
    private static final long[] TAKEN = {};

    private final KeySource source;
    private final Ties ties;
    private final BooleanSupplier cancelled;
    private final long[][] keys;
    private final int[] evaluated; // the moment at which an edge's key was current
    private final int[] detail; // of the last evaluation, in units of STORED numbers
    private final BitSet complete = new BitSet(); // edges whose key is stored to its end
    private final int[] heap;
    private final int[] places;
    private final Key key = new Key();
    private int size;
    private int now;

    LazyRanking(Graph graph, KeySource source, Ties ties, BooleanSupplier cancelled) {
        int m = graph.edgeCount();
        this.source = source;
        this.ties = ties;
        this.cancelled = cancelled;
        this.keys = new long[m][];
        this.evaluated = new int[m];
        this.detail = new int[m];
        this.heap = new int[m];
        this.places = new int[m];
        this.size = m;
        Arrays.fill(evaluated, NEVER);
        for (int e = 0; e < m; e++) {
            heap[e] = e;
            places[e] = e;
            storeBound(e);
        }
        for (int i = (m >> 1) - 1; i >= 0; i--) {
            siftDown(i);
        }
    }

    @Override
    public int next() {
        while (size > 0 && !cancelled.getAsBoolean()) {
            int e = heap[0];
            if (evaluated[e] == now) {
                if (complete.get(e) || !tied(e)) {
                    take(e);
                    return e;
                }
                evaluate(e, 4 * Math.max(detail[e], 1));
            } else if (!lower(e)) {
                evaluate(e, 1);
            }
            siftDown(0);
        }
        return NONE;
    }

    @Override
    public void remove(int edge) {
        if (places[edge] >= 0) {
            take(edge);
        }
        source.remove(edge, this::improve);
        now++;
    }

    private void improve(int e) {
        if (places[e] >= 0) {
            storeBound(e);
            evaluated[e] = NEVER;
            siftUp(places[e]);
            siftDown(places[e]);
        }
    }

    private void storeBound(int e) {
        key.clear();
        source.bound(e, key);
        keys[e] = key.prefix(Math.min(key.size(), STORED));
        complete.clear(e);
    }

    /** Lowers an outdated key to the bound that what is known of it gives now; false if that is no lower. */
    private boolean lower(int e) {
        key.clear();
        source.bound(e, key);
        int length = Math.min(key.size(), Math.max(STORED, keys[e].length));
        if (!key.isBelow(keys[e], length)) {
            return false;
        }
        keys[e] = key.prefix(length);
        complete.clear(e);
        return true;
    }

    private void evaluate(int e, int units) {
        key.clear();
        boolean whole = source.evaluate(e, key, STORED * units);
        int stored = Math.min(STORED * units, key.size());
        if (keys[e].length != stored || !key.startsWith(keys[e])) {
            keys[e] = key.prefix(stored);
        }
        complete.set(e, whole && stored == key.size());
        evaluated[e] = now;
        detail[e] = units;
    }

    /** Whether the runner-up agrees with the key of the top as far as that is stored. */
    private boolean tied(int top) {
        return (size > 1 && Key.isPrefix(keys[top], keys[heap[1]]))
                || (size > 2 && Key.isPrefix(keys[top], keys[heap[2]]));
    }

    private void take(int e) {
        int hole = places[e];
        int last = heap[--size];
        places[e] = -1;
        keys[e] = TAKEN;
        if (last != e) {
            put(last, hole);
            siftUp(hole);
            siftDown(places[last]);
        }
    }

    private void put(int e, int place) {
        heap[place] = e;
        places[e] = place;
    }

    private boolean before(int e, int f) {
        int order = Key.compare(keys[e], keys[f]);
        return order != 0 ? order > 0 : ties.prefers(e, f);
    }

    private void siftUp(int start) {
        int place = start;
        int e = heap[place];
        while (place > 0 && before(e, heap[(place - 1) >> 1])) {
            put(heap[(place - 1) >> 1], place);
            place = (place - 1) >> 1;
        }
        put(e, place);
    }

    private void siftDown(int start) {
        int place = start;
        int e = heap[place];
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], e)) {
                break;
            }
            put(heap[child], place);
            place = child;
        }
        put(e, place);
    }
}
