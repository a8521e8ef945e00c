package org.seprank.spark.set;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/**
 * The graphs of a folder of the TUDataset form: {@code NAME_graph_indicator.txt} has the graph of each vertex,
 * {@code NAME_A.txt} the arcs between vertices, both counted from 1.
 *
 * @param session of Spark
 * @param base the path with {@code NAME}
 */
record TuItems(SparkSession session, String base) {
    JavaRDD<GraphItem> read() {
        JavaSparkContext spark = new JavaSparkContext(session.sparkContext());
        JavaPairRDD<Long, Long> graphs = spark.textFile(base + "_graph_indicator.txt", spark.defaultParallelism())
                .zipWithIndex()
                .mapToPair(line ->
                        new Tuple2<>(line._2() + 1, Long.parseLong(line._1().strip())));
        JavaPairRDD<Long, long[]> arcs = spark.textFile(base + "_A.txt", spark.defaultParallelism())
                .filter(line -> !line.isBlank())
                .mapToPair(TuItems::arc)
                .join(graphs)
                .mapToPair(arc -> new Tuple2<>(arc._2()._2(), arc._2()._1()));
        return graphs.mapToPair(Tuple2::swap)
                .cogroup(arcs)
                .sortByKey()
                .map(graph -> item(graph._1(), graph._2()._1(), graph._2()._2()));
    }

    private static Tuple2<Long, long[]> arc(String line) {
        String[] ends = line.split(",", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("'" + line + "' is no pair of vertices");
        }
        long u = Long.parseLong(ends[0].strip());
        return new Tuple2<>(u, new long[] {u, Long.parseLong(ends[1].strip())});
    }

    private static GraphItem item(long number, Iterable<Long> vertices, Iterable<long[]> arcs) {
        List<Long> sorted = new ArrayList<>();
        vertices.forEach(sorted::add);
        sorted.sort(null);
        long first = sorted.get(0);
        List<int[]> edges = new ArrayList<>();
        for (long[] arc : arcs) {
            if (arc[0] <= arc[1]) { // each edge is there both ways
                edges.add(new int[] {(int) (arc[0] - first), (int) (arc[1] - first)});
            }
        }
        edges.sort((a, b) -> a[0] == b[0] ? Integer.compare(a[1], b[1]) : Integer.compare(a[0], b[0]));
        return new GraphItem(number, "", new NumberedContent(sorted.size(), edges.toArray(int[][]::new)));
    }
}
