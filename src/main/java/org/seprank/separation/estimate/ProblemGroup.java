package org.seprank.separation.estimate;

import org.seprank.separation.SeparationProblem;
import org.seprank.walk.Target;

/**
 * Problems whose ranks lie about equally between their bounds, so that they are calibrated together.
 *
 * @param depth 1, 2, or 3 for all that are at least that deep
 * @param vertex whether the prediction is that of a vertex, not of the graph
 * @param widening whether the hidden width exceeds the input width
 */
public record ProblemGroup(int depth, boolean vertex, boolean widening) {
    /** The largest depth that is calibrated. */
    static final int DEEPEST = 3;

    /** The group of a problem. */
    public static ProblemGroup of(SeparationProblem problem) {
        return new ProblemGroup(
                Math.min(DEEPEST, problem.depth()),
                !(problem.target() instanceof Target.WholeGraph),
                problem.inputWidth() < problem.hiddenWidth());
    }

    /** In words, such as "2 vertex widening"; {@link #parse} reads them. */
    @Override
    public String toString() {
        return depth + (vertex ? " vertex" : " graph") + (widening ? " widening" : " plain");
    }

    /** Reads what {@link #toString} writes. */
    static ProblemGroup parse(String words) {
        String[] parts = words.split(" ", -1);
        return new ProblemGroup(Integer.parseInt(parts[0]), parts[1].equals("vertex"), parts[2].equals("widening"));
    }
}
