package org.seprank.study.experiment.curves;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.gnn.NetworkKind;
import org.seprank.gnn.training.TrainingOptions;
import org.seprank.report.Block;
import org.seprank.report.Facts;
import org.seprank.study.Question;
import org.seprank.study.experiment.Answers;
import org.seprank.study.experiment.Cell;
import org.seprank.study.experiment.Design;
import org.seprank.study.experiment.Findings;
import org.seprank.study.experiment.curves.Curves.Run;

/**
 * First the orders in which methods remove edges, and trainings that need none; then the other trainings.
 *
 * @param data the protocol on its dataset
 */
record CurveDesign(CurveData data) implements Design {
    private CurveProtocol protocol() {
        return data.protocol();
    }

    @Override
    public List<Block.Input> inputs() {
        return List.of(new Block.Input("dataset", protocol().location(), data.sha256()));
    }

    @Override
    public List<Cell> plan(Answers finished) {
        return cells(finished, finished::has);
    }

    @Override
    public List<Cell> all() {
        Set<Question> known = new HashSet<>();
        List<Cell> cells = new ArrayList<>(cells(new Answers(Map.of()), known::contains));
        cells.forEach(cell -> known.add(cell.question()));
        cells.addAll(cells(new Answers(Map.of()), known::contains).stream()
                .filter(cell -> !known.contains(cell.question()))
                .toList());
        return cells;
    }

    /** Those that can be run where some are known. */
    private List<Cell> cells(Answers finished, Predicate<Question> known) {
        List<RemovalMethod> methods = protocol().methods().stream()
                .sorted(Comparator.comparing(method -> method.trained() ? 0 : 1)) // those take longest
                .toList();
        Map<Question, Cell> orders = new LinkedHashMap<>();
        Map<Question, Cell> trainings = new LinkedHashMap<>();
        for (RemovalMethod method : methods) {
            for (Run run : data.runs()) {
                for (int count : protocol().counts(data.edges())) {
                    Question order = data.order(method, run);
                    Question training = data.training(method, run, count);
                    if (data.isEnd(count) || known.test(order)) {
                        trainings.putIfAbsent(training, new CurveTraining(data, method, run, count, finished));
                    } else if (!known.test(training)) {
                        orders.putIfAbsent(order, new CurveOrder(data, method, run));
                    }
                }
            }
        }
        List<Cell> all = new ArrayList<>(orders.values());
        all.addAll(trainings.values());
        return all;
    }

    @Override
    public Findings collect(Answers finished) {
        Curves curves = data.curves(finished);
        List<Block> blocks = new ArrayList<>();
        String score = Curves.name(data.metric());
        blocks.add(new Block.Note(
                "The score is the test " + score + " at the first epoch with the best validation " + score + "."));
        blocks.add(facts());
        List<WisComparison> comparisons = WisComparison.all(curves);
        if (!comparisons.isEmpty()) {
            blocks.add(WisComparison.table(comparisons));
        }
        blocks.addAll(new CurveTables(curves).blocks());
        notes(finished).forEach(note -> blocks.add(new Block.Note(note)));
        return new Findings(
                comparisons.stream().map(one -> one.statement(score)).toList(), blocks);
    }

    private Block facts() {
        NodeDataset dataset = data.dataset();
        Split split = dataset.splits().get(0);
        return Facts.of("data", "Dataset")
                .add("dataset", protocol().location())
                .add("sha256", data.sha256())
                .add("vertices", dataset.graph().vertexCount())
                .add("edges", dataset.graph().edgeCount())
                .add("training", split.count(Split.Part.TRAIN))
                .add("validation", split.count(Split.Part.VALIDATION))
                .add("test", split.count(Split.Part.TEST));
    }

    private List<String> notes(Answers finished) {
        List<String> notes = new ArrayList<>();
        notes.add(
                "Networks: " + protocol().models().stream().map(this::network).collect(Collectors.joining("; ")) + ".");
        if (protocol().options().data().isEmpty()) {
            notes.add("The dataset is a generated stand-in; --dataset names a real one.");
        }
        if (protocol().methods().stream().anyMatch(RemovalMethod::trained)) {
            notes.add("ugs: " + protocol().maskEpochs()
                    + " epochs per round of 5 % of the edges, at its usual optimizer;"
                    + " its masks are those of the network that is trained afterwards, from the same seed.");
        }
        long diverged = data.trainings().stream()
                .flatMap(training -> finished.of(training).stream())
                .filter(CurveTraining::diverged)
                .count();
        if (diverged > 0) {
            notes.add(diverged + " trainings diverged and are left out.");
        }
        return notes;
    }

    private String network(NetworkKind model) {
        TrainingOptions options = protocol().training(model);
        return String.format(
                Locale.ROOT,
                "%s of depth %d and width %d, learning rate %s, weight decay %s, at most %d epochs, patience %d",
                model.id(),
                protocol().depth(model),
                protocol().network(model, 0).width(),
                options.optimizer().learningRate(),
                options.optimizer().weightDecay(),
                options.epochs(),
                options.stopping().patience());
    }
}
