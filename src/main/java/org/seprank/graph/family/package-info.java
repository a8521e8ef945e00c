/**
 * Graphs by name: {@link org.seprank.graph.family.GraphFamily} turns {@code family:cycle,n=12} into a graph and lists
 * the families there are, regular ones, random ones and Zachary's karate club. Random graphs depend on nothing but
 * their parameters and the seed. May use {@code graph}, {@code setting} and JGraphT.
 */
@NullMarked
package org.seprank.graph.family;

import org.jspecify.annotations.NullMarked;
