package org.seprank.spark.command;

import java.util.Map;
import java.util.TreeMap;
import org.seprank.spark.session.Place;
import picocli.CommandLine.Option;

/** Where Spark runs. */
final class PlaceOptions {
    @Option(
            names = "--master",
            paramLabel = "URL",
            defaultValue = "",
            description =
                    "Where it runs, such as local[4], spark://HOST:PORT, yarn or k8s://URL (default: as spark-submit says, else local[*]).")
    private String master = "";

    @Option(
            names = "--conf",
            paramLabel = "spark.KEY=VALUE",
            description = "A setting of Spark, as for spark-submit; repeatable.")
    private Map<String, String> settings = Map.of();

    Place place() {
        return new Place(master, new TreeMap<>(settings));
    }
}
