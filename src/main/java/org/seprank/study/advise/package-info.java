/**
 * What limits a network on a graph, and which preprocessing to try first, from measures that take seconds. May use
 * everything below {@code study}, and of it {@code input} and {@code set}.
 */
@NullMarked
package org.seprank.study.advise;

import org.jspecify.annotations.NullMarked;
