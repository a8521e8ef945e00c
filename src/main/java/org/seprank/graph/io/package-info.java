/**
 * Graph files: {@link org.seprank.graph.io.GraphReader} reads them, telling the
 * {@linkplain org.seprank.graph.io.GraphFormat format} by content and name, and
 * {@link org.seprank.graph.io.GraphWriter} writes them, saying what the format could not hold. The formats are classes
 * in the packages {@code text}, {@code markup} and {@code binary}, written in terms of {@code codec}. May use
 * {@code file} and {@code graph}.
 */
@NullMarked
package org.seprank.graph.io;

import org.jspecify.annotations.NullMarked;
