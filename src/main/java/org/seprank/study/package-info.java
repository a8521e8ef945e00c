/**
 * Studies: records of what to do that run to an {@link org.seprank.study.Outcome}. A command line and a line of a batch
 * are both a study. May use {@code graph}, {@code walk}, {@code rank}, {@code dataset}, {@code lab},
 * {@code separation}, {@code rewire}, {@code gnn}, {@code measure}, {@code entangle}, {@code mapped}, {@code report},
 * {@code file}, {@code setting} and {@code work}.
 */
@NullMarked
package org.seprank.study;

import org.jspecify.annotations.NullMarked;
