package org.seprank.spark.command;

import org.seprank.spark.graph.BlockPlan;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A graph and how it is spread. */
final class BlockOptions {
    @Parameters(
            index = "0",
            paramLabel = "EDGES",
            description = {
                "The edges by a path that Spark knows (file, hdfs, s3a): .parquet, .csv with a header, or text with two",
                "words on each line. Ends are the columns src and dst, or else the first two."
            })
    private String input = "";

    @Option(
            names = "--blocks",
            paramLabel = "N",
            defaultValue = "0",
            description = "Blocks of rows (default: four for each processor). Answers do not depend on it.")
    private int parts;

    @Option(
            names = "--checkpoint",
            paramLabel = "FOLDER",
            defaultValue = "",
            description = "A folder that all executors reach: keeps every tenth round of long work.")
    private String checkpoint = "";

    @Mixin
    private PlaceOptions place = new PlaceOptions();

    BlockPlan plan() {
        return new BlockPlan(place.place(), input, parts, checkpoint);
    }
}
