/** Graphs written in another format, as studies. */
@NullMarked
package org.seprank.study.convert;

import org.jspecify.annotations.NullMarked;
