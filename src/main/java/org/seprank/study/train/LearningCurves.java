package org.seprank.study.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.seprank.gnn.training.Epoch;
import org.seprank.gnn.training.Metric;
import org.seprank.report.Block;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.LineChart;
import org.seprank.report.chart.Series;
import org.seprank.report.number.Numbers;

/**
 * Loss and metric by epoch: the mean over the networks that were still in training then, with the least and the
 * greatest as a band.
 */
final class LearningCurves {
    private LearningCurves() {}

    /**
     * The two figures, the metric first.
     *
     * @param metric what was measured
     * @param trained the networks
     */
    static List<Block.Figure> of(Metric metric, List<Trained> trained) {
        String over = trained.size() == 1 ? "" : ", mean and range of " + trained.size() + " networks";
        Axis epochs = Axis.linear("epoch");
        String metricTitle = "Learning curves" + over;
        LineChart metrics = new LineChart(
                metricTitle,
                epochs,
                Axis.linear(metric.id()),
                List.of(
                        curve("train", trained, Epoch::train),
                        curve("validation", trained, Epoch::validation),
                        curve("test", trained, Epoch::test)));
        String lossTitle = "Training loss" + over;
        LineChart loss =
                new LineChart(lossTitle, epochs, Axis.log10("loss"), List.of(curve("loss", trained, Epoch::loss)));
        return List.of(
                new Block.Figure("learning_curves", metricTitle, metrics).finding(best(metric, metrics)),
                new Block.Figure("training_loss", lossTitle, loss));
    }

    /** The epoch of the best validation and what the test is there. */
    private static String best(Metric metric, LineChart chart) {
        List<Series.Point> validation = chart.series().get(1).points();
        List<Series.Point> test = chart.series().get(2).points();
        int best = -1;
        for (int i = 0; i < validation.size(); i++) {
            double value = validation.get(i).y();
            if (Double.isFinite(value)
                    && (best < 0 || (value > validation.get(best).y()) == metric.rising())) {
                best = i;
            }
        }
        return best < 0
                ? chart.finding()
                : "Validation is best at epoch " + (best + 1) + " ("
                        + Numbers.brief(validation.get(best).y()) + "); there the test " + metric.id() + " is "
                        + Numbers.brief(test.get(best).y()) + ".";
    }

    private static Series curve(String name, List<Trained> trained, ToDoubleFunction<Epoch> value) {
        int longest = trained.stream()
                .mapToInt(one -> one.run().epochs().size())
                .max()
                .orElse(0);
        List<Series.Point> points = new ArrayList<>();
        for (int i = 0; i < longest; i++) {
            int index = i;
            double[] values = trained.stream()
                    .map(one -> one.run().epochs())
                    .filter(epochs -> index < epochs.size())
                    .mapToDouble(epochs -> value.applyAsDouble(epochs.get(index)))
                    .filter(Double::isFinite)
                    .toArray();
            double mean = DoubleStream.of(values).average().orElse(Double.NaN);
            boolean several = values.length > 1;
            points.add(new Series.Point(
                    i + 1.0,
                    mean,
                    several ? DoubleStream.of(values).min().orElseThrow() : Double.NaN,
                    several ? DoubleStream.of(values).max().orElseThrow() : Double.NaN));
        }
        return Series.of(name, points).withStyle(Series.Style.LINE);
    }
}
