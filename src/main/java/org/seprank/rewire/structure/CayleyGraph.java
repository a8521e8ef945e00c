package org.seprank.rewire.structure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The first vertices of the Cayley graph of SL(2, Z_q), the 2×2 matrices of determinant 1 modulo q, with the generators
 * {@code S = [1 1; 0 1]} and {@code T = [1 0; 1 1]} and their inverses. For q ≥ 3 every element has 4 neighbours, for q
 * = 2, where the generators are their own inverses, 2. Vertices are numbered in the order of a breadth-first search
 * from the identity, which tries S, S⁻¹, T, T⁻¹ in this order, so those of a smaller n stay connected. Time and memory
 * O(n).
 */
final class CayleyGraph {
    private static final int GENERATORS = 4;
    private static final int NONE = -1;

    private final long q;
    private final int n;
    private final Map<Long, Integer> numbers;
    private final long[] elements; // four entries below 2^16 each
    private final int[] neighbours; // 4 per vertex, NONE for an element that is not among the first

    private CayleyGraph(int q, int n) {
        this.q = q;
        this.n = n;
        this.numbers = new HashMap<>();
        this.elements = new long[n];
        this.neighbours = new int[Math.multiplyExact(GENERATORS, n)];
        Arrays.fill(neighbours, NONE);
        search();
    }

    /** The smallest group with at least n elements, cut to n. */
    static CayleyGraph over(int n) {
        return new CayleyGraph(smallestModulus(n), n);
    }

    /** The smallest q with |SL(2, Z_q)| ≥ n. */
    static int smallestModulus(long n) {
        int q = 2;
        while (order(q) < n) {
            q++;
        }
        return q;
    }

    /** {@code |SL(2, Z_q)| = q³ ∏_{p | q} (1 - p⁻²)}, p prime. */
    static long order(int q) {
        long order = Math.multiplyExact(Math.multiplyExact((long) q, q), q);
        int rest = q;
        for (int p = 2; rest > 1; p++) {
            if (rest % p == 0) {
                order = order / p / p * (p - 1) * (p + 1); // p³ divides q³
                while (rest % p == 0) {
                    rest /= p;
                }
            }
        }
        return order;
    }

    private void search() {
        number(identity());
        for (int v = 0; v < n; v++) {
            for (int generator = 0; generator < GENERATORS; generator++) {
                neighbours[GENERATORS * v + generator] = number(times(elements[v], generator));
            }
        }
    }

    private int number(long element) {
        Integer known = numbers.get(element);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        if (number == n) {
            return NONE;
        }
        numbers.put(element, number);
        elements[number] = element;
        return number;
    }

    private static long identity() {
        return pack(1, 0, 0, 1);
    }

    private static long pack(long a, long b, long c, long d) {
        return a << 48 | b << 32 | c << 16 | d;
    }

    /** [a b; c d] times a generator: a column is added to the other one, or subtracted. */
    private long times(long element, int generator) {
        long a = element >>> 48;
        long b = element >>> 32 & 0xffff;
        long c = element >>> 16 & 0xffff;
        long d = element & 0xffff;
        return switch (generator) {
            case 0 -> pack(a, (a + b) % q, c, (c + d) % q);
            case 1 -> pack(a, (b + q - a) % q, c, (d + q - c) % q);
            case 2 -> pack((a + b) % q, b, (c + d) % q, d);
            default -> pack((a + q - b) % q, b, (c + q - d) % q, d);
        };
    }

    /** Where S leads from v, or -1 where it leaves the first n. */
    int alongS(int v) {
        return neighbours[GENERATORS * v];
    }

    /** Where T leads from v, or -1 where it leaves the first n. */
    int alongT(int v) {
        return neighbours[GENERATORS * v + 2];
    }
}
