package org.seprank.rewire;

/**
 * Which of equally good edges goes first, by their order (source, target), source the smaller end. The choice changes
 * what follows, so lists are comparable only under the same rule.
 */
public enum Ties {
    /** The smallest (source, target), as the official 1-WIS implementation does. */
    FIRST,
    /** The largest (source, target), as the official general implementation does. */
    LAST;

    /** Whether edge {@code e} goes before the equally good edge {@code f}. */
    public boolean prefers(int e, int f) {
        return this == FIRST ? e < f : e > f;
    }
}
