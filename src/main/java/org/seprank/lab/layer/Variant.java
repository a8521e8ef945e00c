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

    private static final List<Double> PENALTIES = List.of(3e-3, 1e-3, 3e-4);

    /** The plain one first, then the products. */
    static List<Variant> unpenalized(Settings settings) {
        List<Variant> all = new ArrayList<>(List.of(new Variant(PLAIN, Weights.plain())));
        for (int depth : linearDepths(settings)) {
            all.add(new Variant(product(depth), new Weights(depth, 0)));
        }
        return all;
    }

    /** The penalty that is set, or those to choose from, the strongest first. */
    static List<Variant> penalized(Settings settings) {
        double set = settings.real("penalty");
        return (set > 0 ? List.of(set) : PENALTIES)
                .stream()
                        .map(penalty -> new Variant(PENALTY, new Weights(1, penalty)))
                        .toList();
    }

    static List<Integer> linearDepths(Settings settings) {
        return settings.integers("linear-depths");
    }

    static String product(int depth) {
        return "linear depth " + depth;
    }
}
