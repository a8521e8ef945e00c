package org.seprank.spark.graph;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The arcs that a block has got, and the rows that they make. */
final class SortedArcs {
    private final long[] ends;
    private final double[] weights;
    private int size;

    SortedArcs(int capacity, boolean weighted) {
        this.ends = new long[capacity];
        this.weights = new double[weighted ? capacity : 0];
    }

    void add(long[] moreEnds, double[] moreWeights) {
        System.arraycopy(moreEnds, 0, ends, size, moreEnds.length);
        System.arraycopy(moreWeights, 0, weights, weights.length == 0 ? 0 : size, moreWeights.length);
        size += moreEnds.length;
    }

    /** Sorted, of equal arcs the lightest. */
    Block block(int number, int parts, int rows) {
        double[] kept = new double[0];
        int count;
        if (weights.length == 0) {
            Arrays.sort(ends);
            count = Block.distinct(ends, size);
        } else {
            int[] order = IntStream.range(0, size)
                    .boxed()
                    .sorted(Comparator.comparingLong((Integer i) -> ends[i]).thenComparingDouble(i -> weights[i]))
                    .mapToInt(i -> i)
                    .toArray();
            long[] sorted = Arrays.stream(order).mapToLong(i -> ends[i]).toArray();
            int[] first = IntStream.range(0, size)
                    .filter(i -> i == 0 || sorted[i] != sorted[i - 1])
                    .toArray();
            kept = Arrays.stream(first).mapToDouble(i -> weights[order[i]]).toArray();
            count = first.length;
            for (int i = 0; i < count; i++) {
                ends[i] = sorted[first[i]];
            }
        }
        int[] offsets = new int[rows + 1];
        int[] neighbours = new int[count];
        for (int k = 0; k < count; k++) {
            offsets[(int) (ends[k] >>> 32) / parts + 1]++;
            neighbours[k] = (int) ends[k];
        }
        for (int i = 0; i < rows; i++) {
            offsets[i + 1] += offsets[i];
        }
        return new Block(number, parts, offsets, neighbours, kept);
    }
}
