/**
 * Rewirings by effective resistance that keep it up to date while edges come and go:
 * {@link org.seprank.rewire.resistance.ResistanceExchange} (ERR) and, from one resistance per edge,
 * {@link org.seprank.rewire.resistance.DensifyThenSparsify} (GOKU). May use {@code graph}, {@code dataset},
 * {@code linear}, {@code work}, {@code rewire} and its packages {@code edit}, {@code feature}, {@code row} and
 * {@code spectral}.
 */
@NullMarked
package org.seprank.rewire.resistance;

import org.jspecify.annotations.NullMarked;
