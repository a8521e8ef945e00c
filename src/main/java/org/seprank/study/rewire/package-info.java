/** Rewiring a graph or dataset, and comparing methods, as studies. */
@NullMarked
package org.seprank.study.rewire;

import org.jspecify.annotations.NullMarked;
