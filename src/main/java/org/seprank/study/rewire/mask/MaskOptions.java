package org.seprank.study.rewire.mask;

import org.seprank.gnn.Optimizer;
import org.seprank.gnn.training.Schedule;
import org.seprank.gnn.training.TrainingOptions;
import org.seprank.rewire.catalogue.MethodSetting;

/**
 * How edge masks are trained and used.
 *
 * @param training how the network and its mask are trained in every round; with {@code restoreBest} the mask of the
 *     epoch with the best validation part counts, as published, else that of the last epoch
 * @param penalty what the sum of the absolute factors is weighted by in the loss, at least 0; where it outweighs the
 *     gradient of the loss, of the order of 1 / training vertices, Adam moves all factors alike, so that those of the
 *     last epoch of a long training say little
 * @param share which part of the edges of the whole graph a round removes, in (0, 1]
 * @param threads threads that share one training; results do not depend on it
 */
public record MaskOptions(TrainingOptions training, double penalty, double share, int threads) {
    private static final double PENALTY = 0.01;
    private static final double SHARE = 0.05;

    /** Checks the ranges. */
    public MaskOptions {
        if (!(penalty >= 0 && Double.isFinite(penalty))) {
            throw new IllegalArgumentException("mask penalty " + penalty + " is not a number of at least 0");
        }
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share " + share + " of edges per round is not in (0, 1]");
        }
        if (threads < 1 || threads > 1024) {
            throw new IllegalArgumentException("threads " + threads + " is not in 1..1024");
        }
    }

    /** The published settings with the epochs, the penalty and the share that a setting of the method has. */
    public static MaskOptions of(MethodSetting setting) {
        MaskOptions usual = published();
        return usual.withTraining(usual.training().withEpochs(setting.whole("epochs")))
                .withPenalty(setting.number("penalty"))
                .withShare(setting.number("share"));
    }

    /**
     * The published settings for Cora: 200 epochs of Adam with rate 0.008 and weight decay 8e-5, the mask of the epoch
     * with the best validation accuracy (where no classes are predicted, the usual metric), penalty 0.01, 5 % of the
     * edges per round; one thread.
     */
    public static MaskOptions published() {
        TrainingOptions training = new TrainingOptions(
                200,
                new Optimizer.Adam(0.008, 8e-5),
                new Schedule.Constant(),
                new TrainingOptions.Stopping(null, 0, 0, true),
                1);
        return new MaskOptions(training, PENALTY, SHARE, 1);
    }

    /** The same with another training. */
    public MaskOptions withTraining(TrainingOptions other) {
        return new MaskOptions(other, penalty, share, threads);
    }

    /** The same with another penalty. */
    public MaskOptions withPenalty(double other) {
        return new MaskOptions(training, other, share, threads);
    }

    /** The same with another share of edges per round. */
    public MaskOptions withShare(double other) {
        return new MaskOptions(training, penalty, other, threads);
    }

    /** The same on that many threads. */
    public MaskOptions withThreads(int other) {
        return new MaskOptions(training, penalty, share, other);
    }

    /** How many edges of a graph with {@code edgeCount} a round removes: at least 1. */
    public int perRound(int edgeCount) {
        return Math.max(1, (int) Math.round(share * edgeCount));
    }
}
