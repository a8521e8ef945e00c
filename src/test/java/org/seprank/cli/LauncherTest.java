package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The shell scripts that start the program, with stand-ins for Maven and Java. */
@EnabledOnOs(OS.LINUX)
class LauncherTest {
    private static final String WARNING = "WARNING: Using incubator modules: jdk.incubator.vector";

    @TempDir
    Path folder;

    private Path checkout;

    @BeforeEach
    void makeStandIns() throws IOException {
        readable(folder);
        makeCheckout("checkout");
        script("bin/mvn", """
                echo built >> "$BUILDS"
                sleep 1
                mkdir -p "$SEPRANK_TEST_CHECKOUT/target"
                echo jar > "$SEPRANK_TEST_CHECKOUT/target/seprank.jar"
                echo "$BUILDS" > "$SEPRANK_TEST_CHECKOUT/target/seprank.classpath"
                """);
        script("java/bin/java", """
                case "$*" in *DumpLoadedClassList*) exit 1 ;; esac
                printf "$SAYS" >&2
                echo "$*"
                exit 5
                """);
    }

    private void makeCheckout(String name) throws IOException {
        checkout = makeFolders(name);
        makeFolders(name + "/src/main");
        copy("seprank");
        copy("src/assembly/bin/seprank");
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
    }

    private static void readable(Path path) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path makeFolders(String name) throws IOException {
        Path made = folder;
        for (String part : name.split("/", -1)) {
            made = made.resolve(part);
            Files.createDirectories(made);
            readable(made);
        }
        return made;
    }

    private void copy(String script) throws IOException {
        Path to = checkout.resolve(script);
        Files.createDirectories(to.getParent());
        Files.copy(Path.of(script), to);
        readable(to);
    }

    private void script(String name, String body) throws IOException {
        Path file = folder.resolve(name);
        makeFolders(name.substring(0, name.lastIndexOf('/')));
        Files.writeString(file, "#!/bin/sh\n" + body);
        readable(file);
    }

    /** What a run said and how it ended. */
    private record Run(int code, String out, String err) {}

