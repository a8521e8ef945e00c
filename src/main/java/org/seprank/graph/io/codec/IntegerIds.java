package org.seprank.graph.io.codec;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.seprank.graph.VertexIds;

/** Ids that are whole numbers of 64 bits, written without leading zeros or sign of plus. */
public final class IntegerIds {
    private IntegerIds() {}

    /** Whether the id is such a number. */
    public static boolean isInteger(String id) {
        int digits = id.startsWith("-") ? 1 : 0;
        if (id.length() == digits || id.length() > digits + 19) {
            return false;
        }
        for (int i = digits; i < id.length(); i++) {
            if (id.charAt(i) < '0' || id.charAt(i) > '9') {
                return false;
            }
        }
        if (id.charAt(digits) == '0' && id.length() > 1) {
            return false;
        }
        return id.length() < digits + 19 || fits(id);
    }

    private static boolean fits(String id) {
        try {
            Long.parseLong(id);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** The positions of the ids in ascending order of the numbers. */
    static int[] ascending(List<String> ids) {
        long[] numbers = ids.stream().mapToLong(Long::parseLong).toArray();
        return IntStream.range(0, numbers.length)
                .boxed()
                .sorted(Comparator.comparingLong(i -> numbers[i]))
                .mapToInt(i -> i)
                .toArray();
    }

    /** The ids, in the smallest form that holds them. */
    static VertexIds vertexIds(List<String> ids) {
        if (!ids.stream().allMatch(IntegerIds::isInteger)) {
            return VertexIds.of(ids);
        }
        long[] numbers = ids.stream().mapToLong(Long::parseLong).toArray();
        for (int v = 1; v < numbers.length; v++) {
            if (numbers[v] <= numbers[v - 1]) {
                return VertexIds.of(ids);
            }
        }
        return VertexIds.ascending(numbers);
    }
}
