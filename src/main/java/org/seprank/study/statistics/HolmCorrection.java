package org.seprank.study.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.seprank.report.Value;

/**
 * The step-down correction of Holm (1979) of several p-values: the i-th smallest of m becomes {@code max over j <= i of
 * min(1, (m - j + 1) p_j)}. Rejecting those of at most α errs anywhere with probability at most α, whatever the tests
 * have to do with each other. A p-value that is missing is no test: it stays missing, and does not count for m.
 */
public final class HolmCorrection {
    private HolmCorrection() {}

    /** The corrected p-values, in the same order. Time O(m log m). */
    public static List<Value> of(List<Value> pValues) {
        List<Integer> tests = IntStream.range(0, pValues.size())
                .boxed()
                .filter(i -> !Double.isNaN(pValues.get(i).asDouble()))
                .sorted(Comparator.comparingDouble(i -> pValues.get(i).asDouble()))
                .toList();
        List<Value> corrected = new ArrayList<>(pValues);
        double largest = 0;
        for (int j = 0; j < tests.size(); j++) {
            int test = tests.get(j);
            largest = Math.max(largest, (tests.size() - j) * pValues.get(test).asDouble());
            corrected.set(test, Value.of(Math.min(1, largest)));
        }
        return corrected;
    }
}
