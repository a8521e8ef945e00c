package org.seprank.spark.set;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.seprank.report.Document;
import org.seprank.report.Facts;
import org.seprank.report.Table;
import org.seprank.spark.session.Place;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.Question;
import org.seprank.study.Study;
import org.seprank.study.Verdict;
import org.seprank.study.engine.Studies;
import org.seprank.study.engine.StudySpec;

/**
 * A study asked of every one of many graphs on Spark: a row of a table for each, and in the answer a summary of every
 * column. Neither depends on the number of partitions.
 *
 * @param place where Spark runs
 * @param studies that there are
 * @param spec of the one that is asked, without what it is asked about
 * @param graphs the path at which the graphs are
 * @param rows the table that is written
 * @param rewired whether its last column has the graphs after edits, as lines of sparse6
 */
public record GraphsStudy(Place place, Studies studies, StudySpec spec, String graphs, RowTable rows, boolean rewired)
        implements Study {
    private record Over(String number, long graphs, long infinite, double mean, double minimum, double maximum) {}

    @Override
    public Question question() {
        Question question = Question.of("spark-" + spec.command()).with("graphs", graphs);
        for (Map.Entry<String, List<String>> option : spec.options().entrySet()) {
            question = question.with(option.getKey().replace('-', '_'), option.getValue());
        }
        return question;
    }

    @Override
    public Outcome run(Context context) throws IOException {
        Document document = place.call(spec.command(), context.progress(), this::document);
        return new Outcome(context.provenance(question(), List.of()), document, Verdict.ANSWERED);
    }

    private Document document(SparkSession session) throws IOException {
        rows.check(session);
        JavaRDD<ItemRow> answers = new GraphItems(session, graphs)
                .read()
                .mapPartitions(new AskedOfEach(studies, spec, graphs, rewired))
                .persist(StorageLevel.MEMORY_AND_DISK());
        Summary summary = Summary.of(answers);
        long left = summary.left().stream().mapToLong(Summary.Left::graphs).sum();
        if (summary.graphs() == 0) {
            throw new IllegalArgumentException(graphs + " has no graph");
        }
        if (left == summary.graphs()) {
            throw new IllegalArgumentException(
                    summary.left().get(0).reason() + " (so it is with all " + left + " graphs)");
        }
        rows.write(session, answers, summary.columns(), rewired);
        Document.Builder document = Document.of("spark-graphs")
                .add(Facts.of("graphs", "Graphs")
                        .add("source", graphs)
                        .add("graphs", summary.graphs())
                        .add("answered", summary.graphs() - left)
                        .add("left_as_they_are", left)
                        .add("rows", rows.path()))
                .add(numbers(summary));
        if (left > 0) {
            document.add(Table.of("left", "Graphs left as they are, and why", Summary.Left.class, summary.left()));
        }
        return document.build();
    }

    private static Table numbers(Summary summary) {
        List<Over> over = new ArrayList<>();
        summary.columns().forEach((name, column) -> {
            if (column.count() + column.infinite() > 0) {
                over.add(new Over(
                        name,
                        column.count() + column.infinite(),
                        column.infinite(),
                        column.mean(),
                        column.least(),
                        column.greatest()));
            }
        });
        return Table.of(
                "numbers",
                "Numbers over the graphs that have them (the mean is that of the finite values)",
                Over.class,
                over);
    }

    /** What Spark would read, before it is read. */
    public Document expected(Context context) throws IOException {
        return place.call(
                spec.command(),
                context.progress(),
                session -> Document.of("dry-run")
                        .add(new GraphItems(session, graphs).expected())
                        .build());
    }
}
