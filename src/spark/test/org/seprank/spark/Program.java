package org.seprank.spark;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What a virtual machine of its own said.
 *
 * @param code exit code
 * @param out stdout
 * @param err stderr
 */
record Program(int code, String out, String err) {
    static final Path HOME =
            Path.of(System.getProperty("seprank.home", ".")).toAbsolutePath().normalize();
    static final Path JAR = HOME.resolve("target/spark/seprank-spark.jar");

    /** Spark's jars. */
    static String sparkJars() throws IOException {
        return Files.readString(HOME.resolve("target/spark/spark.classpath")).strip();
    }

    /** The program without Spark. */
    static String seprankJars() throws IOException {
        return HOME.resolve("target/seprank.jar")
                + File.pathSeparator
                + Files.readString(HOME.resolve("target/seprank.classpath")).strip();
    }

    /** The words that start a virtual machine with this class path, as Spark wants it. */
    static List<String> java(String classPath, String... words) {
        List<String> all = new ArrayList<>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        all.addAll(List.of(System.getProperty("seprank.opened", "").split(" ", -1)));
        all.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx700m", "-cp", classPath));
        all.addAll(List.of(words));
        return all;
    }

    /** Starts a program in a folder. */
    static Process start(Path folder, Map<String, String> environment, List<String> words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().keySet().removeAll(List.of("SPARK_HOME", "SPARK_CONF_DIR", "HADOOP_CONF_DIR"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Waits for the end of a program. */
    static Program ended(Process process) throws Exception {
        CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        String out = text(process.getInputStream());
        return new Program(process.waitFor(), out, err.get());
    }

    private static String text(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
