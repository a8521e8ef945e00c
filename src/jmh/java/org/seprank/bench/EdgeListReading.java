package org.seprank.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.seprank.graph.io.GraphFile;
import org.seprank.graph.io.GraphReader;

/**
 * Reading an integer edge list of random edges from disk into a graph, with a heap of 2 GiB: {@code consecutive} ids
 * 0..n-1, or {@code scattered} ones of 40 bits.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class EdgeListReading {
    /** The number of edges. */
    @Param({"1000000", "10000000"})
    public int edges;

    /** What the ids are. */
    @Param({"consecutive", "scattered"})
    public String ids;

    private Path file;

    /** Writes the file; vertices are a tenth as many as edges. */
    @Setup
    public void write() throws IOException {
        file = Files.createTempFile("edges", ".txt");
        SplittableRandom random = new SplittableRandom(1);
        int n = edges / 10;
        // multiplication by an odd number permutes the numbers of 40 bits
        long factor = ids.equals("scattered") ? 0x9e3779b97fL : 1;
        long mask = (1L << 40) - 1;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            StringBuilder lines = new StringBuilder("# random edges\n");
            for (int e = 0; e < edges; e++) {
                lines.append(random.nextInt(n) * factor & mask).append('\t');
                lines.append(random.nextInt(n) * factor & mask).append('\n');
                if (lines.length() > 1 << 16) {
                    out.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
                    lines.setLength(0);
                }
            }
            out.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Removes the file. */
    @TearDown
    public void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Reads it. */
    @Benchmark
    public GraphFile read() throws IOException {
        return GraphReader.read(file);
    }
}
