package org.seprank.study.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.seprank.report.Block;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.HeatMap;
import org.seprank.report.chart.ScatterChart;
import org.seprank.separation.Bounds;
import org.seprank.separation.tightness.TightnessJudge;
import org.seprank.separation.tightness.TightnessSuite;
import org.seprank.setting.Setting;
import org.seprank.study.Context;
import org.seprank.study.Estimate;
import org.seprank.study.Question;
import org.seprank.study.experiment.GraphTightness.Kind;

/**
 * Certified separation ranks beside all bounds, on the cases of {@link TightnessSuite}: on how many the rank is known
 * exactly, and how far apart the bounds are elsewhere. The claim holds if no bound is contradicted by a certified rank
 * or another bound, and more than half of the cases are pinned. Each graph is a cell.
 */
public final class RankTightness implements Experiment {
    private static final double LN_2 = Math.log(2);
    private static final double SLACK = 1e-9;
    private static final double BOUND_STEPS = 2e5; // all bounds of a case
    private static final double STEPS_PER_ENTRY =
            4; // of the matrix of a case: few are as large as the budget, many known

    @Override
    public String name() {
        return "rank-tightness";
    }

    @Override
    public String claim() {
        return "bounds on the separation rank hold, and most often pin it exactly on small graphs";
    }

    @Override
    public List<Setting> settings(Scale scale) {
        return List.of(
                Setting.whole(
                        "vertices",
                        Integer.toString(scale.of(4, 6, 8)),
                        2,
                        8,
                        "graphs of at most so many vertices, 2..8"),
                Setting.whole(
                        "budget",
                        Integer.toString(scale.of(64, 256, 2048)),
                        1,
                        16_000,
                        "ranks are certified where the tightest upper bound is at most this"),
                Setting.whole(
                        "terms",
                        Integer.toString(scale.of(1000, 100_000, 1_000_000)),
                        0,
                        10_000_000,
                        "or where the output of the network expands to at most so many terms, for D_x >= D_h"));
    }

