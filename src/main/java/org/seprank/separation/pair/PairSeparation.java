package org.seprank.separation.pair;

import java.math.BigInteger;
import org.seprank.separation.Bound;
import org.seprank.walk.Target;

/**
 * How strongly a network can tie the features of two vertices together when it predicts their pair: the separation rank
 * of {@code f(x_u, x_v)}, the output for (u, v) as a function of the two vertices' features where all other features
 * are fixed. It is 1 if the output is a product of a function of {@code x_u} and one of {@code x_v}.
 *
 * <p>The upper bound holds for all weights and all features of the others, the lower one for almost all. Both have
 * proofs in {@code src/site/markdown/bounds.md}; as fixing features never raises a separation rank, every lower bound
 * is also one on the rank across any partition with u and v on different sides.
 *
 * @param pair u and v
 * @param distance the fewest edges of a path between them, in a directed graph from one to the other; {@value #NO_PATH}
 *     where there is none
 * @param walkIndex {@code rho_{L-1}(C, {u, v})}, C the vertices whose first layer reads both: their common neighbours,
 *     and where they are neighbours themselves also u and v
 * @param interactionDimension 1 if vectors below the output read both, which then may tie them as the powers of their
 *     degree allow; 0 if only the product of {@code h^(L,u)} and {@code h^(L,v)} does, whose rank is at most D_h
 * @param lower for almost all weights and features of the others
 * @param upper for all
 */
public record PairSeparation(
        Target.OfPair pair, int distance, BigInteger walkIndex, int interactionDimension, Bound lower, Bound upper) {
    /** The distance where no path leads from one to the other. */
    public static final int NO_PATH = -1;

    /** Whether the bounds meet, which tells the rank for almost all weights. */
    public boolean pinned() {
        return lower.rank().exact().isPresent()
                && lower.rank().exact().equals(upper.rank().exact());
    }
}
