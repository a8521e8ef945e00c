package org.seprank.rewire.feature;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Lists that have shares in any prefix of one order: the k-th entry of a list of weight w comes at k / w, so that up to
 * any place x it is the first {@code floor(w x)} of each list, as long as that lasts (D'Hondt's method). Of equal
 * places the list with the smaller number goes first.
 */
final class SharedOrder {
    private record Place(double at, int list, int entry) {}

    private SharedOrder() {}

    /** The first entries of the order; all weights are above 0. */
    static List<ScoredPair> of(List<List<ScoredPair>> lists, double[] weights, int count) {
        PriorityQueue<Place> next =
                new PriorityQueue<>(Comparator.comparingDouble(Place::at).thenComparingInt(Place::list));
        for (int i = 0; i < lists.size(); i++) {
            if (!lists.get(i).isEmpty()) {
                next.add(new Place(1 / weights[i], i, 0));
            }
        }
        List<ScoredPair> order = new ArrayList<>();
        while (order.size() < count && !next.isEmpty()) {
            Place place = next.remove();
            int entry = place.entry() + 1;
            List<ScoredPair> list = lists.get(place.list());
            order.add(list.get(place.entry()));
            if (entry < list.size()) {
                next.add(new Place((entry + 1) / weights[place.list()], place.list(), entry));
            }
        }
        return order;
    }
}
