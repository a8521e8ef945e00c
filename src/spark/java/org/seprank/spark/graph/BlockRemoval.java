package org.seprank.spark.graph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.seprank.report.Document;
import org.seprank.report.Facts;
import org.seprank.rewire.Budget;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.Question;
import org.seprank.study.Study;
import org.seprank.study.Verdict;

/**
 * The order in which edges of a graph in blocks go, as columns {@code order} and {@code score} of its table: those of
 * an order up to K are the first K edges to be removed. Rows of repeated edges share an order; edges beyond the budget
 * have none.
 *
 * @param plan how it is spread
 * @param output where the table is written
 * @param method {@code wis} (1-WIS in chunks), {@code wis-exact} (1-WIS by rounds), or the name of an
 *     {@link EdgeScoring}
 * @param budget how many edges wis removes
 * @param chunk how many go between two rankings of wis
 * @param seed of what is random
 */
public record BlockRemoval(BlockPlan plan, String output, String method, Budget budget, Budget chunk, long seed)
        implements Study {
    private static final String CHUNKS = "wis";
    private static final String ROUNDS = "wis-exact";
    private static final int MOST_ROUNDS = 100_000;

    /** Checks the name. */
    public BlockRemoval {
        if (!method.equals(CHUNKS) && !method.equals(ROUNDS)) {
            EdgeScoring.of(method);
        }
    }

    @Override
    public Question question() {
        return Question.of("spark-graph-sparsify")
                .with("input", plan.input())
                .with("out", output)
                .with("method", method)
                .with("budget", budget.text())
                .with("chunk", chunk.text())
                .with("seed", seed);
    }

    @Override
    public Outcome run(Context context) throws IOException {
        try (SparkSession session = plan.open("graph-sparsify")) {
            EdgeTable table = EdgeTable.read(session, plan.input());
            BlockGraph graph = table.graph(plan.parts(session));
            JavaSparkContext spark = new JavaSparkContext(session.sparkContext());
            JavaRDD<BlockScores.OrderedEdge> order = method.equals(CHUNKS) || method.equals(ROUNDS)
                    ? spark.parallelize(removed(graph), graph.parts())
                    : BlockScores.order(graph, EdgeScoring.of(method), seed);
            EdgeTable.write(table.with(session, order), output);
            Document document = Document.of("spark-graph-sparsify")
                    .add(BlockPlan.facts(table, graph))
                    .add(Facts.of("written", "Written").add("file", output).add("ordered_edges", order.count()))
                    .build();
            return new Outcome(context.provenance(question(), List.of()), document, Verdict.ANSWERED);
        }
    }

    private List<BlockScores.OrderedEdge> removed(BlockGraph graph) {
        int edges = Math.toIntExact(graph.edgeCount());
        List<BlockScores.OrderedEdge> removed = new ArrayList<>();
        DegreeChunks.Chunk taker = taken -> taken.forEach(edge -> removed.add(
                new BlockScores.OrderedEdge(removed.size() + 1L, (int) edge[0], (int) edge[1], Double.NaN)));
        if (method.equals(ROUNDS)) {
            taker.take(DegreeRounds.order(graph, MOST_ROUNDS));
            return removed.subList(0, budget.removals(edges));
        }
        DegreeChunks.run(graph, budget.removals(edges), Math.max(1, chunk.removals(edges)), taker);
        return removed;
    }
}
