package org.seprank.study.experiment.advice;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.seprank.report.Block;
import org.seprank.report.Facts;
import org.seprank.study.Sample;
import org.seprank.study.experiment.Findings;

/**
 * The advice about a dataset and what came of it.
 *
 * @param dataset its name
 * @param advice the preprocessing that was advised first
 * @param confidence with which
 * @param accuracy with it, the mean on test parts
 * @param best the preprocessing with the best mean
 * @param bestAccuracy with that
 * @param loss of the advice to the best, over pairs
 * @param from lower end of its 95 % interval
 * @param to upper end
 * @param right whether the advice is the best one, or the interval reaches 0
 * @param unedited accuracy on the graph as it is
 * @param uneditedLoss of that to the best
 */
record AdvisedRow(
        String dataset,
        String advice,
        String confidence,
        double accuracy,
        String best,
        double bestAccuracy,
        double loss,
        double from,
        double to,
        boolean right,
        double unedited,
        double uneditedLoss) {
    /**
     * A row.
     *
     * @param all the candidates of that dataset, the graph as it is first
     */
    static AdvisedRow of(Treatment advised, List<Treatment> all, String confidence) {
        Treatment best = all.stream()
                .max(Comparator.comparingDouble(one -> one.sample().mean()))
                .orElse(advised);
        Treatment unedited = all.get(0);
        Sample loss = advised.lossTo(best);
        boolean same = best.sample().mean() <= advised.sample().mean();
        return new AdvisedRow(
                advised.dataset(),
                advised.name(),
                confidence,
                advised.sample().mean(),
                best.name(),
                best.sample().mean(),
                loss.mean(),
                loss.low(),
                loss.high(),
                same || loss.low() <= 0,
                unedited.sample().mean(),
                unedited.lossTo(best).mean());
    }

    private static double mean(List<AdvisedRow> rows, ToDoubleFunction<AdvisedRow> value) {
        return rows.stream().mapToDouble(value).average().orElse(Double.NaN);
    }

    private static long right(List<AdvisedRow> rows) {
        return rows.stream().filter(AdvisedRow::right).count();
    }

    static Block facts(List<AdvisedRow> rows) {
        List<AdvisedRow> wrong = rows.stream().filter(row -> !row.right).toList();
        return Facts.of("quality", "How good the first advice is")
                .add("datasets", rows.size())
                .add("best", rows.stream().filter(row -> row.loss <= 0).count())
                .add("right", right(rows))
                .add("mean_loss", mean(rows, AdvisedRow::loss))
                .add("mean_loss_where_wrong", mean(wrong, AdvisedRow::loss))
                .add(
                        "largest_loss",
                        rows.stream().mapToDouble(AdvisedRow::loss).max().orElse(Double.NaN))
                .add("mean_loss_of_leaving", mean(rows, AdvisedRow::uneditedLoss));
    }

    static List<Findings.Statement> claims(List<AdvisedRow> rows) {
        return List.of(
                new Findings.Statement(
                        "on more than half of the datasets the first advice is the best, or within chance of it",
                        2 * right(rows) > rows.size()),
                new Findings.Statement(
                        "the mean loss of the advice to the best is below that of leaving every graph as it is",
                        mean(rows, AdvisedRow::loss) < mean(rows, AdvisedRow::uneditedLoss)));
    }
}
