package org.seprank.dataset;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Symmetric label noise: a fraction of the labels of some items, chosen uniformly, is replaced by another class, chosen
 * uniformly among the others.
 *
 * @param rate the fraction, in [0, 1]; the number of replaced labels is rounded to the nearest
 * @param seed decides which labels and what they become
 */
public record LabelNoise(double rate, long seed) {
    /** Checks the range. */
    public LabelNoise {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("label noise " + rate + " is not in 0..1");
        }
    }

    /** The labels with noise on those of {@code items} that have one; all other labels are kept. */
    public Labels on(Labels labels, int... items) {
        if (labels.classCount() < 2 && rate > 0) {
            throw new IllegalArgumentException("label noise needs at least 2 classes, not " + labels.classCount());
        }
        SplittableRandom random = new SplittableRandom(seed);
        int[] pool =
                IntStream.of(items).distinct().sorted().filter(labels::known).toArray();
        int[] noisy = labels.toArray();
        int flips = (int) Math.round(rate * pool.length);
        for (int i = 0; i < flips; i++) {
            int j = i + random.nextInt(pool.length - i);
            int item = pool[j];
            pool[j] = pool[i];
            int other = random.nextInt(labels.classCount() - 1);
            noisy[item] = other < labels.label(item) ? other : other + 1;
        }
        return Labels.of(noisy, labels.classCount());
    }

    /** A dataset with noise on the training labels of {@code split} alone. */
    public NodeDataset onTraining(NodeDataset dataset, Split split) {
        Labels noisy = on(dataset.labels(), split.indices(Split.Part.TRAIN));
        return dataset.withLabels(noisy).withProvenance(dataset.provenance().then(step(split)));
    }

    /** A dataset with noise on the training labels of {@code split} alone. */
    public GraphDataset onTraining(GraphDataset dataset, Split split) {
        Labels noisy = on(dataset.labels(), split.indices(Split.Part.TRAIN));
        return dataset.withLabels(noisy).withProvenance(dataset.provenance().then(step(split)));
    }

    private String step(Split split) {
        return String.format(Locale.ROOT, "label noise %s on training part of '%s', seed %d", rate, split.name(), seed);
    }
}
