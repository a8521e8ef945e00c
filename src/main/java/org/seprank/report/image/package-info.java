/** Figures on pixels. */
@NullMarked
package org.seprank.report.image;

import org.jspecify.annotations.NullMarked;
