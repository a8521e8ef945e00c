package org.seprank.lab.layer;

import java.util.ArrayList;
import java.util.List;
import org.seprank.gnn.layer.Weights;
import org.seprank.setting.Settings;

/**
 * A form of the weights that is compared with the plain one.
 *
 * @param name for people
 * @param weights the form
 */
record Variant(String name, Weights weights) {
    static final String PLAIN = "plain";
    static final String PENALTY = "rank penalty";

    /** The plain one first, then the products, then the penalty. */
    static List<Variant> all(Settings settings) {
        List<Variant> all = new ArrayList<>(List.of(new Variant(PLAIN, Weights.plain())));
        for (int depth : linearDepths(settings)) {
            all.add(new Variant(product(depth), new Weights(depth, 0)));
        }
        all.add(new Variant(PENALTY, new Weights(1, settings.real("penalty"))));
        return all;
    }

    static List<Integer> linearDepths(Settings settings) {
        return settings.integers("linear-depths");
    }

    static String product(int depth) {
        return "linear depth " + depth;
    }
}
