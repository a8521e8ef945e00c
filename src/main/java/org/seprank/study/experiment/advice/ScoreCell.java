package org.seprank.study.experiment.advice;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.seprank.report.Block;
import org.seprank.report.Table;
import org.seprank.rewire.Budget;
import org.seprank.study.Context;
import org.seprank.study.Estimate;
import org.seprank.study.Question;
import org.seprank.study.compare.CompareStudy;
import org.seprank.study.compare.TrainedMethod;
import org.seprank.study.engine.Finished;
import org.seprank.study.experiment.Cell;

/**
 * Networks trained after a method with its budgets on all splits.
 *
 * @param data the dataset
 * @param method its id; empty: on the graph as it is
 * @param budgets of the method
 */
record ScoreCell(AdvisedData data, String method, List<Budget> budgets) implements Cell {
    private static final String SCORES = "scores";
    private static final Budget NONE = Budget.remove(0);

    /** Copies the list. */
    ScoreCell {
        budgets = List.copyOf(budgets);
    }

    private record Row(String budget, double score) {}

    @Override
    public Question question() {
        return data.trainings(method, budgets);
    }

    @Override
    public List<Block> answer(Context context) throws IOException {
        List<Row> rows = new ArrayList<>();
        try {
            for (TrainedMethod trained : trained(context)) {
                trained.scores()
                        .forEach(score -> rows.add(new Row(trained.budget().text(), score)));
            }
        } catch (IllegalArgumentException refused) {
            // a method that refuses the graph is no candidate
        }
        return List.of(Table.of(SCORES, "Test accuracy", Row.class, rows));
    }

    private List<TrainedMethod> trained(Context context) throws IOException {
        boolean unedited = method.isEmpty();
        CompareStudy study = data.compare(unedited ? "random" : method, unedited ? List.of(NONE) : budgets);
        return unedited ? List.of(study.unedited(data.read(), context)) : study.trained(data.read(), context);
    }

    /** The scores of a budget, empty where the method refused. */
    static List<Double> scores(Finished cell, String budget) {
        return cell.rows(SCORES).stream()
                .filter(row -> budget.isEmpty() || row.path("budget").asText().equals(budget))
                .map(row -> Finished.number(row, "score"))
                .toList();
    }

    @Override
    public Optional<Estimate> estimate(Context context) {
        double networks = Math.max(1, budgets.size()) * 6.0 * data.protocol().seeds();
        return Optional.of(Estimate.under().add("trainings on " + data.name(), networks * data.seconds(), 0));
    }
}
