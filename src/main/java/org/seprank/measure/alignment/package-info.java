/** How well the leading directions of a graph's adjacency and of its features agree. */
@NullMarked
package org.seprank.measure.alignment;

import org.jspecify.annotations.NullMarked;
