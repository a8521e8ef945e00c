/**
 * What is asked of a graph while somebody looks at it: walk indices, bounds and orders of removal of a partition that
 * changes with every gesture ({@link org.seprank.live.ExploredGraph}), answered in JSON. It runs in a browser as well:
 * {@code src/browser} compiles it and what it uses to JavaScript, so regular expressions, formats, files and threads of
 * its own are not for this package. May use {@code graph}, {@code walk}, {@code separation}, {@code rewire},
 * {@code rank} and {@code work}.
 */
@NullMarked
package org.seprank.live;

import org.jspecify.annotations.NullMarked;
