/**
 * Looking into a trained network: {@link org.seprank.gnn.probe.GridProbe}, its output where two sides of a partition
 * take features independently of each other, {@link org.seprank.gnn.probe.Influence}, how strongly an output depends on
 * every vertex, and {@link org.seprank.gnn.probe.Mixing}, how strongly it couples two of them. Uses networks and
 * datasets.
 */
@NullMarked
package org.seprank.gnn.probe;

import org.jspecify.annotations.NullMarked;
