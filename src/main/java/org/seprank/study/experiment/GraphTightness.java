package org.seprank.study.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.seprank.separation.Bound;
import org.seprank.separation.Bounds;
import org.seprank.separation.tightness.TightnessJudge;
import org.seprank.separation.tightness.TightnessSuite;
import org.seprank.separation.tightness.Verdict;
import org.seprank.work.Progress;

/**
 * What is known about the separation ranks of all cases on one graph.
 *
 * @param kinds how many cases there are of each kind
 * @param counts how often a bound is the tightest of its side, by {@code "upper NAME"} and {@code "lower NAME"}; of
 *     pinned cases how often an upper bound has the rank as its value, by {@code "reaches NAME"}, and no other has, by
 *     {@code "alone NAME"}
 */
record GraphTightness(Map<Kind, Long> kinds, Map<String, Long> counts) {
    private static final String COUNT = "count ";

    /**
     * Cases with the same numbers.
     *
     * @param certified the certified rank; 0 where the tightest upper bound is beyond the budget
     * @param upper ln of the tightest upper bound
     * @param lower ln of the tightest lower bound
     * @param pinned whether the tightest upper bound is the rank
     * @param met whether a lower bound says so
     * @param gap ln of the tightest upper bound less ln of what is known from below
     */
    record Kind(int certified, double upper, double lower, boolean pinned, boolean met, double gap) {
        static Kind of(Verdict verdict) {
            Bounds bounds = verdict.bounds();
            return new Kind(
                    verdict.certified(),
                    bounds.tightestUpper().nats(),
                    bounds.tightestLower().nats(),
                    verdict.pinned(),
                    bounds.meet(),
                    verdict.gap());
        }
    }

    /** Keeps the order. */
    GraphTightness {
        kinds = new LinkedHashMap<>(kinds);
        counts = new LinkedHashMap<>(counts);
    }

    /**
     * Judges all cases.
     *
     * @throws IllegalStateException if a bound turns out to be wrong
     * @throws CancellationException if interrupted
     */
    static GraphTightness judge(List<TightnessSuite.Case> cases, TightnessJudge.Settings settings, Progress progress) {
        Map<Kind, Long> kinds = new LinkedHashMap<>();
        Map<String, Long> counts = new LinkedHashMap<>();
        for (TightnessSuite.Case one : cases) {
            if (progress.cancelled()) {
                throw new CancellationException("interrupted at " + one);
            }
            Verdict verdict = TightnessJudge.judge(one, settings);
            kinds.merge(Kind.of(verdict), 1L, Long::sum);
            count(verdict, counts);
        }
        return new GraphTightness(kinds, counts);
    }

    private static void count(Verdict verdict, Map<String, Long> counts) {
        Bounds bounds = verdict.bounds();
        for (Bound bound : bounds.all()) {
            boolean above = bound.side() == Bound.Side.UPPER;
            Bound tightest = above ? bounds.tightestUpper() : bounds.tightestLower();
            long tight = bound.rank().compareTo(tightest.rank()) == 0 ? 1 : 0;
            counts.merge((above ? "upper " : "lower ") + bound.name(), tight, Long::sum);
            if (above) {
                counts.merge("reaches " + bound.name(), verdict.reaches(bound.name()) ? 1L : 0, Long::sum);
                counts.merge("alone " + bound.name(), verdict.onlyReaches(bound.name()) ? 1L : 0, Long::sum);
            }
        }
    }

    /** The inverse of {@link #values}. */
    static GraphTightness of(Map<String, Double> values) {
        Map<Kind, Long> kinds = new LinkedHashMap<>();
        Map<String, Long> counts = new LinkedHashMap<>();
        for (int i = 0; values.containsKey(i + " cases"); i++) {
            Kind kind = new Kind(
                    (int) at(values, i + " certified"),
                    at(values, i + " upper"),
                    at(values, i + " lower"),
                    at(values, i + " pinned") > 0,
                    at(values, i + " met") > 0,
                    at(values, i + " gap"));
            kinds.put(kind, (long) at(values, i + " cases"));
        }
        values.forEach((key, value) -> {
            if (key.startsWith(COUNT)) {
                counts.put(key.substring(COUNT.length()), value.longValue());
            }
        });
        return new GraphTightness(kinds, counts);
    }

    private static double at(Map<String, Double> values, String key) {
        return values.getOrDefault(key, Double.NaN);
    }

    /** The values of a cell. */
    Map<String, Double> values() {
        Map<String, Double> values = new LinkedHashMap<>();
        int i = 0;
        for (Map.Entry<Kind, Long> entry : kinds.entrySet()) {
            Kind kind = entry.getKey();
            values.put(i + " cases", entry.getValue().doubleValue());
            values.put(i + " certified", (double) kind.certified());
            values.put(i + " upper", kind.upper());
            values.put(i + " lower", kind.lower());
            values.put(i + " pinned", kind.pinned() ? 1.0 : 0);
            values.put(i + " met", kind.met() ? 1.0 : 0);
            values.put(i + " gap", kind.gap());
            i++;
        }
        counts.forEach((key, count) -> values.put(COUNT + key, count.doubleValue()));
        return values;
    }

    /** Both together. */
    GraphTightness plus(GraphTightness other) {
        GraphTightness sum = new GraphTightness(kinds, counts);
        other.kinds.forEach((kind, count) -> sum.kinds.merge(kind, count, Long::sum));
        other.counts.forEach((key, count) -> sum.counts.merge(key, count, Long::sum));
        return sum;
    }
}
