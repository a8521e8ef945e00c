/**
 * Quantities of every edge and of every vertex of a graph, in contrast to their distributions in
 * {@link org.seprank.measure}: {@link org.seprank.measure.element.EdgeColumns} and
 * {@link org.seprank.measure.element.VertexColumns}.
 */
@NullMarked
package org.seprank.measure.element;

import org.jspecify.annotations.NullMarked;
