/**
 * Additions and exchanges of edges, most of them random: the controls that a rewiring has to beat. May use
 * {@code rewire}, {@code graph} and {@code work}.
 */
@NullMarked
package org.seprank.rewire.exchange;

import org.jspecify.annotations.NullMarked;
