package org.seprank.measure;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seprank.dataset.Features;
import org.seprank.graph.partition.Partition;
import org.seprank.measure.range.TargetMatrix;
import org.seprank.walk.Target;
import org.seprank.walk.WalkIndex;

/**
 * What is measured, and how much of it where all would take too long.
 *
 * @param groups which groups of measures, in their own order
 * @param depths of the networks
 * @param question partitions and the network's shape
 * @param effort sizes of samples and limits
 * @param pairs at which the Jacobian is bounded; empty: drawn from the measured graph itself
 * @param subject what is on the vertices and to be learnt there
 */
public record MeasureOptions(
        Set<Group> groups, Depths depths, Question question, Effort effort, PairSample pairs, Subject subject) {
    /** Keeps the set. */
    public MeasureOptions {
        Set<Group> ordered = EnumSet.noneOf(Group.class);
        ordered.addAll(groups);
        groups = Collections.unmodifiableSet(ordered);
    }

    /**
     * The depths first..last.
     *
     * @param first at least 1
     * @param last at least first, at most {@value WalkIndex#MAX_DEPTH}
     */
    public record Depths(int first, int last) {
        /** Checks the range. */
        public Depths {
            if (first < 1 || last < first || last > WalkIndex.MAX_DEPTH) {
                throw new IllegalArgumentException(
                        "depths " + first + "-" + last + " are not ascending within 1.." + WalkIndex.MAX_DEPTH);
            }
        }

        /** Reads "3", the depth 3 alone, or "1-3". */
        public static Depths parse(String text) {
            if (!text.strip().matches("\\d{1,4}(-\\d{1,4})?")) {
                throw new IllegalArgumentException("depths '" + text + "' are neither one number nor two, such as 1-3");
            }
            String[] ends = text.strip().split("-", -1);
            return new Depths(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
        }
    }

    /**
     * What interactions are asked about.
     *
     * @param partitions whose walk indices and bounds are given; may be empty
     * @param target of the network
     * @param inputWidth D_x, at least 1
     * @param hiddenWidth D_h, at least 1
     */
    public record Question(List<Partition> partitions, Target target, int inputWidth, int hiddenWidth) {
        /** Keeps the list. */
        public Question {
            partitions = List.copyOf(partitions);
        }

        /** No partition. */
        public static Question none() {
            return new Question(List.of(), Target.graph(), 8, 16);
        }
    }

    /**
     * What is on the vertices and to be learnt there.
     *
     * @param tasks whose range is measured
     * @param features of the vertices; null: none are known
     */
    public record Subject(
            List<TargetMatrix> tasks, @Nullable Features features) {
        /** Keeps the list. */
        public Subject {
            tasks = List.copyOf(tasks);
        }

        /** No task and no features. */
        public static Subject none() {
            return new Subject(List.of(), null);
        }
    }

    /**
     * How much is done.
     *
     * @param seed of all samples
     * @param vertices from which breadth-first searches start where not from all
     * @param pairs of vertices whose resistance and Jacobian are measured
     * @param edges whose curvature is measured where not of all
     * @param mostSteps elementary steps that one measure may take, about 10^9 of them a few seconds
     */
    public record Effort(long seed, int vertices, int pairs, int edges, double mostSteps) {
        /** Checks the ranges. */
        public Effort {
            for (int size : new int[] {vertices, pairs, edges}) {
                if (size < 1) {
                    throw new IllegalArgumentException("sample of " + size + " is not positive");
                }
            }
            if (!(mostSteps > 0)) {
                throw new IllegalArgumentException("limit of " + mostSteps + " steps is not positive");
            }
        }

        /** Samples of 256 vertices, 64 pairs and 2000 edges, and 10^9 steps. */
        public static Effort seeded(long seed) {
            return new Effort(seed, 256, 64, 2000, 1e9);
        }
    }

    /** All groups, depths 1 to 3, no partition. */
    public static MeasureOptions seeded(long seed) {
        return new MeasureOptions(
                Group.all(), new Depths(1, 3), Question.none(), Effort.seeded(seed), PairSample.none(), Subject.none());
    }

    /** The same with other groups. */
    public MeasureOptions withGroups(Set<Group> other) {
        return new MeasureOptions(other, depths, question, effort, pairs, subject);
    }

    /** The same with other depths. */
    public MeasureOptions withDepths(Depths other) {
        return new MeasureOptions(groups, other, question, effort, pairs, subject);
    }

    /** The same with another question. */
    public MeasureOptions withQuestion(Question other) {
        return new MeasureOptions(groups, depths, other, effort, pairs, subject);
    }

    /** The same with another effort. */
    public MeasureOptions withEffort(Effort other) {
        return new MeasureOptions(groups, depths, question, other, pairs, subject);
    }

    /** The same with other pairs. */
    public MeasureOptions withPairs(PairSample other) {
        return new MeasureOptions(groups, depths, question, effort, other, subject);
    }

    /** The same about another subject. */
    public MeasureOptions withSubject(Subject other) {
        return new MeasureOptions(groups, depths, question, effort, pairs, other);
    }
}
