package org.seprank.spark.graph;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/**
 * The edges of a graph by ascending score, and of equal scores by ascending ends: which go first if some are to be
 * removed. Smaller budgets are prefixes of larger ones.
 */
public final class BlockScores {
    private BlockScores() {}

    /**
     * An edge in its place.
     *
     * @param order 1 for the first to go
     * @param u its smaller end
     * @param v its larger end
     * @param score of it
     */
    public record OrderedEdge(long order, int u, int v, double score) implements Serializable {}

    /** Scores and orders all edges. */
    public static JavaRDD<OrderedEdge> order(BlockGraph graph, EdgeScoring scoring, long seed) {
        JavaPairRDD<Integer, double[]> scores = scoring == EdgeScoring.SPANNING_FOREST
                ? forest(graph, seed)
                : EdgeNumbers.larger(graph, atEnds(graph, scoring, seed));
        return ordered(graph, scores, scoring, seed);
    }

    private static JavaPairRDD<Integer, double[]> atEnds(BlockGraph graph, EdgeScoring scoring, long seed) {
        JavaPairRDD<Integer, Tuple2<Block, int[]>> withDegrees =
                graph.blocks().join(graph.ghostDegrees(), graph.partitioner());
        if (!scoring.countsTriangles()) {
            return withDegrees.mapValues(t -> scoring.atEnds(t._1(), t._2(), new int[0], seed));
        }
        return withDegrees
                .join(BlockTriangles.perEntry(graph), graph.partitioner())
                .mapValues(t -> scoring.atEnds(t._1()._1(), t._1()._2(), t._2(), seed));
    }

    private static JavaPairRDD<Integer, double[]> forest(BlockGraph graph, long seed) {
        int n = graph.vertexCount();
        long[] kept = graph.blocks()
                .values()
                .map(block -> SpanningEdges.of(block, n, seed))
                .treeReduce((a, b) -> SpanningEdges.of(a, b, n, seed));
        Arrays.sort(kept);
        Broadcast<long[]> everywhere =
                JavaSparkContext.fromSparkContext(graph.blocks().context()).broadcast(kept);
        return graph.blocks().mapValues(block -> {
            double[] scores = new double[block.columns.length];
            for (int i = 0; i < block.rows(); i++) {
                int u = block.vertex(i);
                for (int k = block.offsets[i]; k < block.offsets[i + 1]; k++) {
                    int v = block.neighbour(k);
                    boolean inForest = Arrays.binarySearch(everywhere.value(), BlockGraph.pair(u, v)) >= 0;
                    scores[k] = v < u ? Double.NaN : (inForest ? 1 : 0) + Mixed.uniform(seed, u, v);
                }
            }
            return scores;
        });
    }

    /** A score and the ends of its edge, in the order in which edges go. */
    record Place(double score, long ends) implements Comparable<Place>, Serializable {
        @Override
        public int compareTo(Place other) {
            int byScore = Double.compare(score, other.score);
            return byScore != 0 ? byScore : Long.compare(ends, other.ends);
        }
    }

    private static JavaRDD<OrderedEdge> ordered(
            BlockGraph graph, JavaPairRDD<Integer, double[]> scores, EdgeScoring scoring, long seed) {
        return graph.blocks()
                .join(scores, graph.partitioner())
                .values()
                .flatMap(t -> places(t._1(), t._2(), scoring, seed).iterator())
                .sortBy(place -> place, true, graph.parts())
                .zipWithIndex()
                .map(t ->
                        new OrderedEdge(t._2() + 1, (int) (t._1().ends() >>> 32), (int) t._1().ends(), t._1().score()));
    }

    private static List<Place> places(Block block, double[] larger, EdgeScoring scoring, long seed) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < block.rows(); i++) {
            int u = block.vertex(i);
            for (int k = block.offsets[i]; k < block.offsets[i + 1]; k++) {
                int v = block.neighbour(k);
                if (u < v) {
                    // + 0.0, so that 0 and -0 are one number
                    places.add(new Place(scoring.finished(larger[k], u, v, seed) + 0.0, BlockGraph.pair(u, v)));
                }
            }
        }
        return places;
    }
}
