/**
 * How far influence reaches: the range of tasks, of networks and of walks, in hops and in effective resistance (arXiv
 * 2506.05971). {@link org.seprank.measure.range.VertexRange} is that of one vertex,
 * {@link org.seprank.measure.range.RangeSummary} of many.
 */
@NullMarked
package org.seprank.measure.range;

import org.jspecify.annotations.NullMarked;
