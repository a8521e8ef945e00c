package org.seprank.study.entangle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.seprank.entangle.Correlations;
import org.seprank.entangle.CutEntanglement;
import org.seprank.entangle.SampledEntanglement;
import org.seprank.report.Value;
import org.seprank.study.Sample;
import org.seprank.work.Progress;

/**
 * A partition of sites with the entanglement across it.
 *
 * @param cut the partition
 * @param batches its entanglement in each batch
 * @param surrogate its surrogate entanglement; empty: not computed
 */
record MeasuredCut(SiteCut cut, List<CutEntanglement> batches, Optional<Double> surrogate) {
    MeasuredCut {
        batches = List.copyOf(batches);
    }

    /** Cuts as they are measured. */
    static final class Measuring {
        private final SampledEntanglement sampled;
        private final Optional<Correlations> correlations;
        private final Progress progress;

        Measuring(SampledEntanglement sampled, Optional<Correlations> correlations, Progress progress) {
            this.sampled = sampled;
            this.correlations = correlations;
            this.progress = progress;
        }

        /**
         * Measures cuts, those of one level together, and hands each group over when it is done.
         *
         * @throws CancellationException if the work is to stop; what was handed over stands
         */
        void measure(List<SiteCut> cuts, List<MeasuredCut> into) {
            var byLevel =
                    cuts.stream().collect(Collectors.groupingBy(SiteCut::level, TreeMap::new, Collectors.toList()));
            byLevel.forEach((level, some) -> {
                progress.start(
                        level == 0 ? "entanglement across partitions" : "entanglement at level " + level, some.size());
                List<List<CutEntanglement>> found =
                        sampled.of(some.stream().map(SiteCut::side).toList(), progress);
                for (int k = 0; k < some.size(); k++) {
                    SiteCut cut = some.get(k);
                    into.add(new MeasuredCut(
                            cut, found.get(k), correlations.map(weights -> weights.surrogate(cut.side()))));
                }
            });
        }
    }

    /** QE over the batches. */
    Sample entropy() {
        return of(CutEntanglement::entropy);
    }

    /** The geometric measure over the batches. */
    Sample geometric() {
        return of(CutEntanglement::geometric);
    }

    private Sample of(ToDoubleFunction<CutEntanglement> number) {
        return Sample.of(batches.stream().mapToDouble(number).toArray());
    }

    /** The mean QE of several cuts over the batches, which are the same for all. */
    static Sample entropy(List<MeasuredCut> cuts) {
        return mean(cuts, CutEntanglement::entropy);
    }

    /** The mean geometric measure of several cuts over the batches. */
    static Sample geometric(List<MeasuredCut> cuts) {
        return mean(cuts, CutEntanglement::geometric);
    }

    private static Sample mean(List<MeasuredCut> cuts, ToDoubleFunction<CutEntanglement> number) {
        return Sample.of(IntStream.range(0, cuts.get(0).batches.size())
                .mapToDouble(b -> Sample.of(cuts.stream()
                                .mapToDouble(cut -> number.applyAsDouble(cut.batches.get(b)))
                                .toArray())
                        .mean())
                .toArray());
    }

    /** The mean surrogate entanglement of several cuts. */
    static Optional<Double> surrogate(List<MeasuredCut> cuts) {
        List<Double> known = new ArrayList<>();
        cuts.forEach(cut -> cut.surrogate.ifPresent(known::add));
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(known.stream().mapToDouble(d -> d).average().orElseThrow());
    }

    /**
     * The standard error of a mean over batches.
     *
     * @param whole whether one batch holds all samples
     */
    static Value standardError(Sample sample, boolean whole) {
        if (whole) {
            return Value.of(0.0);
        }
        return sample.runs() < 2
                ? Value.missing("a single batch of several")
                : Value.of(sample.deviation() / Math.sqrt(sample.runs()));
    }
}
