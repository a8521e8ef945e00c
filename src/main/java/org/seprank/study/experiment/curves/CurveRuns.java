package org.seprank.study.experiment.curves;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.seprank.dataset.NodeDataset;
import org.seprank.gnn.DivergedException;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.Network;
import org.seprank.gnn.training.Task;
import org.seprank.gnn.training.Trainer;
import org.seprank.gnn.training.TrainingOptions;
import org.seprank.gnn.training.TrainingRun;
import org.seprank.graph.Graph;
import org.seprank.rewire.Budget;
import org.seprank.rewire.catalogue.Method;
import org.seprank.rewire.catalogue.Request;
import org.seprank.rewire.catalogue.Setting;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditSink;
import org.seprank.study.experiment.Cells;
import org.seprank.study.experiment.IndependentCells;
import org.seprank.study.experiment.curves.Curves.Run;
import org.seprank.study.rewire.mask.EdgeMasks;
import org.seprank.study.rewire.mask.MaskOptions;
import org.seprank.work.Progress;

/**
 * All trainings of a protocol. Each is a cell; so is the order of a method that trains to find it. An order is decided
 * once and only where a cell needs it.
 */
final class CurveRuns {
    private final CurveProtocol protocol;
    private final NodeDataset dataset;
    private final Cells cells;
    private final int largest;
    private final Map<String, int[]> orders = new ConcurrentHashMap<>();

    private CurveRuns(CurveProtocol protocol, NodeDataset dataset) {
        this.protocol = protocol;
        this.dataset = dataset;
        this.cells = protocol.setting().cells();
        int edges = dataset.graph().edgeCount();
        this.largest = protocol.counts(edges).stream()
                .mapToInt(count -> count)
                .filter(count -> count < edges)
                .max()
                .orElse(0);
    }

    /** Trains all; once cancelled, what is finished. */
    static Curves run(CurveProtocol protocol, NodeDataset dataset, Progress progress) throws IOException {
        return new CurveRuns(protocol, dataset).run(progress);
    }

    /** How many cells there are, orders not counted. */
    static long count(CurveProtocol protocol, int edges) {
        long ends = protocol.counts(edges).stream()
                .filter(count -> count == 0 || count == edges)
                .count();
        long between = protocol.counts(edges).size() - ends;
        return (long) protocol.models().size()
                * protocol.seeds()
                * (ends + between * protocol.methods().size());
    }

    private Curves run(Progress progress) throws IOException {
        int edges = dataset.graph().edgeCount();
        IndependentCells work = new IndependentCells();
        List<Integer> ends = protocol.counts(edges).stream()
                .filter(count -> count == 0 || count == edges)
                .toList();
        List<Integer> between = protocol.counts(edges).stream()
                .filter(count -> !ends.contains(count))
                .toList();
        // methods that train take longest
        List<RemovalMethod> methods = protocol.methods().stream()
                .sorted(Comparator.comparing(method -> method.trained() ? 0 : 1))
                .toList();
        for (RemovalMethod method : methods) {
            for (Run run : runs()) {
                work.add((sink, member) -> curve(method, run, between, new Cancellable(sink, member)));
            }
        }
        for (Run run : runs()) {
            work.add((sink, member) -> curve(methods.get(0), run, ends, new Cancellable(sink, member)));
        }
        int threads = protocol.setting().threads();
        return new Curves(protocol, edges, work.run(threads, count(protocol, edges), progress));
    }

    private List<Run> runs() {
        return protocol.models().stream()
                .flatMap(model -> protocol.allSeeds().stream().map(seed -> new Run(model, seed)))
                .toList();
    }

    /** Where cells go and who says when to stop. */
    private record Cancellable(IndependentCells.Sink sink, Progress progress) {}

