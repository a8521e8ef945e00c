/** How numbers are written for people. Uses no other package. */
@NullMarked
package org.seprank.report.number;

import org.jspecify.annotations.NullMarked;
