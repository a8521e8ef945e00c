package org.seprank.spark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.seprank.file.Folders;

/**
 * A standalone cluster of Spark on loopback: a master and two workers, each a process of its own, from the jars that
 * the tests run on. Executors are processes too, in folders of their own, and get seprank from the driver.
 */
final class StandaloneCluster {
    private static final int WORKERS = 2;
    private static final int PATIENCE = 600;
    private static @Nullable StandaloneCluster shared;

    private final Path home;
    private final String master;
    private final List<Process> workers = new ArrayList<>();
    private final List<Process> processes = new ArrayList<>();

    private StandaloneCluster(Path home, int port) {
        this.home = home;
        this.master = "spark://127.0.0.1:" + port;
    }

    /** The cluster of all tests; it ends with this process. */
    static synchronized StandaloneCluster shared() {
        StandaloneCluster known = shared;
        if (known == null) {
            try {
                known = new StandaloneCluster(Files.createTempDirectory("seprank-cluster-"), freePort());
                Runtime.getRuntime().addShutdownHook(new Thread(known::stop));
                known.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            shared = known;
        }
        return known;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void start() throws IOException {
        Path jars = Files.createDirectories(home.resolve("jars"));
        for (String jar : Program.sparkJars().split(File.pathSeparator, -1)) {
            Path file = Path.of(jar);
            Files.createSymbolicLink(jars.resolve(file.getFileName()), file);
        }
        int port = Integer.parseInt(master.substring(master.lastIndexOf(':') + 1));
        run("org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", "" + port, "--webui-port", "0");
        await(port);
        for (int i = 0; i < WORKERS; i++) {
            workers.add(run(
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    "127.0.0.1",
                    "--webui-port",
                    "0",
                    "--cores",
                    "1",
                    "--memory",
                    "1g",
                    "--work-dir",
                    home.resolve("work" + i).toString(),
                    master));
        }
    }

    private Process run(String... words) throws IOException {
        List<String> command = Program.java(home.resolve("jars") + "/*", words);
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().keySet().remove("SPARK_CONF_DIR");
        builder.environment()
                .putAll(Map.of(
                        "SPARK_HOME", home.toString(), "SPARK_SCALA_VERSION", "2.13", "SPARK_LOCAL_IP", "127.0.0.1"));
        File log = home.resolve("log" + processes.size()).toFile();
        Process process = builder.redirectErrorStream(true).redirectOutput(log).start();
        processes.add(process);
        return process;
    }

    private static void await(int port) throws IOException {
        for (int i = 0; i < PATIENCE; i++) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(100_000_000);
            }
        }
        throw new IOException("the master does not listen");
    }

    /** What {@code --master} is told. */
    String master() {
        return master;
    }

    /** Settings that keep executors small. */
    static Map<String, String> settings() {
        return Map.of(
                "spark.jars",
                Program.JAR.toUri().toString(),
                "spark.executor.memory",
                "512m",
                "spark.driver.host",
                "127.0.0.1",
                "spark.executor.cores",
                "1");
    }

    /** The processes of executors that run now. */
    List<ProcessHandle> executors() {
        return workers.stream()
                .flatMap(worker -> worker.toHandle().children())
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    /** Kills an executor with SIGKILL, waiting for one if there is none. */
    void killExecutor(int which) throws InterruptedException {
        for (int i = 0; i < PATIENCE; i++) {
            List<ProcessHandle> now = executors();
            if (!now.isEmpty()) {
                now.get(which % now.size()).destroyForcibly();
                return;
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException("no executor has come up");
    }

    /** What the master and the workers have said. */
    String log() throws IOException {
        Matcher lines = Pattern.compile("(?s).{0,4000}$").matcher(Files.readString(home.resolve("log0")));
        return lines.find() ? lines.group() : "";
    }

    private void stop() {
        executors().forEach(ProcessHandle::destroyForcibly);
        for (Process process : processes) {
            process.destroyForcibly();
        }
        try {
            for (Process process : processes) {
                process.waitFor();
            }
            Folders.remove(home);
        } catch (IOException | InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
