package org.seprank.study.experiment.interaction;

/** What theory says of a partition, by which its measured interaction can be told. */
enum Predictor {
    /** The logarithm of the walk index; -1, less than all others, where it is 0. */
    WALK_INDEX("ln walk index"),

    /** How many vertices the boundary has. */
    BOUNDARY("boundary size"),

    /** The number of independent channels across the cut. */
    DIMENSION("interaction dimension"),

    /** The greatest lower bound on the logarithm of the separation rank. */
    LOWER("ln rank from"),

    /** The least upper bound on it. */
    UPPER("ln rank to");

    private final String words;

    Predictor(String words) {
        this.words = words;
    }

    /** What it is called. */
    String words() {
        return words;
    }

    /** What it says of each partition. */
    double[] of(MeasuredPartitions partitions) {
        return partitions.rows().stream().mapToDouble(this::of).toArray();
    }

    private double of(MeasuredPartitions.Row row) {
        return switch (this) {
            case WALK_INDEX -> Math.max(-1, row.logWalkIndex());
            case BOUNDARY -> row.boundary();
            case DIMENSION -> row.dimension();
            case LOWER -> row.lnRankFrom();
            case UPPER -> row.lnRankTo();
        };
    }
}
