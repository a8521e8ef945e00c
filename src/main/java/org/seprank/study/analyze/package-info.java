/** Walk indices, bounds and ranks of partitions as a study. */
@NullMarked
package org.seprank.study.analyze;

import org.jspecify.annotations.NullMarked;
