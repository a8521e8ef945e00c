/**
 * Points in a plane: {@link org.seprank.rewire.feature.plane.PrincipalPlane} puts the rows of a feature matrix there,
 * {@link org.seprank.rewire.feature.plane.Triangulation} is the Delaunay triangulation of points, by exact predicates.
 * May use {@code dataset} and {@code linear}.
 */
@NullMarked
package org.seprank.rewire.feature.plane;

import org.jspecify.annotations.NullMarked;
