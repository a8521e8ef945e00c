package org.seprank.study.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.BarChart;
import org.seprank.report.chart.ScatterChart;
import org.seprank.separation.Bounds;
import org.seprank.separation.tightness.TightnessJudge;
import org.seprank.separation.tightness.TightnessSuite;
import org.seprank.setting.Settings;
import org.seprank.study.Outcome;
import org.seprank.study.experiment.GraphTightness.Kind;
import org.seprank.work.Progress;

/**
 * Certified separation ranks beside all bounds, on the cases of {@link TightnessSuite}: on how many the rank is known
 * exactly, and how far apart the bounds are elsewhere. A bound that a certified rank or another bound contradicts is an
 * error that ends the run. Each graph is a cell.
 */
public final class RankTightness implements Reproduction {
    private static final double LN_2 = Math.log(2);
    private static final double SLACK = 1e-9;

    @Override
    public String name() {
        return "rank-tightness";
    }

    @Override
    public String claim() {
        return "bounds on the separation rank hold, and most often pin it exactly on small graphs";
    }

    @Override
    public List<org.seprank.setting.Setting> settings(Scale scale) {
        return List.of(
                org.seprank.setting.Setting.whole(
                        "vertices",
                        Integer.toString(scale.of(4, 6, 8)),
                        2,
                        8,
                        "graphs of at most so many vertices, 2..8"),
                org.seprank.setting.Setting.whole(
                        "budget",
                        Integer.toString(scale.of(64, 256, 1024)),
                        1,
                        16_000,
                        "ranks are certified where the tightest upper bound is at most this"));
    }

    @Override
    public Outcome run(Setting setting, Progress progress) throws IOException {
        if (!setting.data().isEmpty()) {
            throw new IllegalArgumentException(name() + " makes its own graphs; leave out --dataset " + setting.data());
        }
        Settings own = setting.own();
        int budget = own.integer("budget");
        Map<String, List<TightnessSuite.Case>> byGraph = TightnessSuite.cases(own.integer("vertices")).stream()
                .collect(Collectors.groupingBy(
                        TightnessSuite.Case::graphName, LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
        var limits = new TightnessJudge.Settings(Bounds.Options.defaults(), budget, setting.seed());
        IndependentCells work = new IndependentCells();
        List<List<TightnessSuite.Case>> longestFirst = new ArrayList<>(byGraph.values());
        longestFirst.sort(Comparator.comparingInt(cases -> -cases.size()));
        for (List<TightnessSuite.Case> cases : longestFirst) {
            String key = cases.get(0).graphName();
            work.add((sink, member) -> sink.put(
                    key,
                    setting.cells()
                            .of(
                                    key,
                                    () -> GraphTightness.judge(cases, limits, member)
                                            .values())));
        }
        Map<String, Map<String, Double>> done = work.run(setting.threads(), byGraph.size(), progress);
        Map<String, GraphTightness> families = new LinkedHashMap<>();
        byGraph.forEach((graph, cases) -> {
            Map<String, Double> values = done.get(graph);
            if (values != null) {
                families.merge(cases.get(0).family(), GraphTightness.of(values), GraphTightness::plus);
            }
        });
        return Outcome.of(document(families, budget), done.size() == byGraph.size());
    }

    private Document document(Map<String, GraphTightness> families, int budget) {
        GraphTightness all =
                families.values().stream().reduce(new GraphTightness(Map.of(), Map.of()), GraphTightness::plus);
        Document.Builder document = Document.of("experiment")
                .note("Claim: " + claim()
                        + ". Pinned: the tightest upper bound is the rank for almost all weights, since a"
                        + " lower bound or the rank of a random matrix modulo 2^31-1 reaches it; matrices are drawn where"
                        + " that bound is at most " + budget + ".");
        document.add(families(families, all));
        document.note("Gaps are of natural logarithms: tightest upper bound less what is known from below. No bound was"
                + " violated: a violation ends the run with an error.");
        document.add(bounds(all)).add(scatter(all)).add(gaps(families));
        return document.build();
    }

    private static Block families(Map<String, GraphTightness> families, GraphTightness all) {
        List<List<Value>> rows = new ArrayList<>();
        families.forEach((name, family) -> rows.add(row(name, family)));
        rows.add(row("all", all));
        return new Table(
                "families",
                "Cases by family of graphs",
                List.of(
                        "family",
                        "cases",
                        "pinned",
                        "pinned_percent",
                        "pinned_by_bounds",
                        "certified",
                        "certificate_is_upper",
                        "largest_gap"),
                rows);
    }

    private static List<Value> row(String name, GraphTightness family) {
        long cases = count(family, kind -> true);
        long pinned = count(family, Kind::pinned);
        double gap =
                family.kinds().keySet().stream().mapToDouble(Kind::gap).max().orElse(Double.NaN);
        return List.of(
                Value.of(name),
                Value.of(cases),
                Value.of(pinned),
                Value.of(100.0 * pinned / cases),
                Value.of(count(family, Kind::met)),
                Value.of(count(family, kind -> kind.certified() > 0)),
                Value.of(count(family, kind -> kind.certified() > 0 && kind.pinned())),
                Value.of(gap));
    }

    private static long count(GraphTightness family, Predicate<Kind> counted) {
        return family.kinds().entrySet().stream()
                .filter(entry -> counted.test(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static Block bounds(GraphTightness all) {
        List<List<Value>> rows = new ArrayList<>();
        for (String side : List.of("upper", "lower")) {
            for (Map.Entry<String, Long> count : all.counts().entrySet()) {
                if (count.getKey().startsWith(side + " ")) {
                    String bound = count.getKey().substring(side.length() + 1);
                    boolean above = side.equals("upper");
                    rows.add(List.of(
                            Value.of(bound),
                            Value.of(side),
                            Value.of(count.getValue()),
                            above ? Value.of(all.counts().getOrDefault("reaches " + bound, 0L)) : Value.missing(),
                            above ? Value.of(all.counts().getOrDefault("alone " + bound, 0L)) : Value.missing()));
                }
            }
        }
        return new Table(
                "bounds",
                "How often each bound is the tightest of its side, has a pinned rank as its value, and alone has",
                List.of("bound", "side", "tightest", "is_pinned_rank", "alone_in_that"),
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

    private static Block gaps(Map<String, GraphTightness> families) {
        List<BarChart.Bars> series = List.of(
                bars("none: pinned", families, 0, SLACK),
                bars("at most ln 2", families, SLACK, LN_2 + SLACK),
                bars("at most ln 4", families, LN_2 + SLACK, 2 * LN_2 + SLACK),
                bars("larger", families, 2 * LN_2 + SLACK, Double.NaN));
        String title = "Gap between what is known from above and from below, by family";
        return new Block.Figure(
                "gaps",
                title,
                new BarChart(title, Axis.linear("cases").withUnit("%"), List.copyOf(families.keySet()), series));
    }

    private static BarChart.Bars bars(String name, Map<String, GraphTightness> families, double from, double to) {
        return new BarChart.Bars(
                name,
                families.values().stream()
                        .map(family -> 100.0
                                * count(family, kind -> kind.gap() >= from && !(kind.gap() >= to))
                                / count(family, kind -> true))
                        .map(BarChart.Bar::of)
                        .toList());
    }
}
