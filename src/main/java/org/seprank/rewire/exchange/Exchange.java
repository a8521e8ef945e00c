package org.seprank.rewire.exchange;

/**
 * The exchange of {a-b, c-d} for {a-d, c-b}.
 *
 * @param a tail of the first edge
 * @param b its head
 * @param c tail of the second edge
 * @param d its head
 */
record Exchange(int a, int b, int c, int d) {
    /** Whether it needs no self-loop and no edge that is there; that both edges are there is taken for granted. */
    boolean possible(ExchangeRows rows) {
        return a != d && c != b && !rows.has(a, d) && !rows.has(c, b);
    }
}
