package org.seprank.study.advise;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.seprank.dataset.Labels;
import org.seprank.graph.partition.Partition;
import org.seprank.report.Document;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.Question;
import org.seprank.study.Verdict;
import org.seprank.study.input.ChosenPartitions;
import org.seprank.study.input.GraphFacts;
import org.seprank.study.input.GraphInput;
import org.seprank.study.input.GraphSource;
import org.seprank.study.set.AnswerNumbers;
import org.seprank.study.set.GraphStudy;

/**
 * What limits a network on a graph, and which preprocessing to try first: measures that take seconds, read by stated
 * {@linkplain Advice rules}. Large graphs are measured by samples and in nearly linear time. Every label of the dataset
 * is used, as homophily is told of whole datasets.
 *
 * @param asked about which network
 */
public record AdviseStudy(Asked asked) implements GraphStudy {
    private static final AnswerNumbers NUMBERS = new AnswerNumbers(Map.of("claims", List.of("value")));

    private record Row(
            String topic, String measure, Value value, String certainty, Value limits, String says, String command) {
        static Row of(Claim claim) {
            return new Row(
                    claim.topic(),
                    claim.measure(),
                    claim.value(),
                    claim.certainty(),
                    Value.of(claim.limits()),
                    claim.says(),
                    claim.command());
        }
    }

    @Override
    public GraphSource source() {
        return asked.source();
    }

    @Override
    public boolean labelled() {
        return true;
    }

    @Override
    public Map<String, Value> numbers(Document answer) {
        return NUMBERS.of(answer);
    }

    @Override
    public Question question() {
        Question question = asked.network()
                .addTo(asked.source()
                        .addTo(Question.of("advise"))
                        .with("model", asked.model().id()));
        return (asked.budget() == null
                        ? question
                        : question.with("budget", asked.budget().text()))
                .with("seed", asked.seed());
    }

    @Override
    public Outcome run(GraphInput read, Context context) throws IOException {
        Diagnosis diagnosis = Diagnosis.of(read, classes(read), asked, context.progress());
        Advice advice = Advice.of(diagnosis, asked);
        List<Claim> claims = new Claims(diagnosis, asked).all();
        Document.Builder document = Document.of("advise").note(advice.sentence());
        claims.forEach(claim -> document.note(capitalised(claim.line())));
        document.add(advice.facts()).add(GraphFacts.of(read)).add(table(claims));
        GraphFacts.ofWeights(read.graph(), "; the spectral gap uses it").ifPresent(document::note);
        return new Outcome(context.provenance(question(), read.inputs()), document.build(), Verdict.ANSWERED);
    }

    /** The advice about a graph alone. */
    public Advice advice(GraphInput read, Context context) {
        return Advice.of(Diagnosis.brief(read, asked, context.progress()), asked);
    }

    /** The classes against the rest, where there are several. */
    private List<Partition> classes(GraphInput read) throws IOException {
        Labels labels = read.labels();
        long several = Arrays.stream(labels.toArray())
                .filter(label -> label != Labels.MISSING)
                .distinct()
                .count();
        return several < 2
                ? List.of()
                : ChosenPartitions.of(read, List.of("labels"), asked.seed()).partitions();
    }

    private static Table table(List<Claim> claims) {
        List<Row> rows = new ArrayList<>(claims.stream().map(Row::of).toList());
        return Table.of("claims", "What the advice rests on", Row.class, rows).hiding("says", "command");
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
