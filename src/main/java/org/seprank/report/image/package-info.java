/** Figures as files of other forms: pixels and pages for print. */
@NullMarked
package org.seprank.report.image;

import org.jspecify.annotations.NullMarked;
