package org.seprank.study.experiment.interaction;

import java.util.function.ToDoubleFunction;

/** What theory says of a partition, by which its measured interaction can be told. */
enum Predictor {
    /** The logarithm of the walk index; -1, less than all others, where it is 0. */
    WALK_INDEX("ln walk index", row -> Math.max(-1, row.logWalkIndex())),

    /** How many vertices the boundary has. */
    BOUNDARY("boundary size", MeasuredPartitions.Row::boundary),

    /** The number of independent channels across the cut. */
    DIMENSION("interaction dimension", MeasuredPartitions.Row::dimension),

    /** The greatest lower bound on the logarithm of the separation rank. */
    LOWER("ln rank from", MeasuredPartitions.Row::lnRankFrom),

    /** The least upper bound on it. */
    UPPER("ln rank to", MeasuredPartitions.Row::lnRankTo);

    private final String words;
    private final ToDoubleFunction<MeasuredPartitions.Row> value;

    Predictor(String words, ToDoubleFunction<MeasuredPartitions.Row> value) {
        this.words = words;
        this.value = value;
    }

    /** What it is called. */
    String words() {
        return words;
    }

    /** What it says of each partition. */
    double[] of(MeasuredPartitions partitions) {
        return partitions.rows().stream().mapToDouble(value).toArray();
    }
}
