package org.seprank.study.experiment.bracket;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.seprank.graph.Graph;
import org.seprank.graph.io.ReadOptions;
import org.seprank.graph.partition.Partition;
import org.seprank.graph.partition.PartitionSpec;
import org.seprank.report.Block;
import org.seprank.report.Facts;
import org.seprank.report.Table;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.ScatterChart;
import org.seprank.separation.Bounds;
import org.seprank.separation.SeparationAnalysis;
import org.seprank.separation.SeparationProblem;
import org.seprank.separation.matroid.InteractionDimension;
import org.seprank.setting.Setting;
import org.seprank.study.Context;
import org.seprank.study.Estimate;
import org.seprank.study.Question;
import org.seprank.study.engine.Finished;
import org.seprank.study.experiment.Answers;
import org.seprank.study.experiment.Cell;
import org.seprank.study.experiment.Design;
import org.seprank.study.experiment.Experiment;
import org.seprank.study.experiment.Findings;
import org.seprank.study.experiment.Scale;
import org.seprank.study.input.GraphInput;
import org.seprank.study.input.GraphSource;

/**
 * Brackets of the separation rank on graphs that people have: the tightest lower and upper bounds, for networks of
 * depth 2 to 4, input width 8 or 16 and hidden width 16, and the quotient of their logarithms. The claim is about
 * depths 2 and 3: nowhere is the upper bound, in nats, more than twice the lower one. Depth 4 is shown and not judged.
 *
 * <p>The graphs are those of the project's folder {@code graphs} and of families; a graph given as the dataset, such as
 * a citation graph, is added with its bisection and with the first half of its vertices. Each row is a cell.
 */
public final class Brackets implements Experiment {
    private static final int HIDDEN_WIDTH = 16;
    private static final int[] INPUT_WIDTHS = {8, 16};
    private static final int FIRST_DEPTH = 2;
    private static final int JUDGED_DEPTH = 3;
    private static final double LARGEST_QUOTIENT = 2;
    private static final double STEPS_PER_PLACE = 2000; // of a bound's tables, layers times vertices and edges

    @Override
    public String name() {
        return "bracket";
    }

    @Override
    public String claim() {
        return "bounds bracket the separation rank of real graphs within a factor of two of its logarithm";
    }

    @Override
    public List<Setting> settings(Scale scale) {
        return List.of(
                Setting.text("graphs", "graphs", "the folder with karate.graphml, sbm.graphml and others"),
                Setting.whole("depth", Integer.toString(scale.of(2, 4, 4)), 2, 6, "the largest depth"),
                Setting.whole(
                        "effort", Integer.toString(scale.of(1, 1, 20)), 1, 1000, "how long to search for bounds"));
    }

    @Override
    public Design design(Options options) throws IOException {
        String folder = options.own().text("graphs") + "/";
        List<Side> sides = new ArrayList<>();
        List<Block.Input> inputs = new ArrayList<>();
        boolean all = options.scale() != Scale.SMOKE;
        add(sides, inputs, folder + "karate.graphml", "attribute:faction", options);
        if (all) {
            add(sides, inputs, folder + "sbm.graphml", "attribute:block", options);
            add(sides, inputs, folder + "road.graphml", "bisection", options);
        }
        add(sides, inputs, folder + "two-cliques-16.graphml", "attribute:image_low", options);
        add(sides, inputs, folder + "two-cliques-16.graphml", "attribute:image_high", options);
        add(sides, inputs, "family:grid,rows=6,cols=5", "0-14", options);
        add(sides, inputs, "family:cycle,n=30", "0-14", options);
        if (!options.data().isEmpty()) {
            add(sides, inputs, options.data(), "bisection", options);
            add(sides, inputs, options.data(), "", options);
        }
        return new Rows(cells(sides, options), inputs.stream().distinct().toList());
    }

    /** A side of a graph. */
    private record Side(GraphInput input, Partition partition) {}

    /** The sides of a partition of that graph; empty: the first half of its vertices. */
    private static void add(
            List<Side> sides, List<Block.Input> inputs, String location, String partition, Options options)
            throws IOException {
        GraphInput input =
                new GraphSource(location, ReadOptions.defaults(), null, options.seed()).readLabelled("", warning -> {});
        int half = input.graph().vertexCount() / 2;
        String asked = partition.isEmpty() ? "0-" + (half - 1) : partition;
        PartitionSpec.parse(asked)
                .partitions(input.graph(), options.seed())
                .forEach(side -> sides.add(new Side(input, side)));
        inputs.addAll(input.inputs());
    }

    private static List<Bracket> cells(List<Side> sides, Options options) {
        List<Bracket> cells = new ArrayList<>();
        for (Side side : sides) {
            for (int depth = FIRST_DEPTH; depth <= options.own().integer("depth"); depth++) {
                for (int width : INPUT_WIDTHS) {
                    SeparationProblem problem = SeparationProblem.of(
                                    side.input().graph(), side.partition().vertices())
                            .withDepth(depth)
                            .withWidths(width, HIDDEN_WIDTH);
                    cells.add(new Bracket(side, problem, options.own().integer("effort")));
                }
            }
        }
        return cells;
    }

    /** The bounds of a problem. */
    private record Bracket(Side side, SeparationProblem problem, int effort) implements Cell {
        private static final String ROW = "bracket";

        private long places() {
            Graph graph = problem.graph();
            return (long) problem.depth() * (graph.vertexCount() + graph.edgeCount());
        }

