/**
 * Studies of batches on Spark: {@link org.seprank.spark.study.SparkEngine}, one task each; input files go to executors
 * and what studies write comes home, so that nothing but this process writes the store. May use {@code session}.
 */
@NullMarked
package org.seprank.spark.study;

import org.jspecify.annotations.NullMarked;
