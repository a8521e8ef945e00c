package org.seprank.study.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.StatUtils;
import org.seprank.gnn.training.Epoch;
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

    static Table summary(TrainingPlan plan, List<Trained> trained) {
        String title = plan.network().kind().id() + ", depth "
                + plan.network().vertices().depth() + ", width "
                + plan.network().vertices().width() + ": "
                + plan.options().stopping().metric().id() + " over " + trained.size()
                + " networks (interval: Student's t on the logit scale, 95 %; deviation: of the sample)";
        return Table.of(
                "summary",
                title,
                Part.class,
                List.of(
                        part("train", trained, Trained::train),
                        part("validation", trained, Trained::validation),
                        part("test", trained, Trained::test)));
    }

    private static Part part(String name, List<Trained> trained, ToDoubleFunction<Trained> metric) {
        double[] values = trained.stream().mapToDouble(metric).toArray();
        Sample sample = Sample.within(0, 1, values);
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
