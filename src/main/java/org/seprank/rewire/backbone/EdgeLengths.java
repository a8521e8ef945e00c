package org.seprank.rewire.backbone;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.seprank.graph.Graph;

/** How long an edge is, given its weight; 1 where there are no weights. Lengths are finite and not negative. */
public enum EdgeLengths {
    /** The weight, a distance: at least 0. */
    DISTANCE {
        @Override
        double of(double weight) {
            return weight;
        }
    },
    /** 1 / weight, the weight being a strength above 0. */
    INVERSE {
        @Override
        double of(double weight) {
            return weight > 0 ? 1 / weight : Double.NaN;
        }
    },
    /** 1 / weight - 1, the weight being a proximity above 0 and at most 1, such as a Jaccard similarity. */
    PROXIMITY {
        @Override
        double of(double weight) {
            return weight > 0 ? 1 / weight - 1 : Double.NaN;
        }
    };

    /** Outside 0..infinity if there is none. */
    abstract double of(double weight);

    /** All of them, as words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(EdgeLengths::word).toList();
    }

    /** The one of that word. */
    public static EdgeLengths named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The lengths of all edges, by edge. Time O(m).
     *
     * @throws IllegalArgumentException if a weight stands for no length
     */
    double[] of(Graph graph) {
        double[] lengths = new double[graph.edgeCount()];
        Arrays.fill(lengths, 1);
        for (int e = 0; graph.weighted() && e < lengths.length; e++) {
            lengths[e] = of(graph.weight(e));
            if (!(lengths[e] >= 0 && lengths[e] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weight " + graph.weight(e) + " of edge (" + graph.source(e) + ", "
                        + graph.target(e) + ") is no " + word() + ": its length would not be in 0..infinity");
            }
        }
        return lengths;
    }

    /** Of equally distorted edges the longer goes first: the negated lengths, or nothing if all are equal. */
    double[] longestFirst(Graph graph) {
        return graph.weighted() ? Arrays.stream(of(graph)).map(x -> -x).toArray() : new double[0];
    }
}
