package org.seprank.walk;

import java.math.BigInteger;

/**
 * What the removal of one edge does to a walk index. Exact.
 *
 * @param edge the edge's number in its graph
 * @param loss by how much the walk index falls, at least 0
 * @param leavingBoundary how many of the edge's ends leave the boundary C_I: 0, 1 or 2
 */
public record EdgeRemovalEffect(int edge, BigInteger loss, int leavingBoundary) {}
