/**
 * seprank on Apache Spark: {@link org.seprank.spark.Main} for {@code spark-submit}, and the command {@code spark} with
 * its commands. May use {@code command}.
 */
@NullMarked
package org.seprank.spark;

import org.jspecify.annotations.NullMarked;
