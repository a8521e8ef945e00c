/** Edges removed in the order in which trained factors on edges say that a network needs them least. */
@NullMarked
package org.seprank.study.rewire.mask;

import org.jspecify.annotations.NullMarked;
