package org.seprank.spark.session;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.seprank.work.Progress;

/**
 * Where Spark runs.
 *
 * @param master such as {@code local[4]}, {@code spark://HOST:PORT}, {@code yarn} or {@code k8s://URL}; empty: as
 *     {@code spark-submit} says, else all processors of this machine
 * @param settings of Spark, by their names; they go before those of {@code spark-submit}
 */
public record Place(String master, SortedMap<String, String> settings) {
    private static final String EVERYWHERE = "local[*]";
    private static final String EXECUTOR_OPTIONS = "spark.executor.extraJavaOptions";
    private static final String VECTORS =
            "--add-modules jdk.incubator.vector -Dorg.bytedeco.javacpp.maxphysicalbytes=0";

    /** Checks the names. */
    public Place {
        settings.keySet().forEach(name -> {
            if (!name.startsWith("spark.")) {
                throw new IllegalArgumentException("setting '" + name + "' of Spark does not begin with spark.");
            }
        });
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /** A master, without settings. */
    public static Place of(String master) {
        return new Place(master, new TreeMap<>());
    }

    /** Starts Spark there, or takes the session that this process has. */
    public SparkSession open(String name) {
        return SparkSession.builder().config(configuration(name)).getOrCreate();
    }

    /**
     * Does something there; Spark is started before and stopped after it.
     *
     * @param name of the work
     * @throws CancellationException if {@code progress} asked to stop
     * @throws IOException if Spark gave up
     */
    public <T> T call(String name, Progress progress, Work<T> work) throws IOException {
        try (SparkSession session = open(name)) {
            return new Watch().call(session, progress, work);
        }
    }

    /** What Spark is told: the settings, then what {@code spark-submit} or the virtual machine says, then this. */
    SparkConf configuration(String name) {
        SparkConf told = new SparkConf();
        if (!master.isEmpty()) {
            told.setMaster(master);
        }
        told.setIfMissing("spark.master", EVERYWHERE);
        settings.forEach(told::set);
        told.setIfMissing("spark.app.name", "seprank " + name);
        told.setIfMissing("spark.ui.enabled", "false");
        told.setIfMissing("spark.ui.showConsoleProgress", "false");
        // an executor that is lost is no failure of the task that it ran
        told.setIfMissing("spark.task.maxFailures", "16");
        told.setIfMissing("spark.driver.maxResultSize", "0");
        told.set("spark.speculation", "false");
        String options = told.get(EXECUTOR_OPTIONS, "");
        told.set(EXECUTOR_OPTIONS, (options + " " + VECTORS).strip());
        if (!told.get("spark.master").startsWith("local[")
                && !told.get("spark.master").equals("local")) {
            jar().ifPresent(jar -> told.setIfMissing("spark.jars", jar.toUri().toString()));
        }
        return told;
    }

    /** The assembled jar, which executors need. */
    private static Optional<Path> jar() {
        CodeSource source = Place.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return Optional.empty();
        }
        try {
            Path place = Path.of(source.getLocation().toURI());
            return Files.isRegularFile(place) ? Optional.of(place) : Optional.empty();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(source + " is no place", e);
        }
    }
}