        @Override
        public Question question() {
            return Question.of("bracket")
                    .with("graph_sha256", side.input().graph().contentHash())
                    .with("partition", side.partition().name())
                    .with("depth", problem.depth())
                    .with("input_width", problem.inputWidth())
                    .with("hidden_width", problem.hiddenWidth())
                    .with("effort", effort);
        }

        @Override
        public Optional<Estimate> estimate(Context context) {
            double steps = STEPS_PER_PLACE * effort * places();
            return Optional.of(Estimate.under().add("bounds", Estimate.seconds(steps), 0));
        }

        @Override
        public List<Block> answer(Context context) {
            SeparationAnalysis.Options how = SeparationAnalysis.Options.boundsOnly()
                    .withBounds(Bounds.Options.defaults().withEffort(effort));
            SeparationAnalysis analysis = SeparationAnalysis.of(problem, how, context.progress());
            return List.of(Table.of(ROW, "Bracket", Row.class, List.of(Row.of(this, analysis))));
        }

        private Optional<Row> row(Answers finished) {
            return finished.of(question()).map(cell -> Row.read(this, cell));
        }
    }

    /** A row of the table. */
    private record Row(
            String graph,
            String partition,
            int depth,
            int inputWidth,
            int hiddenWidth,
            long interactionDimension,
            double lnRankFrom,
            String lowerBound,
            double lnRankTo,
            String upperBound,
            double quotient) {
        static Row of(Bracket cell, SeparationAnalysis analysis) {
            return of(
                    cell,
                    analysis.interactionDimension()
                            .map(InteractionDimension::value)
                            .orElse(0),
                    new End(analysis.lower().nats(), analysis.lower().name()),
                    new End(analysis.upper().nats(), analysis.upper().name()));
        }

        /** An end of the bracket. */
        private record End(double nats, String bound) {}

        private static Row of(Bracket cell, long dimension, End lower, End upper) {
            SeparationProblem problem = cell.problem();
            return new Row(
                    cell.side().input().location(),
                    cell.side().partition().name(),
                    problem.depth(),
                    problem.inputWidth(),
                    problem.hiddenWidth(),
                    dimension,
                    lower.nats,
                    lower.bound,
                    upper.nats,
                    upper.bound,
                    upper.nats / lower.nats);
        }

        static Row read(Bracket cell, Finished finished) {
            var row = finished.rows(Bracket.ROW).get(0);
            return of(
                    cell,
                    row.path("interaction_dimension").asLong(),
                    new End(
                            Finished.number(row, "ln_rank_from"),
                            row.path("lower_bound").asText()),
                    new End(
                            Finished.number(row, "ln_rank_to"),
                            row.path("upper_bound").asText()));
        }
    }

    /** All brackets. */
    private record Rows(List<Bracket> cells, List<Block.Input> inputs) implements Design {
        @Override
        public List<Bracket> plan(Answers finished) {
            return cells.stream()
                    .sorted(Comparator.comparingLong(cell -> -cell.places()))
                    .toList();
        }

        @Override
        public Findings collect(Answers finished) {
            List<Row> rows =
                    cells.stream().flatMap(cell -> cell.row(finished).stream()).toList();
            boolean inOrder = rows.stream().allMatch(row -> row.lnRankFrom <= row.lnRankTo * (1 + 1e-9));
            boolean within = rows.stream()
                    .filter(row -> row.depth <= JUDGED_DEPTH)
                    .allMatch(row -> row.quotient <= LARGEST_QUOTIENT);
            return new Findings(
                    List.of(
                            new Findings.Statement("no lower bound is above an upper one", inOrder),
                            new Findings.Statement(
                                    "for depths 2 and 3 no upper bound is more than twice the lower one, in nats",
                                    within)),
                    List.of(
                            summary(rows),
                            Table.of(
                                    "brackets",
                                    "Brackets of ln of the separation rank, graph prediction; quotient: to over from",
                                    Row.class,
                                    rows),
                            chart(rows)));
        }

        private static Block summary(List<Row> rows) {
            double mean = rows.stream()
                    .mapToDouble(row -> Math.log(row.quotient))
                    .average()
                    .orElse(Double.NaN);
            return Facts.of("quotients", "Quotients of the bounds in nats")
                    .add("rows", rows.size())
                    .add(
                            "exact",
                            rows.stream()
                                    .filter(row -> row.quotient <= 1 + 1e-9)
                                    .count())
                    .add("geometric_mean", Math.exp(mean))
                    .add(
                            "largest",
                            rows.stream().mapToDouble(Row::quotient).max().orElse(Double.NaN));
        }

        private static Block chart(List<Row> rows) {
            List<ScatterChart.Group> groups = new ArrayList<>();
            rows.stream()
                    .mapToInt(Row::depth)
                    .distinct()
                    .sorted()
                    .forEach(depth -> groups.add(new ScatterChart.Group(
                            "depth " + depth,
                            rows.stream()
                                    .filter(row -> row.depth == depth)
                                    .map(row -> new ScatterChart.Point(
                                            row.lnRankFrom,
                                            row.lnRankTo,
                                            row.graph + " " + row.partition + ", input width " + row.inputWidth))
                                    .toList())));
            ScatterChart chart = ScatterChart.of(
                            "Upper and lower bounds on ln of the separation rank",
                            Axis.log10("ln rank from").withUnit("nats"),
                            Axis.log10("ln rank to").withUnit("nats"),
                            groups)
                    .withDiagonal();
            return new Block.Figure(
                    "brackets-chart", "Upper over lower bounds; on the diagonal the rank is known", chart);
        }
    }
}
