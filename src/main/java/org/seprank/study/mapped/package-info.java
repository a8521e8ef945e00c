/** Graphs that stay in a file of compressed sparse rows, as studies. */
@NullMarked
package org.seprank.study.mapped;

import org.jspecify.annotations.NullMarked;
