/** Rows of neighbours, and degrees, of a graph whose edges come and go. May use {@code graph}. */
@NullMarked
package org.seprank.rewire.row;

import org.jspecify.annotations.NullMarked;
