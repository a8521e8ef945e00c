package org.seprank.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** seprank alone, and with Spark as {@code spark-submit} starts it: neither Jackson nor logging is in conflict. */
class ClassPathTest {
    @TempDir
    Path folder;

    @Test
    void seprankAloneAnswersAndSaysWhatSparkNeeds() throws Exception {
        String karate = Program.HOME.resolve("graphs/karate.graphml").toString();
        Program run =
                run(Program.java(Program.seprankJars(), "org.seprank.cli.Main", "analyze", karate, "--format=json"));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"walk_index\"");
        Program spark =
                run(Program.java(Program.seprankJars(), "org.seprank.cli.Main", "spark", "check", "--master=local"));
        assertThat(spark.code()).isEqualTo(2);
        assertThat(spark.err())
                .contains("error: the jars of Apache Spark are not on the class path")
                .doesNotContain("\tat ");
    }

    @Test
    void sparkSubmitRunsTheAssembledJar() throws Exception {
        Program run = run(Program.java(
                Program.sparkJars(),
                "org.apache.spark.deploy.SparkSubmit",
                "--class",
                "org.seprank.spark.Main",
                "--master",
                "local[2]",
                "--conf",
                "spark.ui.enabled=false",
                Program.JAR.toString(),
                "check",
                "--format",
                "json"));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"master\" : \"local[2]\"", "\"vertices\" : \"10\"");
        assertThat(run.err()).doesNotContainIgnoringCase("slf4j").doesNotContainIgnoringCase("jackson");
    }

    /** What Spark brings itself is not in the jar, or is there under another name. */
    @Test
    void theAssembledJarHasNeitherLoggingNorJacksonOfItsOwn() throws Exception {
        try (ZipFile jar = new ZipFile(Program.JAR.toFile())) {
            for (String name : List.of("org/slf4j/", "com/fasterxml/jackson/", "org/apache/spark/", "org/yaml/")) {
                assertThat(jar.stream().filter(entry -> entry.getName().startsWith(name)))
                        .as(name)
                        .isEmpty();
            }
            assertThat(jar.getEntry("org/seprank/with/jackson/databind/ObjectMapper.class"))
                    .isNotNull();
            assertThat(jar.getEntry("org/seprank/spark/Main.class")).isNotNull();
        }
    }

    private Program run(List<String> words) throws Exception {
        return Program.ended(Program.start(folder, Map.of(), words));
    }
}
