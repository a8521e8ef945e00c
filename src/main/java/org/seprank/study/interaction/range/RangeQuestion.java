package org.seprank.study.interaction.range;

import org.seprank.study.Question;
import org.seprank.study.input.TargetTasks;

/**
 * What is asked about the range of a network.
 *
 * @param vertices how many vertices are drawn for it, all where there are no more; 0: the range is not measured
 * @param perturbation by which an influence is measured
 * @param tasks whose range is given beside
 */
public record RangeQuestion(int vertices, Perturbation perturbation, TargetTasks tasks) {
    /** What is changed to see an influence. */
    public enum Perturbation {
        /** Nothing: sums of absolute derivatives. */
        JACOBIAN,
        /** A vertex gets the features of another. */
        SWAP,
        /** Nothing: sums of absolute second derivatives of the logit of a graph. */
        HESSIAN
    }

    /** Checks the ranges. */
    public RangeQuestion {
        if (vertices < 0) {
            throw new IllegalArgumentException("--range " + vertices + " is negative; 0 measures no range");
        }
        if (vertices == 0 && (!tasks.texts().isEmpty() || perturbation != Perturbation.JACOBIAN)) {
            throw new IllegalArgumentException(
                    "--target-matrix and --perturbation are about ranges; say of how many vertices with --range N");
        }
    }

    /** Nothing is asked. */
    public static RangeQuestion none() {
        return new RangeQuestion(0, Perturbation.JACOBIAN, TargetTasks.none());
    }

    /** The question with this one. */
    public Question addTo(Question question) {
        return vertices == 0
                ? question
                : tasks.addTo(question.with("range", vertices).with("perturbation", perturbation));
    }
}
