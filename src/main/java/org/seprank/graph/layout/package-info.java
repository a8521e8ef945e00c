/**
 * Places for the vertices of a graph in the plane: {@link org.seprank.graph.layout.MultilevelLayout} coarsens every
 * component, places what is left by springs and repulsion and refines level by level, then packs the components. May
 * use {@code work} and the packages of {@code graph}.
 */
@NullMarked
package org.seprank.graph.layout;

import org.jspecify.annotations.NullMarked;
