package org.seprank.study.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.StatUtils;
import org.seprank.dataset.Split;
import org.seprank.dataset.Truth;
import org.seprank.gnn.training.Epoch;
import org.seprank.gnn.training.Metric;
import org.seprank.report.Table;
import org.seprank.study.Sample;

/** The tables of a {@link TrainStudy}: mean, deviation and interval over the networks, each network, each epoch. */
final class TrainTables {
    private TrainTables() {}

    private record Part(
            String part,
            double mean,
            double std,
            double intervalFrom,
            double intervalTo,
            double least,
            double greatest) {}

    private record Line(
            String split, long seed, int epochs, int bestEpoch, double train, double validation, double test) {}

    private record EpochLine(
            String split, long seed, int epoch, double loss, double train, double validation, double test) {}

    private record MetricLine(
            String metric, String part, double mean, double std, double intervalFrom, double intervalTo) {}

    private record OutputLine(String output, String metric, double train, double validation, double test) {}

    static Table summary(TrainingPlan plan, Metric metric, List<Trained> trained) {
        String title = plan.network().kind().id() + ", depth "
                + plan.network().vertices().depth() + ", width "
                + plan.network().vertices().width() + ": "
                + metric.id() + " over " + trained.size()
                + " networks (interval: Student's t " + scale(metric) + ", 95 %; deviation: of the sample)";
        return Table.of(
                "summary",
                title,
                Part.class,
                List.of(
                        part("train", metric, trained, Trained::train),
                        part("validation", metric, trained, Trained::validation),
                        part("test", metric, trained, Trained::test)));
    }

    private static String scale(Metric metric) {
        boolean below = Double.isFinite(metric.least());
        boolean above = Double.isFinite(metric.greatest());
        return below && above ? "on the logit scale" : below || above ? "on the log scale" : "";
    }

    /** Every metric of the task over every part, each the mean over the networks. */
    static Table metrics(List<Trained> trained) {
        List<MetricLine> lines = new ArrayList<>();
        for (Metric metric : trained.isEmpty() ? List.<Metric>of() : Metric.fitting(truth(trained))) {
            for (Split.Part part : Split.Part.values()) {
                double[] values = trained.stream()
                        .mapToDouble(one -> one.task().measure(metric, one.run().predictions(), part))
                        .toArray();
                Sample sample = Sample.within(metric.least(), metric.greatest(), values);
                lines.add(new MetricLine(
                        metric.id(),
                        part.name().toLowerCase(Locale.ROOT),
                        sample.mean(),
                        sample.deviation(),
                        sample.low(),
                        sample.high()));
            }
        }
        return Table.of("metrics", "All metrics, means over the networks", MetricLine.class, lines);
    }

    private static Truth truth(List<Trained> trained) {
        return trained.get(0).task().truth();
    }

    /** Every metric of every event or number on its own, means over the networks. */
    static Table outputs(List<Trained> trained) {
        List<OutputLine> lines = new ArrayList<>();
        int columns = trained.isEmpty() ? 0 : truth(trained).width();
        for (int c = 0; c < columns; c++) {
            for (Metric metric : Metric.fitting(truth(trained))) {
                lines.add(new OutputLine(
                        truth(trained).values().names().get(c),
                        metric.id(),
                        mean(trained, metric, c, Split.Part.TRAIN),
                        mean(trained, metric, c, Split.Part.VALIDATION),
                        mean(trained, metric, c, Split.Part.TEST)));
            }
        }
        return Table.of("outputs", "Each output on its own, means over the networks", OutputLine.class, lines);
    }

    private static double mean(List<Trained> trained, Metric metric, int column, Split.Part part) {
        return trained.stream()
                .mapToDouble(one -> {
                    Truth truth = one.task().truth().column(column);
                    int[] rows = one.task().split().knownOnly(truth).indices(part);
                    return metric.of(one.run().predictions().column(column), truth, rows);
                })
                .average()
                .orElse(Double.NaN);
    }

    private static Part part(String name, Metric metric, List<Trained> trained, ToDoubleFunction<Trained> value) {
        double[] values = trained.stream().mapToDouble(value).toArray();
        Sample sample = Sample.within(metric.least(), metric.greatest(), values);
        return new Part(
                name,
                sample.mean(),
                sample.deviation(),
                sample.low(),
                sample.high(),
                StatUtils.min(values),
                StatUtils.max(values));
    }

    static Table networks(List<Trained> trained) {
        return Table.of(
                "networks",
                "Each network, at the epoch that counts",
                Line.class,
                trained.stream()
                        .map(one -> new Line(
                                one.split(),
                                one.seed(),
                                one.run().epochs().size(),
                                one.run().best().number(),
                                one.train(),
                                one.validation(),
                                one.test()))
                        .toList());
    }

    /** A line per epoch of every network, in the order of splits and seeds. */
    static Table epochs(List<Trained> trained) {
        List<EpochLine> lines = new ArrayList<>();
        for (Trained one : trained) {
            for (Epoch epoch : one.run().epochs()) {
                lines.add(new EpochLine(
                        one.split(),
                        one.seed(),
                        epoch.number(),
                        epoch.loss(),
                        epoch.train(),
                        epoch.validation(),
                        epoch.test()));
            }
        }
        return Table.of("epochs", "Epochs", EpochLine.class, lines);
    }
}
