package org.seprank.study.set;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.Value;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.Study;
import org.seprank.study.input.GraphInput;
import org.seprank.study.input.GraphRead;
import org.seprank.study.input.GraphSet;
import org.seprank.study.input.GraphSource;

/**
 * A study of one graph. Where its source has many and none is named, it is asked of every one of them, each as if it
 * had been named; the answer is then the distribution of its numbers over the graphs, and a row for each.
 */
public interface GraphStudy extends Study {
    /** The graph, or the graphs. */
    GraphSource source();

    /** Whether labels of vertices are of use. */
    boolean labelled();

    /** The answer about a graph that was read. */
    Outcome run(GraphInput input, Context context) throws IOException;

    /** The numbers of an answer that are summed up over graphs, by names that are the same for all graphs. */
    Map<String, Value> numbers(Document answer);

    /** What an answer says beside its numbers. */
    default String remark(Document answer) {
        return answer.blocks().stream()
                .filter(Block.Note.class::isInstance)
                .map(note -> ((Block.Note) note).text())
                .collect(Collectors.joining(" "));
    }

    /** What is done with each graph of a set. Checks before the work what would go wrong after it. */
    default EachGraph over(GraphSet set) throws IOException {
        return (number, input, context) -> run(input, context);
    }

    @Override
    default Outcome run(Context context) throws IOException {
        GraphRead read = source().readAny(labelled(), context.warnings());
        return read instanceof GraphSet set ? new SetRun(this, set).outcome(context) : run((GraphInput) read, context);
    }
}
