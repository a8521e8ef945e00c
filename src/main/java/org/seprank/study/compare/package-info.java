/**
 * Methods of rewiring side by side: what each leaves of a graph, how networks that are trained afterwards do, which to
 * take, and what to try first. May use everything below {@code study}, and of it {@code input}, {@code rewire},
 * {@code set}, {@code statistics} and {@code train}.
 */
@NullMarked
package org.seprank.study.compare;

import org.jspecify.annotations.NullMarked;
