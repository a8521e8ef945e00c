package org.seprank.study.experiment.trained;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.synthetic.ParityCliques;
import org.seprank.dataset.synthetic.SyntheticTask;
import org.seprank.report.Block;
import org.seprank.report.Table;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.LineChart;
import org.seprank.report.chart.Series;
import org.seprank.setting.Setting;
import org.seprank.setting.Settings;
import org.seprank.study.experiment.Answers;
import org.seprank.study.experiment.Design;
import org.seprank.study.experiment.Experiment;
import org.seprank.study.experiment.Findings;
import org.seprank.study.experiment.Scale;

/**
 * The rank of product networks over their training, beside the bounds on their separation rank and the certified one.
 * Networks learn {@link ParityCliques}, one of them a layer too shallow for it, and a block model. The claim holds if
 * no measured rank is above the least upper bound, the network whose walk index allows it learns the parity, and the
 * other stays at chance. Each network is a cell.
 */
public final class TrainedRank implements Experiment {
    private static final String BLOCKS = "synthetic:csbm,n=24,classes=2,features=1,degree=3,signal=2";
    private static final int BLOCKS_DEPTH = 2;
    private static final int PARITY_DEPTH = 3;
    private static final double LEARNED = 0.9;
    private static final double CHANCE = 0.5;

    @Override
    public String name() {
        return "trained-rank";
    }

    @Override
    public String claim() {
        return "the rank of a product network stays within the bounds all through training, and what they forbid is not"
                + " learned";
    }

    @Override
    public List<Setting> settings(Scale scale) {
        return List.of(
                Setting.whole("epochs", Integer.toString(scale.of(5, 500, 5000)), 1, 1_000_000, "of training"),
                Setting.whole("samples", Integer.toString(scale.of(8, 64, 256)), 2, 4096, "of the features of a side"),
                Setting.whole("width", Integer.toString(scale.of(4, 8, 8)), 1, 1024, "hidden width"));
    }

    @Override
    public Design design(Options options) throws IOException {
        options.refuseData(name() + " makes its own data", "");
        Settings own = options.own();
        int width = own.integer("width");
        TracedNetwork.How how =
                new TracedNetwork.How(own.integer("epochs"), 0.01, own.integer("samples"), options.seed());
        ParityCliques parity = new ParityCliques(3, 1, 1, 20);
        NodeDataset blocks = (NodeDataset) SyntheticTask.parse(BLOCKS).generate(options.seed());
        List<TracedNetwork> cells = new ArrayList<>();
        cells.add(new TracedNetwork(TracedTask.parity(parity, PARITY_DEPTH, width, options.seed()), how));
        cells.add(new TracedNetwork(TracedTask.parity(parity, PARITY_DEPTH - 1, width, options.seed()), how));
        cells.add(new TracedNetwork(TracedTask.vertices("blocks", blocks, BLOCKS_DEPTH, width), how));
        return new Networks(cells);
    }

    /** All networks. */
    private record Networks(List<TracedNetwork> cells) implements Design {
        @Override
        public List<TracedNetwork> plan(Answers finished) {
            return cells;
        }

        @Override
        public Findings collect(Answers finished) {
            List<Ceiling> ceilings = read(finished, TracedNetwork.CEILINGS, Ceiling::of);
            List<Trace> traces = read(finished, TracedNetwork.TRACES, Trace::of);
            List<Block> blocks = new ArrayList<>();
            blocks.add(Table.of("ceilings", "What is known beforehand", Ceiling.class, ceilings));
            cells.stream().map(cell -> cell.task().name()).forEach(network -> {
                blocks.add(chart(network, "rank", traces, trace -> trace.rank().asDouble(), ceilings));
                blocks.add(chart(network, "effective rank", traces, Trace::effectiveRank, List.of()));
            });
            blocks.add(Table.of("traces", "Over training", Trace.class, traces).hiding(Trace.SATURATED));
            return new Findings(claims(ceilings, traces), blocks);
        }

        private <T> List<T> read(Answers finished, String table, Function<JsonNode, T> row) {
            return cells.stream()
                    .flatMap(cell -> finished.of(cell.question()).stream())
                    .flatMap(cell -> cell.rows(table).stream())
                    .map(row)
                    .toList();
        }

        private List<Findings.Statement> claims(List<Ceiling> ceilings, List<Trace> traces) {
            boolean within = ceilings.stream()
                    .allMatch(ceiling -> traces.stream()
                            .filter(ceiling::isOf)
                            .allMatch(trace -> ceiling.allows(trace.rank().asDouble())));
            return List.of(
                    new Findings.Statement("no measured rank is above the least upper bound", within),
                    new Findings.Statement(
                            "the network that walks from both cliques reach learns the parity",
                            last(traces, cells.get(0)) > LEARNED),
                    new Findings.Statement(
                            "the one a layer shallower, whose walk index is 0, stays at chance",
                            last(traces, cells.get(1)) <= CHANCE));
        }

        private static double last(List<Trace> traces, TracedNetwork cell) {
            return traces.stream()
                    .filter(trace -> trace.network().equals(cell.task().name()))
                    .reduce((first, second) -> second)
                    .map(Trace::trainAccuracy)
                    .orElse(Double.NaN);
        }

        private Block chart(
                String network,
                String quantity,
                List<Trace> traces,
                ToDoubleFunction<Trace> measured,
                List<Ceiling> ceilings) {
            List<Series> series = new ArrayList<>();
            int last = cells.get(0).how().epochs();
            traces.stream()
                    .filter(trace -> trace.network().equals(network))
                    .map(Trace::partition)
                    .distinct()
                    .forEach(partition -> {
                        series.add(Series.of(
                                partition,
                                traces.stream()
                                        .filter(trace -> trace.network().equals(network)
                                                && trace.partition().equals(partition))
                                        .map(trace -> Series.Point.of(1 + trace.epoch(), measured.applyAsDouble(trace)))
                                        .toList()));
                        ceilings.stream()
                                .filter(ceiling -> ceiling.network().equals(network)
                                        && ceiling.partition().equals(partition))
                                .forEach(ceiling -> series.add(bound(ceiling, last)));
                    });
            String title = "The " + quantity + " over training: " + network;
            String key = (quantity + "-" + network).replaceAll("[^A-Za-z0-9]+", "-");
            return new Block.Figure(
                    key, title, new LineChart(title, Axis.log10("1 + epoch"), Axis.log10(quantity), series));
        }

        private static Series bound(Ceiling ceiling, int last) {
            double rank = Math.exp(ceiling.lnUpper());
            List<Series.Point> ends = List.of(Series.Point.of(1, rank), Series.Point.of(1.0 + last, rank));
            return Series.of("bound, " + ceiling.partition(), ends).asReferenceTo(ceiling.partition());
        }
    }
}
