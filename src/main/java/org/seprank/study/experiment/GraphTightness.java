package org.seprank.study.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import org.seprank.report.Block;
import org.seprank.report.Table;
import org.seprank.separation.Bound;
import org.seprank.separation.Bounds;
import org.seprank.separation.estimate.ProblemGroup;
import org.seprank.separation.estimate.ScalableBracket;
import org.seprank.separation.tightness.CaseVerdict;
import org.seprank.separation.tightness.TightnessJudge;
import org.seprank.separation.tightness.TightnessSuite;
import org.seprank.separation.tightness.WrongBoundException;
import org.seprank.study.engine.Finished;
import org.seprank.work.Progress;

/**
 * What is known about the separation ranks of all cases on one graph, or of several graphs together.
 *
 * @param kinds how many cases there are of each kind
 * @param counts how often a bound is the tightest of its side, by {@code "upper NAME"} and {@code "lower NAME"}; of
 *     pinned cases how often an upper bound has the rank as its value, by {@code "reaches NAME"}, and no other has, by
 *     {@code "alone NAME"}
 * @param wrong what is wrong with bounds that another bound or a certified rank contradicts
 */
record GraphTightness(Map<Kind, Long> kinds, Map<String, Long> counts, List<String> wrong) {
    private static final String KINDS = "kinds";
    private static final String COUNTS = "counts";
    private static final String WRONG = "wrong";

    private record Cases(long cases, Kind kind) {}

    private record Count(String name, long count) {}

    private record Wrong(String bound) {}

    /** No cases. */
    static GraphTightness none() {
        return new GraphTightness(Map.of(), Map.of(), List.of());
    }

    /**
     * Cases with the same numbers.
     *
     * @param certified the certified rank; 0 where there is none
     * @param upper ln of the tightest upper bound
     * @param lower ln of the tightest lower bound
     * @param pinned whether the tightest upper bound is the rank
     * @param met whether a lower bound says so
     * @param gap ln of the tightest upper bound less ln of what is known from below
     * @param group the problem's group
     * @param position of the certified rank in the scalable bracket; NaN without one, or with one too small to tell
     */
    record Kind(
            int certified,
            double upper,
            double lower,
            boolean pinned,
            boolean met,
            double gap,
            String group,
            double position) {
        /** Below that a rank's position says more about integers than about bounds. */
        private static final int LEAST_RANK = 30;

        static Kind of(CaseVerdict verdict) {
            Bounds bounds = verdict.bounds();
            return new Kind(
                    verdict.certified(),
                    bounds.tightestUpper().nats(),
                    bounds.tightestLower().nats(),
                    verdict.pinned(),
                    bounds.meet(),
                    verdict.gap(),
                    ProblemGroup.of(verdict.problem().problem()).toString(),
                    verdict.certified() > LEAST_RANK
                            ? ScalableBracket.of(bounds).position(Math.log(verdict.certified()))
                            : Double.NaN);
        }
    }

    /** Keeps the order. */
    GraphTightness {
        kinds = new LinkedHashMap<>(kinds);
        counts = new LinkedHashMap<>(counts);
        wrong = List.copyOf(wrong);
    }

    /**
     * Judges all cases. A case with a wrong bound counts only as that.
     *
     * @throws CancellationException if interrupted
     */
    static GraphTightness judge(List<TightnessSuite.Case> cases, TightnessJudge.Settings settings, Progress progress) {
        Map<Kind, Long> kinds = new LinkedHashMap<>();
        Map<String, Long> counts = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        TightnessJudge judge = TightnessJudge.of(settings);
        for (TightnessSuite.Case one : cases) {
            if (progress.cancelled()) {
                throw new CancellationException("interrupted at " + one);
            }
            try {
                CaseVerdict verdict = judge.judge(one);
                kinds.merge(Kind.of(verdict), 1L, Long::sum);
                count(verdict, counts);
            } catch (WrongBoundException found) {
                wrong.add(String.valueOf(found.getMessage()));
            }
        }
        return new GraphTightness(kinds, counts, wrong);
    }

    private static void count(CaseVerdict verdict, Map<String, Long> counts) {
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

    /** Of a cell with these {@link #blocks}. */
    static GraphTightness of(Finished cell) {
        Map<Kind, Long> kinds = new LinkedHashMap<>();
        Map<String, Long> counts = new LinkedHashMap<>();
        for (JsonNode row : cell.rows(KINDS)) {
            Kind kind = new Kind(
                    row.path("certified").asInt(),
                    Finished.number(row, "upper"),
                    Finished.number(row, "lower"),
                    row.path("pinned").asBoolean(),
                    row.path("met").asBoolean(),
                    Finished.number(row, "gap"),
                    row.path("group").asText(),
                    Finished.number(row, "position"));
            kinds.put(kind, row.path("cases").asLong());
        }
        cell.rows(COUNTS)
                .forEach(row ->
                        counts.put(row.path("name").asText(), row.path("count").asLong()));
        return new GraphTightness(
                kinds,
                counts,
                cell.rows(WRONG).stream().map(row -> row.path("bound").asText()).toList());
    }

    /** What a cell answers. */
    List<Block> blocks() {
        List<Cases> cases = new ArrayList<>();
        List<Count> numbers = new ArrayList<>();
        kinds.forEach((kind, count) -> cases.add(new Cases(count, kind)));
        counts.forEach((name, count) -> numbers.add(new Count(name, count)));
        return List.of(
                Table.of(KINDS, "Cases by what is known of them", Cases.class, cases),
                Table.of(COUNTS, "How often each bound is the tightest", Count.class, numbers),
                Table.of(
                        WRONG,
                        "Wrong bounds",
                        Wrong.class,
                        wrong.stream().map(Wrong::new).toList()));
    }

    /** Both together. */
    GraphTightness plus(GraphTightness other) {
        List<String> both = new ArrayList<>(wrong);
        both.addAll(other.wrong);
        GraphTightness sum = new GraphTightness(kinds, counts, both);
        other.kinds.forEach((kind, count) -> sum.kinds.merge(kind, count, Long::sum));
        other.counts.forEach((key, count) -> sum.counts.merge(key, count, Long::sum));
        return sum;
    }

    /** How many cases are of the kinds that are counted. */
    long count(Predicate<Kind> counted) {
        return kinds.entrySet().stream()
                .filter(entry -> counted.test(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
