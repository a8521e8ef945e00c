package org.seprank.gnn.training;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.seprank.gnn.GnnSpec;
import org.seprank.gnn.batch.NeighbourSampler;

/**
 * How many neighbours of a vertex are drawn, hop by hop from the vertices that are learned; none: nothing is drawn, and
 * every step sees the whole graph.
 *
 * @param counts positive, or {@link NeighbourSampler#ALL}; a single one is of every hop
 */
public record FanOuts(List<Integer> counts) {
    /** Checks the range. */
    public FanOuts {
        counts = List.copyOf(counts);
        for (int count : counts) {
            if (count < 1 && count != NeighbourSampler.ALL) {
                throw new IllegalArgumentException("fan-out " + count + " is neither positive nor all");
            }
        }
    }

    /** Nothing is drawn. */
    public static FanOuts none() {
        return new FanOuts(List.of());
    }

    /**
     * Reads "15,10,5"; "all" and -1 take all neighbours.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static FanOuts parse(String text) {
        try {
            return new FanOuts(Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .map(one ->
                            one.toLowerCase(Locale.ROOT).equals("all") ? NeighbourSampler.ALL : Integer.parseInt(one))
                    .toList());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "neighbours '" + text + "' are no numbers with commas between them, such as 15,10,5 or 10,all", e);
        }
    }

    /** Whether nothing is drawn. */
    public boolean isEmpty() {
        return counts.isEmpty();
    }

    /** The form that {@link #parse} reads. */
    public String text() {
        return counts.stream()
                .map(count -> count == NeighbourSampler.ALL ? "all" : String.valueOf(count))
                .collect(Collectors.joining(","));
    }

    /**
     * The fan-out of every hop of a network.
     *
     * @throws IllegalArgumentException if there are more or fewer, or the network cannot learn from samples
     */
    public FanOuts over(GnnSpec spec) {
        if (spec.dropout().edges() > 0) {
            throw new IllegalArgumentException("edges are either sampled (--neighbours " + text() + ") or dropped"
                    + " (--drop-edge " + spec.dropout().edges() + "); leave one out");
        }
        int hops = spec.reach();
        if (counts.size() == 1) {
            return new FanOuts(Collections.nCopies(hops, counts.get(0)));
        }
        if (counts.size() != hops) {
            throw new IllegalArgumentException("--neighbours " + text() + " are of " + counts.size()
                    + " hops, but the network sees " + hops + "; give so many numbers, or one for all hops");
        }
        return this;
    }

    int[] toArray() {
        return counts.stream().mapToInt(Integer::intValue).toArray();
    }
}
