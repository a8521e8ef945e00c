package org.seprank.spark.session;

import java.io.IOException;
import org.apache.spark.sql.SparkSession;

/**
 * What is done with a session of Spark.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
public interface Work<T> {
    /** Does it. */
    T run(SparkSession session) throws IOException;
}
