package org.seprank.study.experiment.curves;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.seprank.dataset.NodeDataset;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.NetworkKind;
import org.seprank.gnn.layer.Readout;
import org.seprank.gnn.training.Metric;
import org.seprank.gnn.training.TrainingOptions;
import org.seprank.study.Question;
import org.seprank.study.experiment.Answers;
import org.seprank.study.experiment.curves.Curves.Run;
import org.seprank.study.train.NetworkDesign;
import org.seprank.study.train.TrainingCost;

/**
 * The protocol on a dataset: what its cells are called. Equal trainings and equal orders have equal names, by whatever
 * method they are asked for.
 *
 * @param protocol what is trained, and how
 * @param dataset with its splits
 * @param sha256 of the dataset
 */
record CurveData(CurveProtocol protocol, NodeDataset dataset, String sha256) {
    static CurveData of(CurveProtocol protocol, NodeDataset dataset) {
        return new CurveData(protocol, dataset, dataset.contentHash());
    }

    int edges() {
        return dataset.graph().edgeCount();
    }

    List<Run> runs() {
        return protocol.models().stream()
                .flatMap(model -> protocol.runs(model, dataset.splits().size()).stream())
                .toList();
    }

    /** Whether no edge is removed, or every one: then it does not matter by which method. */
    boolean isEnd(int count) {
        return count == 0 || count == edges();
    }

    /** The most edges of which a method decides. */
    int largest() {
        return protocol.counts(edges()).stream()
                .mapToInt(count -> count)
                .filter(count -> !isEnd(count))
                .max()
                .orElse(0);
    }

    /** The order in which a method removes edges. */
    Question order(RemovalMethod method, Run run) {
        Question question = cell("order").with("removed", largest()).with("order", orderName(method, run));
        return method.trained() ? split(question, run) : question;
    }

    /** A training after the removal of so many edges. */
    Question training(RemovalMethod method, Run run, int count) {
        TrainingOptions how = training(run.model());
        return split(cell("training"), run)
                .with("model", run.model().id())
                .with("depth", protocol.depth(run.model()))
                .with("width", protocol.network(run.model(), run.seed()).width())
                .with("learning_rate", how.optimizer().learningRate())
                .with("weight_decay", how.optimizer().weightDecay())
                .with("epochs", how.epochs())
                .with("patience", how.stopping().patience())
                .with("seed", run.seed())
                .with("removed", count)
                .with("order", isEnd(count) ? "" : orderName(method, run));
    }

    /** The metric of the scores, more of which is better. */
    Metric metric() {
        return switch (dataset.truth().kind()) {
            case CLASSES -> Metric.ACCURACY;
            case EVENTS -> Metric.AVERAGE_PRECISION;
            case NUMBERS -> Metric.R2;
            case LINKS -> Metric.MRR;
        };
    }

    /** How networks are trained, that metric watched. */
    TrainingOptions training(NetworkKind model) {
        TrainingOptions how = protocol.training(model);
        TrainingOptions.Stopping stopping = how.stopping();
        return new TrainingOptions(
                how.epochs(),
                how.optimizer(),
                how.schedule(),
                new TrainingOptions.Stopping(
                        metric(), stopping.patience(), stopping.minDelta(), stopping.restoreBest()),
                how.batchSize());
    }

    /** A run's network for what the dataset predicts. */
    GnnSpec network(Run run) {
        GnnSpec spec = protocol.network(run.model(), run.seed());
        return new NetworkDesign(run.model(), spec, Readout.MEAN).over(dataset);
    }

    /** Rough seconds of so many epochs of a run's network. */
    double seconds(Run run, int epochs) {
        return new TrainingCost(dataset).seconds(network(run), epochs);
    }

    /** Rough bytes of the training of a run's network. */
    double bytes(Run run) {
        return new TrainingCost(dataset).bytes(network(run));
    }

    /** All trainings. */
    Set<Question> trainings() {
        Set<Question> all = new LinkedHashSet<>();
        for (RemovalMethod method : protocol.methods()) {
            for (Run run : runs()) {
                protocol.counts(edges()).forEach(count -> all.add(training(method, run, count)));
            }
        }
        return all;
    }

    /** The scores that are there. */
    Curves curves(Answers finished) {
        return new Curves(
                protocol,
                edges(),
                dataset.splits().size(),
                metric(),
                (method, run, count) -> finished.number(training(method, run, count), CurveTraining.TEST));
    }

    private Question cell(String kind) {
        return Question.of("sparsification-curves").with("cell", kind).with("dataset_sha256", sha256);
    }

    private Question split(Question question, Run run) {
        Question split = question.with("split", protocol.own().text("split"))
                .with("split_seed", protocol.options().seed());
        return dataset.splits().size() == 1 ? split : split.with("split_number", run.split());
    }

    private String orderName(RemovalMethod method, Run run) {
        String name = method.orderName(protocol.depth(run.model()), run.seed());
        return method.trained()
                ? name + ", " + run.model().id() + ", " + protocol.maskEpochs() + " epochs per round"
                : name;
    }
}
