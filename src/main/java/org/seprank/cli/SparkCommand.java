package org.seprank.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code seprank spark} where Apache Spark is not on the class path: says what is to be done. */
@Command(
        name = "spark",
        description = {
            "On Apache Spark: many graphs, or one that does not fit one machine. In a checkout, ./seprank spark .. builds what",
            "it needs at its first use; on a cluster, spark-submit --class org.seprank.spark.Main seprank-spark.jar .. runs it."
        })
final class SparkCommand implements Runnable {
    /** The command, whatever follows it. */
    static CommandLine line() {
        return new CommandLine(new SparkCommand()).setUnmatchedArgumentsAllowed(true);
    }

    @Override
    public void run() {
        throw new IllegalArgumentException("the jars of Apache Spark are not on the class path");
    }
}
