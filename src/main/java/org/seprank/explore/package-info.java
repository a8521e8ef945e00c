/**
 * Interactive pages: {@link org.seprank.explore.ExploreStudy} turns a graph, partitions of it and orders of edits into
 * an {@link org.seprank.explore.ExplorePage}, one file for the browser that computes what changes with
 * {@code org.seprank.live}, compiled to JavaScript by the build. The parts of the page are resources of this package.
 * May use {@code graph}, {@code walk}, {@code separation}, {@code rewire}, {@code rank}, {@code dataset},
 * {@code study}, {@code live} and {@code report}.
 */
@NullMarked
package org.seprank.explore;

import org.jspecify.annotations.NullMarked;
