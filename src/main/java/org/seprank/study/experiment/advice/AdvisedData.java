package org.seprank.study.experiment.advice;

import java.util.ArrayList;
import java.util.List;
import org.seprank.rewire.Budget;
import org.seprank.rewire.catalogue.Method;
import org.seprank.study.Question;
import org.seprank.study.advise.AdviseStudy;
import org.seprank.study.advise.Asked;
import org.seprank.study.compare.CompareStudy;
import org.seprank.study.experiment.Cell;
import org.seprank.study.input.GraphInput;
import org.seprank.study.input.GraphSource;
import org.seprank.study.input.NetworkShape;
import org.seprank.study.train.TrainingCost;

/**
 * The protocol on a dataset, and what its cells are called.
 *
 * @param protocol what is trained
 * @param source where the dataset is from
 * @param read the dataset
 */
record AdvisedData(AdviceProtocol protocol, GraphSource source, GraphInput read) {
    private static final int INPUT_WIDTH = 8;
    private static final int HIDDEN_WIDTH = 16;

    String name() {
        return source.location().startsWith("synthetic:")
                ? source.location()
                : source.location()
                        .replaceFirst("^.*/", "")
                        .replaceFirst("^ind\\.|\\.npz$", "")
                        .replaceFirst("\\.graph$", "");
    }

    private NetworkShape shape() {
        return new NetworkShape(protocol.depth(), INPUT_WIDTH, HIDDEN_WIDTH, NetworkShape.GRAPH);
    }

    AdviseStudy advise() {
        return new AdviseStudy(new Asked(
                source, protocol.model(), shape(), null, protocol.options().seed()));
    }

    CompareStudy compare(String method, List<Budget> budgets) {
        return new CompareStudy(
                source,
                shape(),
                List.of(method),
                budgets,
                List.of(),
                List.of(),
                new CompareStudy.Scope(protocol.seeds(), protocol.options().seed(), false, Double.POSITIVE_INFINITY),
                protocol.downstream());
    }

    Question question(String kind) {
        return Question.of("advice")
                .with("cell", kind)
                .with("dataset_sha256", read.dataset().orElseThrow().contentHash())
                .with("model", protocol.model().id())
                .with("depth", protocol.depth())
                .with("seed", protocol.options().seed());
    }

    /** The question of trainings after a method; an empty one: on the graph as it is. */
    Question trainings(String method, List<Budget> budgets) {
        return question("trainings")
                .with("width", protocol.own().integer("width"))
                .with("epochs", protocol.own().integer("epochs"))
                .with("seeds", protocol.seeds())
                .with("split", protocol.own().text("split"))
                .with("method", method)
                .with("budgets", budgets.stream().map(Budget::text).toList());
    }

    /** The most expensive first. */
    List<Cell> cells() {
        List<Cell> cells = new ArrayList<>(List.of(new AdviceCell(this), new ScoreCell(this, "", List.of())));
        for (Method method : protocol.methods()) {
            cells.add(new ScoreCell(this, method.id(), protocol.budgets(method)));
        }
        return cells;
    }

    /** Rough seconds of one network. */
    double seconds() {
        var dataset = read.dataset().orElseThrow();
        var plan = protocol.downstream().plan();
        return new TrainingCost(dataset)
                .seconds(plan.network().over(dataset), plan.options().epochs());
    }
}
