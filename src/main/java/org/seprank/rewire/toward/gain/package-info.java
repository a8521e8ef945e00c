/**
 * What a change of the graph does to the walk indices of several partitions at once, exactly and without counting all
 * walks again: {@link org.seprank.rewire.toward.gain.LiveIndices} says what a
 * {@link org.seprank.rewire.toward.gain.Move} would change and makes it. May use {@code graph}, {@code walk} and the
 * edits of {@code rewire}.
 */
@NullMarked
package org.seprank.rewire.toward.gain;

import org.jspecify.annotations.NullMarked;
