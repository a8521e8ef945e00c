package org.seprank.spark.graph;

import java.io.IOException;
import java.util.BitSet;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import org.seprank.spark.session.Place;

/**
 * Seconds of processors and bytes shuffled of walk counts, triangles and 1-WIS in chunks on R-MAT graphs: {@code Growth
 * MASTER BLOCKS SCALE EDGES ..}, a line for each step. What {@code results/spark.md} has.
 */
public final class Growth {
    private static final AtomicLong NANOS = new AtomicLong();
    private static final AtomicLong BYTES = new AtomicLong();

    private Growth() {}

    public static void main(String[] words) throws IOException {
        try (SparkSession session = Place.of(words[0]).open("growth")) {
            JavaSparkContext spark = new JavaSparkContext(session.sparkContext());
            spark.setLogLevel("ERROR");
            session.sparkContext().addSparkListener(new SparkListener() {
                @Override
                public void onTaskEnd(SparkListenerTaskEnd end) {
                    NANOS.addAndGet(end.taskMetrics().executorCpuTime());
                    BYTES.addAndGet(end.taskMetrics().shuffleWriteMetrics().bytesWritten());
                }
            });
            int parts = Integer.parseInt(words[1]);
            for (int i = 2; i + 1 < words.length; i += 2) {
                grow(spark, parts, Integer.parseInt(words[i]), Integer.parseInt(words[i + 1]));
            }
        }
    }

    private static void grow(JavaSparkContext spark, int parts, int scale, int edges) {
        int share = edges / parts;
        JavaRDD<BlockGraph.WeightedEdge> rows = spark.parallelize(
                        IntStream.range(0, parts).boxed().toList(), parts)
                .flatMap(part -> {
                    SplittableRandom random = new SplittableRandom(part);
                    return IntStream.range(0, share)
                            .mapToObj(e -> edge(scale, random))
                            .iterator();
                });
        BlockGraph[] graph = new BlockGraph[1];
        step("read", edges, () -> graph[0] = BlockGraph.of(rows, 1 << scale, parts, false));
        step(
                "walks L=6",
                edges,
                () -> BlockWalks.count(graph[0], new BitSet(), Starts.of(graph[0], spark.emptyRDD(), 0), 5));
        step("triangles", edges, () -> BlockTriangles.perEntry(graph[0]).count());
        long m = graph[0].edgeCount();
        step("1-WIS to half, 5 chunks", edges, () -> DegreeChunks.run(graph[0], m / 2, (int) (m / 10), taken -> {}));
        graph[0].close();
    }

    private static BlockGraph.WeightedEdge edge(int scale, SplittableRandom random) {
        int u = 0;
        int v = 0;
        for (int bit = 0; bit < scale; bit++) {
            double x = random.nextDouble();
            u = 2 * u + (x >= 0.76 ? 1 : 0);
            v = 2 * v + ((x >= 0.57 && x < 0.76) || x >= 0.95 ? 1 : 0);
        }
        return new BlockGraph.WeightedEdge(u, v, 1);
    }

    private static void step(String name, int edges, Runnable work) {
        long start = System.nanoTime();
        long cpu = NANOS.get();
        long bytes = BYTES.get();
        work.run();
        System.out.printf(
                Locale.ROOT,
                "%s, %d edges: %.1f s of processors, %.1f s, %.1f MB shuffled%n",
                name,
                edges,
                (NANOS.get() - cpu) / 1e9,
                (System.nanoTime() - start) / 1e9,
                (BYTES.get() - bytes) / 1e6);
    }
}
