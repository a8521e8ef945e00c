package org.seprank.study.experiment.advice;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.seprank.report.Block;
import org.seprank.report.Table;
import org.seprank.study.engine.Finished;
import org.seprank.study.experiment.Answers;
import org.seprank.study.experiment.Cell;
import org.seprank.study.experiment.Design;
import org.seprank.study.experiment.Findings;

/**
 * Every dataset with every method.
 *
 * @param protocol what is trained
 * @param data the datasets
 */
record AdviceDesign(AdviceProtocol protocol, List<AdvisedData> data) implements Design {
    /** Copies the list. */
    AdviceDesign {
        data = List.copyOf(data);
    }

    @Override
    public List<Block.Input> inputs() {
        return data.stream()
                .flatMap(one -> one.read().inputs().stream())
                .distinct()
                .toList();
    }

    @Override
    public List<Cell> plan(Answers finished) {
        return data.stream().flatMap(one -> one.cells().stream()).toList();
    }

    @Override
    public Findings collect(Answers finished) {
        List<AdvisedRow> rows = new ArrayList<>();
        List<Treatment> candidates = new ArrayList<>();
        for (AdvisedData one : data) {
            List<Treatment> all = candidates(one, finished);
            candidates.addAll(all);
            finished.of(new AdviceCell(one).question())
                    .flatMap(cell -> advised(cell, all))
                    .ifPresent(rows::add);
        }
        List<Block> blocks = new ArrayList<>();
        if (!rows.isEmpty()) {
            blocks.add(AdvisedRow.facts(rows));
            blocks.add(Table.of(
                    "advised",
                    "The first advice beside the best of all methods by mean test accuracy, with the paired loss and its 95 %"
                            + " interval, and beside the graph as it is",
                    AdvisedRow.class,
                    rows));
        }
        blocks.add(Table.of(
                "candidates",
                "Mean test accuracy of every method and budget",
                Treatment.Row.class,
                candidates.stream().map(Treatment::row).toList()));
        return new Findings(rows.size() == data.size() ? AdvisedRow.claims(rows) : List.of(), blocks);
    }

    private Optional<AdvisedRow> advised(Finished cell, List<Treatment> all) {
        JsonNode facts = cell.answer().path(Cell.NUMBERS);
        String method = facts.path("method").asText("");
        String budget = facts.path("budget").asText("");
        Optional<Treatment> advised = all.stream()
                .filter(one -> one.method().equals(method) && one.budget().equals(budget))
                .findFirst();
        return advised.map(
                one -> AdvisedRow.of(one, all, facts.path("confidence").asText()));
    }

    /** The finished ones that ran, the graph as it is first. */
    private static List<Treatment> candidates(AdvisedData data, Answers finished) {
        List<Treatment> all = new ArrayList<>();
        for (Cell cell : data.cells()) {
            if (cell instanceof ScoreCell scored) {
                finished.of(scored.question()).ifPresent(done -> {
                    List<String> budgets = scored.method().isEmpty()
                            ? List.of("")
                            : scored.budgets().stream()
                                    .map(budget -> budget.text())
                                    .toList();
                    for (String budget : budgets) {
                        List<Double> scores = ScoreCell.scores(done, budget);
                        if (!scores.isEmpty()) {
                            all.add(new Treatment(data.name(), scored.method(), budget, scores));
                        }
                    }
                });
            }
        }
        return all;
    }
}
