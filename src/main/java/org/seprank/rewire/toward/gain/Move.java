package org.seprank.rewire.toward.gain;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.seprank.rewire.edit.Edit;

/**
 * A change of the graph that is made as a whole: an edge put in, an edge taken away, or an exchange of {a-b, c-d} for
 * {a-d, c-b}, which leaves every degree as it is. Ordered by kind, then by ends: the order that breaks ties.
 *
 * @param kind what is done
 * @param a the tail of the (first) edge
 * @param b its head
 * @param c the tail of the second edge of a swap, otherwise {@code a}
 * @param d its head, otherwise {@code b}
 */
public record Move(Kind kind, int a, int b, int c, int d) implements Comparable<Move> {
    private static final Comparator<Move> ORDER = Comparator.comparing(Move::kind)
            .thenComparingInt(Move::a)
            .thenComparingInt(Move::b)
            .thenComparingInt(Move::c)
            .thenComparingInt(Move::d);

    /** What a move does. */
    public enum Kind {
        /** Puts one edge in: one edit. */
        ADD,
        /** Takes one edge away: one edit. */
        REMOVE,
        /** Exchanges two edges for two others and keeps all degrees: four edits. */
        SWAP
    }

    /** Checks the ends. */
    public Move {
        boolean loop = a == b || c == d || (kind == Kind.SWAP && (a == d || c == b || a == c || b == d));
        if (loop || Math.min(Math.min(a, b), Math.min(c, d)) < 0) {
            throw new IllegalArgumentException("no " + kind + " at " + a + ", " + b + ", " + c + ", " + d);
        }
    }

    /** The addition of an edge. */
    public static Move add(int u, int v) {
        return new Move(Kind.ADD, u, v, u, v);
    }

    /** The removal of an edge. */
    public static Move remove(int u, int v) {
        return new Move(Kind.REMOVE, u, v, u, v);
    }

    /** The exchange of {a-b, c-d} for {a-d, c-b}, its four ends different, in the one spelling that stands for all. */
    public static Move swap(boolean directed, int a, int b, int c, int d) {
        int least = directed ? Math.min(a, c) : Math.min(Math.min(a, b), Math.min(c, d));
        if (least == a) {
            return new Move(Kind.SWAP, a, b, c, d);
        }
        if (least == c) {
            return new Move(Kind.SWAP, c, d, a, b);
        }
        return least == b ? new Move(Kind.SWAP, b, a, d, c) : new Move(Kind.SWAP, d, c, b, a);
    }

    /** The edits, in the order to make them. */
    public List<Edit> edits() {
        return switch (kind) {
            case ADD -> List.of(Edit.add(a, b));
            case REMOVE -> List.of(Edit.remove(a, b));
            case SWAP -> List.of(Edit.remove(a, b), Edit.remove(c, d), Edit.add(a, d), Edit.add(c, b));
        };
    }

    /** The number of edits. */
    public int editCount() {
        return kind == Kind.SWAP ? 4 : 1;
    }

    /** Whether one of its ends is in the set. */
    public boolean touches(BitSet vertices) {
        return vertices.get(a) || vertices.get(b) || (kind == Kind.SWAP && (vertices.get(c) || vertices.get(d)));
    }

    @Override
    public int compareTo(Move other) {
        return ORDER.compare(this, other);
    }
}