    private Process start(String says, String... words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words);
        Map<String, String> environment = builder.environment();
        environment.put("PATH", folder.resolve("bin") + ":" + environment.get("PATH"));
        environment.put("JAVA_HOME", folder.resolve("java").toString());
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        environment.put("BUILDS", folder.resolve("builds").toString());
        environment.put("SEPRANK_TEST_CHECKOUT", checkout.toString());
        environment.put("SAYS", says);
        environment.keySet().removeAll(List.of("LC_ALL", "LC_CTYPE", "LANG", "SEPRANK_CHECKOUT", "SEPRANK_OPTS"));
        return builder.start();
    }

    private static Run ended(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), out, err);
    }

    private String launcher() {
        return checkout.resolve("seprank").toString();
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(folder.resolve("builds"));
    }

    @Test
    void twoFirstStartsAtOnceBuildOnce() throws Exception {
        Process first = start("", launcher(), "families");
        Process second = start("", launcher(), "methods");
        assertThat(ended(first)).matches(run -> run.code() == 5 && run.out().endsWith("Main families\n"));
        assertThat(ended(second)).matches(run -> run.code() == 5 && run.out().endsWith("Main methods\n"));
        assertThat(builds()).containsExactly("built");
        assertThat(checkout.resolve("target/launcher.lock")).doesNotExist();
    }

    /** The engine of pages is built for the first page, not before, and again when it is older than a source. */
    @Test
    void onlyExploreWaitsForItsEngine() throws Exception {
        script("bin/mvn", """
                echo "$*" >> "$BUILDS"
                mkdir -p "$SEPRANK_TEST_CHECKOUT/target/classes/org/seprank/explore"
                case "$*" in
                  *engine.skip*) ;;
                  *) echo engine > "$SEPRANK_TEST_CHECKOUT/target/classes/org/seprank/explore/engine.js" ;;
                esac
                echo jar > "$SEPRANK_TEST_CHECKOUT/target/seprank.jar"
                echo "$BUILDS" > "$SEPRANK_TEST_CHECKOUT/target/seprank.classpath"
                """);
        assertThat(ended(start("", launcher(), "families")).code()).isEqualTo(5);
        assertThat(ended(start("", launcher(), "explore", "x")).code()).isEqualTo(5);
        assertThat(ended(start("", launcher(), "explore", "y")).code()).isEqualTo(5);
        assertThat(ended(start("", launcher(), "families")).code()).isEqualTo(5);
        assertThat(builds()).hasSize(2);
        assertThat(builds().get(0)).contains("-Dengine.skip");
        assertThat(builds().get(1)).doesNotContain("-Dengine.skip");
        Path source = checkout.resolve("src/browser/Engine.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "newer");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(ended(start("", launcher(), "families")).code()).isEqualTo(5);
        assertThat(builds()).hasSize(2);
        assertThat(ended(start("", launcher(), "explore", "x")).code()).isEqualTo(5);
        assertThat(builds()).hasSize(3);
    }

    /**
     * What runs on Apache Spark is built for the first such run, not before, and again when it is older than a source.
     */
    @Test
    void onlySparkWaitsForItsJars() throws Exception {
        script("bin/mvn", """
                echo "$*" >> "$BUILDS"
                mkdir -p "$SEPRANK_TEST_CHECKOUT/target/spark"
                case "$*" in
                  *src/spark/pom.xml*)
                    echo spark > "$SEPRANK_TEST_CHECKOUT/target/spark/seprank-spark.jar"
                    echo /spark.jar > "$SEPRANK_TEST_CHECKOUT/target/spark/spark.classpath" ;;
                  *) echo jar > "$SEPRANK_TEST_CHECKOUT/target/seprank.jar"
                    echo "$BUILDS" > "$SEPRANK_TEST_CHECKOUT/target/seprank.classpath" ;;
                esac
                """);
        makeFolders("checkout/src/spark");
        assertThat(ended(start("", launcher(), "batch", "p", "--engine", "local"))
                        .out())
                .doesNotContain("--add-opens");
        assertThat(builds()).hasSize(1);
        for (int run = 0; run < 2; run++) {
            assertThat(ended(start("", launcher(), "spark", "check")).out())
                    .contains("--add-opens=java.base/sun.nio.ch=ALL-UNNAMED", "-cp /spark.jar:")
                    .endsWith("seprank-spark.jar org.seprank.cli.Main spark check\n");
        }
        assertThat(ended(start("", launcher(), "batch", "p", "--engine", "spark"))
                        .out())
                .contains("--add-opens");
        assertThat(builds()).hasSize(3);
        assertThat(builds().get(0)).contains(" package ");
        assertThat(builds().get(1)).contains(" pre-integration-test ");
        assertThat(builds().get(2)).contains("src/spark/pom.xml package ");
        Path source = checkout.resolve("src/spark/Newer.java");
        Files.writeString(source, "newer");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(ended(start("", launcher(), "families")).code()).isEqualTo(5);
        assertThat(builds()).hasSize(3);
        assertThat(ended(start("", launcher(), "spark", "check")).code()).isEqualTo(5);
        assertThat(builds()).hasSize(5);
    }

    @Test
    void aBuildThatWasKilledLocksNobodyOut() throws Exception {
        Files.createDirectories(checkout.resolve("target/launcher.lock"));
        Files.writeString(checkout.resolve("target/launcher.lock/owner"), "99999999\n");
        assertThat(ended(start("", launcher(), "families")).code()).isEqualTo(5);
        assertThat(builds()).hasSize(1);
    }

    @Test
    void theClassPathHasNoColonOfAFolderAndTheLocaleIsOfUtf8() throws Exception {
        makeCheckout("a:b/checkout");
        script("java/bin/java", "echo \"$* $LC_ALL\"");
        String out = ended(start("", launcher(), "families")).out();
        assertThat(out).doesNotContain("a:b").contains("/target/seprank.jar:").endsWith(" C.UTF-8\n");
    }

    /** Newer sources cannot be built there; what was built before runs, with a warning. */
    @Test
    void aFolderThatCannotBeWrittenRunsWhatIsThere() throws Exception {
        assertThat(ended(start("", launcher(), "families")).code()).isEqualTo(5);
        Files.setLastModifiedTime(
                checkout.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(60)));
        Files.setPosixFilePermissions(checkout.resolve("target"), PosixFilePermissions.fromString("r-xr-xr-x"));
        List<String> words = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")));
            words.addAll(List.of("/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        words.addAll(List.of(launcher(), "families"));
        Run run = ended(start("", words.toArray(String[]::new)));
        assertThat(run.err()).contains("cannot be written; what was built before runs");
        assertThat(run.code()).isEqualTo(5);
        assertThat(builds()).hasSize(1);
    }

    @Test
    void theWarningOfTheVirtualMachineIsLeftOutAndNothingElse() throws Exception {
        assertThat(ended(start("", launcher(), "train", "g")))
                .matches(run -> run.code() == 5 && run.out().contains("--add-modules jdk.incubator.vector"));
        assertThat(said(WARNING + "\\nerror: x\\nhint: y", "train")).isEqualTo("error: x\nhint: y");
        assertThat(said("12 %%\\r13 %%", "train")).isEqualTo("12 %\r13 %");
        assertThat(said("error: x\\n" + WARNING + "\\n", "predict")).isEqualTo("error: x\n" + WARNING + "\n");
        assertThat(said(WARNING + "\\n", "analyze")).isEqualTo(WARNING + "\n");
    }

    /** All of standard error, up to where the last process that has it ends. */
    private String said(String says, String command) throws Exception {
        return ended(start(says, "sh", "-c", "\"$@\" 2>&1 >/dev/null | cat", "sh", launcher(), command, "g"))
                .out();
    }

    @Test
    void aSignalReachesTheProgram() throws Exception {
        assertThat(ended(start("", launcher(), "families")).code()).isEqualTo(5);
        script("java/bin/java", """
                case "$*" in *DumpLoadedClassList*) exit 1 ;; esac
                trap 'exit 7' TERM
                echo ready
                while :; do sleep 0.05; done
                """);
        Process run = start("", launcher(), "train", "g");
        try (BufferedReader out = run.inputReader()) {
            assertThat(out.readLine()).isEqualTo("ready");
            run.destroy();
            assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(run.exitValue()).isEqualTo(7);
        }
    }
}
