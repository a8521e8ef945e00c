package org.seprank.spark.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.seprank.graph.family.GraphFamily;
import org.seprank.report.Document;
import org.seprank.report.Facts;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.study.AnswerProvenance;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.Question;
import org.seprank.study.Study;
import org.seprank.study.Verdict;

/**
 * Whether seprank runs on a place: starts Spark there and makes a small graph in as many tasks as it has processors.
 *
 * @param place where
 */
public record PlaceCheck(Place place) implements Study {
    private static final String GRAPH = "family:path,n=10";

    @Override
    public Question question() {
        return Question.of("spark-check").with("master", place.master());
    }

    @Override
    public Outcome run(Context context) throws IOException {
        try (SparkSession session = place.open("check")) {
            JavaSparkContext spark = new JavaSparkContext(session.sparkContext());
            int tasks = spark.defaultParallelism();
            List<Integer> numbers = IntStream.range(0, tasks).boxed().toList();
            List<String> seen =
                    spark.parallelize(numbers, tasks).map(i -> host()).collect();
            Document document = Document.of("spark-check")
                    .add(Facts.of("spark", "Apache Spark")
                            .add("version", session.version())
                            .add("master", spark.master())
                            .add("processors", tasks))
                    .add(executors(seen))
                    .build();
            return new Outcome(context.provenance(question(), List.of()), document, Verdict.ANSWERED);
        }
    }

    private static String host() {
        int vertices = GraphFamily.parse(GRAPH, 0).vertexCount();
        return SparkEnv.get().executorId() + "\t" + System.getProperty("java.version") + "\t"
                + AnswerProvenance.currentVersion() + "\t" + vertices;
    }

    private static Table executors(List<String> seen) {
        List<List<Value>> rows = new ArrayList<>();
        for (String line : new TreeSet<>(seen)) {
            List<Value> row = new ArrayList<>();
            for (String cell : line.split("\t", -1)) {
                row.add(Value.of(cell));
            }
            rows.add(row);
        }
        return new Table(
                "executors", "Executors that answered", List.of("executor", "java", "seprank", "vertices"), rows);
    }
}
