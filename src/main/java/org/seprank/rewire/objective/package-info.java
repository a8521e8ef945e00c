/**
 * What of an interaction edges are chosen by, beside its walk index:
 * {@link org.seprank.rewire.objective.InteractionObjective}. May use {@code graph}, {@code walk}, {@code separation}
 * and {@code work}.
 */
@NullMarked
package org.seprank.rewire.objective;

import org.jspecify.annotations.NullMarked;