    /** The cells of one method and seed. */
    private void curve(RemovalMethod method, Run run, List<Integer> counts, Cancellable watch) throws IOException {
        int edges = dataset.graph().edgeCount();
        for (int count : counts) {
            String key = Curves.key(method, run, count, edges);
            watch.sink().put(key, cells.of(key, () -> {
                BitSet removed = new BitSet(edges);
                if (count == edges) {
                    removed.set(0, edges);
                } else if (count > 0) {
                    Arrays.stream(order(method, run, watch.progress()), 0, count)
                            .forEach(removed::set);
                }
                return trained(run, removed, watch.progress());
            }));
        }
    }

    private Map<String, Double> trained(Run run, BitSet removed, Progress progress) throws IOException {
        NodeDataset edited = dataset.withGraph(dataset.graph().without(removed));
        Task task = Task.of(edited, edited.splits().get(0));
        TrainingOptions options = protocol.training(run.model());
        GnnSpec spec = protocol.network(run.model(), run.seed());
        Network network = Network.of(spec.fittedTo(task.shape()), options.optimizer());
        Map<String, Double> values = new LinkedHashMap<>();
        try {
            TrainingRun ended = Trainer.of(network, task, options).run(progress);
            if (!ended.complete()) {
                throw new CancellationException("interrupted in training");
            }
            values.put(Curves.TEST, ended.best().test());
            values.put("validation", ended.best().validation());
            values.put("epoch", (double) ended.best().number());
            values.put("epochs", (double) ended.epochs().size());
        } catch (DivergedException diverged) {
            values.put(Curves.TEST, Double.NaN);
        }
        values.put("edges", (double) edited.graph().edgeCount());
        return values;
    }

    /** Edges in the order in which they go, as many as are needed. */
    private int[] order(RemovalMethod method, Run run, Progress progress) throws IOException {
        String name = method.orderName(protocol.depth(run.model()), run.seed());
        if (!method.trained()) {
            return orders.computeIfAbsent(name, absent -> {
                Setting setting = method.setting(protocol.depth(run.model()), run.seed());
                return decided(method.method(), request(setting, progress));
            });
        }
        String key = "order of " + method.id() + ", " + run.model().id() + ", seed " + run.seed();
        Optional<int[]> known = Optional.ofNullable(orders.get(key));
        int[] order = known.isPresent()
                ? known.get()
                : ordered(cells.of(key, () -> values(decided(method.method(), masks(method, run, progress)))));
        orders.put(key, order);
        return order;
    }

    private Request request(Setting setting, Progress progress) {
        return Request.of(dataset.graph(), Budget.remove(largest)).with(setting).watchedBy(EditSink.none(), progress);
    }

    private Request masks(RemovalMethod method, Run run, Progress progress) {
        Setting asked = method.trainedSetting(protocol.depth(run.model()), run.seed(), protocol.maskEpochs());
        return request(asked, progress)
                .trainedBy((ugs, setting) -> EdgeMasks.sparsifier(
                        dataset, protocol.network(run.model(), run.seed()), MaskOptions.of(setting)));
    }

    private int[] decided(Method method, Request request) {
        Graph graph = dataset.graph();
        List<Edit> edits = method.rewire(request).toList();
        if (edits.size() < largest) {
            if (request.watch().progress().cancelled()) {
                throw new CancellationException("interrupted while edges were chosen");
            }
            throw new IllegalArgumentException(
                    method.id() + " removes only " + edits.size() + " of " + largest + " edges");
        }
        return edits.stream()
                .mapToInt(edit -> graph.edgeBetween(edit.u(), edit.v()))
                .toArray();
    }

    private static Map<String, Double> values(int[] order) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < order.length; i++) {
            values.put(Integer.toString(i), (double) order[i]);
        }
        return values;
    }

    private static int[] ordered(Map<String, Double> values) {
        int[] order = new int[values.size()];
        Arrays.setAll(
                order, i -> values.getOrDefault(Integer.toString(i), Double.NaN).intValue());
        return order;
    }
}