    @Override
    public Design design(Options options) {
        options.refuseData(name() + " makes its own graphs", "");
        int budget = options.own().integer("budget");
        List<TightnessSuite.Case> cases = TightnessSuite.cases(options.own().integer("vertices"));
        Map<String, List<TightnessSuite.Case>> byGraph = cases.stream()
                .collect(Collectors.groupingBy(
                        TightnessSuite.Case::graphName, LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
        TightnessJudge.Settings limits = new TightnessJudge.Settings(
                Bounds.Options.defaults(), budget, options.own().integer("terms"), options.seed());
        return new Graphs(
                byGraph.values().stream().map(some -> new Judged(some, limits)).toList());
    }

    /** The cases on a graph, judged. */
    private record Judged(List<TightnessSuite.Case> cases, TightnessJudge.Settings limits) implements Cell {
        String graph() {
            return cases.get(0).graphName();
        }

        @Override
        public Question question() {
            return Question.of("rank-tightness")
                    .with("graph", graph())
                    .with("budget", limits.budget())
                    .with("terms", limits.terms())
                    .with("seed", limits.seed());
        }

        @Override
        public Optional<Estimate> estimate(Context context) {
            double steps = cases.size() * (BOUND_STEPS + STEPS_PER_ENTRY * limits.budget() * limits.budget());
            return Optional.of(Estimate.under().add("graphs, judged", Estimate.seconds(steps), 0));
        }

        @Override
        public List<Block> answer(Context context) {
            return GraphTightness.judge(cases, limits, context.progress()).blocks();
        }
    }

    /** All graphs. */
    private record Graphs(List<Judged> cells) implements Design {
        @Override
        public List<Judged> plan(Answers finished) {
            return cells.stream()
                    .sorted(Comparator.comparingInt(cell -> -cell.cases().size()))
                    .toList();
        }

        @Override
        public Findings collect(Answers finished) {
            Map<String, GraphTightness> families = new LinkedHashMap<>();
            for (Judged cell : cells) {
                finished.of(cell.question())
                        .ifPresent(one -> families.merge(
                                cell.cases().get(0).family(), GraphTightness.of(one), GraphTightness::plus));
            }
            return findings(families, cells.get(0).limits());
        }
    }

    static Findings findings(Map<String, GraphTightness> families, TightnessJudge.Settings limits) {
        GraphTightness all = families.values().stream().reduce(GraphTightness.none(), GraphTightness::plus);
        boolean most = 2 * all.count(Kind::pinned)
                > all.count(kind -> true) + all.wrong().size();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Note("Pinned: the tightest upper bound is the rank for almost all weights, since a"
                + " lower bound or the rank of a random matrix modulo 2^31-1 reaches it; matrices are drawn where"
                + " that bound is at most " + limits.budget() + ", or where D_x >= D_h and the output has at most "
                + limits.terms() + " terms."));
        all.wrong().forEach(wrong -> blocks.add(new Block.Note("Wrong: " + wrong)));
        blocks.add(families(families, all));
        blocks.add(
                new Block.Note("Gaps are of natural logarithms: tightest upper bound less what is known from below."));
        blocks.addAll(List.of(bounds(all), scatter(all), gaps(families)));
        blocks.addAll(RankPositions.blocks(families));
        return new Findings(
                List.of(
                        new Findings.Statement(
                                "no bound is contradicted by another or by a certified rank",
                                all.wrong().isEmpty()),
                        new Findings.Statement("more than half of the cases are pinned", most)),
                blocks);
    }

    /** A row of the table of families. */
    private record Family(
            String family,
            long cases,
            long pinned,
            double pinnedPercent,
            long pinnedByBounds,
            long certified,
            long certificateIsUpper,
            double largestGap) {
        static Family of(String name, GraphTightness family) {
            long cases = family.count(kind -> true);
            long pinned = family.count(Kind::pinned);
            return new Family(
                    name,
                    cases,
                    pinned,
                    100.0 * pinned / cases,
                    family.count(Kind::met),
                    family.count(kind -> kind.certified() > 0),
                    family.count(kind -> kind.certified() > 0 && kind.pinned()),
                    family.kinds().keySet().stream()
                            .mapToDouble(Kind::gap)
                            .max()
                            .orElse(Double.NaN));
        }
    }

    private static Block families(Map<String, GraphTightness> families, GraphTightness all) {
        List<Family> rows = new ArrayList<>();
        families.forEach((name, family) -> rows.add(Family.of(name, family)));
        rows.add(Family.of("all", all));
        return Table.of("families", "Cases by family of graphs", Family.class, rows);
    }

    /** A row of the table of bounds. */
    private record Tightest(String bound, String side, long tightest, Value isPinnedRank, Value aloneInThat) {}

    private static Block bounds(GraphTightness all) {
        List<Tightest> rows = new ArrayList<>();
        for (String side : List.of("upper", "lower")) {
            for (Map.Entry<String, Long> count : all.counts().entrySet()) {
                if (count.getKey().startsWith(side + " ")) {
                    String bound = count.getKey().substring(side.length() + 1);
                    boolean above = side.equals("upper");
                    rows.add(new Tightest(
                            bound,
                            side,
                            count.getValue(),
                            above ? Value.of(all.counts().getOrDefault("reaches " + bound, 0L)) : Value.missing(),
                            above ? Value.of(all.counts().getOrDefault("alone " + bound, 0L)) : Value.missing()));
                }
            }
        }
        return Table.of(
                "bounds",
                "How often each bound is the tightest of its side, has a pinned rank as its value, and alone has",
                Tightest.class,
                rows);
    }

    private static Block scatter(GraphTightness all) {
        Map<List<Double>, Long> above = new LinkedHashMap<>();
        Map<List<Double>, Long> below = new LinkedHashMap<>();
        all.kinds().forEach((kind, count) -> {
            if (kind.certified() > 0) {
                above.merge(List.of(Math.log(kind.certified()), kind.upper()), count, Long::sum);
                below.merge(List.of(Math.log(kind.certified()), kind.lower()), count, Long::sum);
            }
        });
        ScatterChart chart = ScatterChart.of(
                        "Certified rank and its bounds",
                        Axis.linear("ln certified rank").withUnit("nats"),
                        Axis.linear("ln bound").withUnit("nats"),
                        List.of(group("tightest upper bound", above), group("tightest lower bound", below)))
                .withDiagonal();
        return new Block.Figure("certified-rank", "Certified rank against the tightest bounds", chart);
    }

    private static ScatterChart.Group group(String name, Map<List<Double>, Long> points) {
        List<ScatterChart.Point> list = new ArrayList<>();
        points.forEach(
                (at, count) -> list.add(new ScatterChart.Point(at.get(0), at.get(1), name + ": " + count + " cases")));
        return new ScatterChart.Group(name, list);
    }

    /** How many of the cases of each family have which gap. */
    private static Block gaps(Map<String, GraphTightness> families) {
        List<String> names = List.of("none: pinned", "at most ln 2", "at most ln 4", "larger");
        double[] ends = {0, SLACK, LN_2 + SLACK, 2 * LN_2 + SLACK, Double.NaN};
        List<List<Double>> shares = families.values().stream()
                .map(family -> IntStream.range(0, names.size())
                        .mapToObj(i -> share(family, ends[i], ends[i + 1]))
                        .toList())
                .toList();
        String title = "Gap between what is known from above and from below, by family";
        HeatMap chart = new HeatMap(
                title,
                new HeatMap.Side("", List.copyOf(families.keySet())),
                new HeatMap.Side("gap", names),
                Axis.linear("cases").withUnit("%"),
                shares);
        return new Block.Figure("gaps", title, chart).ofTable("families");
    }

    private static double share(GraphTightness family, double from, double to) {
        return 100.0 * family.count(kind -> kind.gap() >= from && !(kind.gap() >= to)) / family.count(kind -> true);
    }
}
