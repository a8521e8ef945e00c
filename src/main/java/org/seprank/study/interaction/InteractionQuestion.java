package org.seprank.study.interaction;

import org.seprank.gnn.probe.FeatureSamples;
import org.seprank.study.Question;

/**
 * What is asked of a trained network about the interaction across partitions.
 *
 * @param target "graph", or the id of the vertex whose prediction is probed; empty: the graph for networks that predict
 *     graphs, else the vertex with the largest walk index, see {@link ProbedGraph#hub}
 * @param scalar which number of the prediction
 * @param ofClass the class it speaks for; -1: the one that the network predicts
 * @param source where the features of the two sides come from
 * @param samples R, the number of samples of either side, in 2..8192
 * @param replicates the number of bootstrap resamples, 0 for no intervals
 */
public record InteractionQuestion(String target, Kind scalar, int ofClass, Source source, int samples, int replicates) {
    private static final int MOST_SAMPLES = 8192;

    /** Which number of a prediction is probed. */
    public enum Kind {
        /** The logit of a class. */
        LOGIT,
        /** The logit of a class minus the largest other one. */
        MARGIN
    }

    /** Where features come from. */
    public enum Source {
        /** The real rows, permuted over the vertices. */
        PERMUTED,
        /** Normal numbers with the mean and deviation of each feature. */
        GAUSSIAN,
        /** The features of other graphs of the dataset with as many vertices. */
        SWAPPED
    }

    /** Checks the ranges. */
    public InteractionQuestion {
        if (samples < 2 || samples > MOST_SAMPLES) {
            throw new IllegalArgumentException("samples " + samples + " is not in 2.." + MOST_SAMPLES);
        }
        if (ofClass < -1) {
            throw new IllegalArgumentException("class " + ofClass + " is negative; leave it out for the predicted one");
        }
        if (replicates != 0 && replicates < 2) {
            throw new IllegalArgumentException("bootstrap replicates " + replicates + " is neither 0 nor at least 2");
        }
    }

    /** The same about one vertex, or the graph, and one class. */
    InteractionQuestion about(String otherTarget, int otherClass) {
        return new InteractionQuestion(otherTarget, scalar, otherClass, source, samples, replicates);
    }

    /** The question with what is asked of the network. */
    Question addTo(Question question) {
        Question more = question.with("target", target).with("scalar", scalar);
        return (ofClass < 0 ? more : more.with("class", ofClass))
                .with("source", source)
                .with("samples", samples)
                .with("bootstrap", replicates);
    }

    /** The samples of one side. */
    FeatureSamples draw(ProbedGraph probed, long seed) {
        return switch (source) {
            case PERMUTED -> FeatureSamples.permuted(probed.batch().features(), samples, seed);
            case GAUSSIAN -> FeatureSamples.gaussian(probed.batch().features(), samples, seed);
            case SWAPPED -> probed.swapped(samples, seed);
        };
    }
}
