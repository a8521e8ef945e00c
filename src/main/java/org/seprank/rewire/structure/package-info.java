/**
 * Rewirings by the structure of the graph alone: {@link org.seprank.rewire.structure.LocalitySnapshots} joins vertices
 * at small distances with few walks between them (LASER), {@link org.seprank.rewire.structure.ExpanderRewirer} lays a
 * Cayley graph over the vertices (EGP), {@link org.seprank.rewire.structure.VirtualVertex} joins all vertices with a
 * new one, {@link org.seprank.rewire.structure.HalfHop} puts a slow vertex into edges. May use {@code graph},
 * {@code work} and {@code rewire}.
 */
@NullMarked
package org.seprank.rewire.structure;

import org.jspecify.annotations.NullMarked;
