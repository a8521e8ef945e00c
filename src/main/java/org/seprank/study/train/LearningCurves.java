package org.seprank.study.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.seprank.gnn.training.Epoch;
import org.seprank.report.Block;
import org.seprank.report.chart.Axis;
import org.seprank.report.chart.LineChart;
import org.seprank.report.chart.Series;

/**
 * Loss and metric by epoch: the mean over the networks that were still in training then, with the least and the
 * greatest as a band.
 */
final class LearningCurves {
    private LearningCurves() {}

    /**
     * The two figures, the metric first.
     *
     * @param metric its name
     * @param trained the networks
     */
    static List<Block.Figure> of(String metric, List<Trained> trained) {
        String over = trained.size() == 1 ? "" : ", mean and range of " + trained.size() + " networks";
        Axis epochs = Axis.linear("epoch");
        String metricTitle = "Learning curves" + over;
        LineChart metrics = new LineChart(
                metricTitle,
                epochs,
                Axis.linear(metric),
                List.of(
                        curve("train", trained, Epoch::train),
                        curve("validation", trained, Epoch::validation),
                        curve("test", trained, Epoch::test)));
        String lossTitle = "Training loss" + over;
        LineChart loss =
                new LineChart(lossTitle, epochs, Axis.log10("loss"), List.of(curve("loss", trained, Epoch::loss)));
        return List.of(
                new Block.Figure("learning_curves", metricTitle, metrics),
                new Block.Figure("training_loss", lossTitle, loss));
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
