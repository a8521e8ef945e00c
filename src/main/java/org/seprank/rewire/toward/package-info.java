/**
 * Rewiring towards stated interactions, or away from them: given the partitions and targets that a task needs
 * ({@link org.seprank.rewire.toward.InteractionGoal}), {@link org.seprank.rewire.toward.InteractionRewirer} makes the
 * edits that raise or lower their walk indices most, or their interaction dimensions or bounds. May use {@code rewire},
 * {@code graph}, {@code walk} and {@code work}.
 */
@NullMarked
package org.seprank.rewire.toward;

import org.jspecify.annotations.NullMarked;
