/**
 * Many graphs on Spark: {@link org.seprank.spark.set.GraphItems} reads them, {@link org.seprank.spark.set.GraphsStudy}
 * asks the same of every one and writes a row for each. May use {@code session}.
 */
@NullMarked
package org.seprank.spark.set;

import org.jspecify.annotations.NullMarked;
