/**
 * Rewirings by effective resistance that keep it up to date while edges come and go:
 * {@link org.seprank.rewire.resistance.ResistanceExchange} (ERR). May use {@code graph}, {@code linear}, {@code work},
 * {@code rewire} and its packages {@code edit}, {@code row} and {@code spectral}.
 */
@NullMarked
package org.seprank.rewire.resistance;

import org.jspecify.annotations.NullMarked;
