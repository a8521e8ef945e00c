package org.seprank.study.experiment;

import java.io.IOException;
import java.util.List;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.Study;
import org.seprank.study.Verdict;

/**
 * A part of an experiment that runs and is kept by itself, under its question: that holds all that differs between
 * cells, the hash of the dataset included. A training that diverges is a cell that says so.
 */
public interface Cell extends Study {
    /** The key of the block of single numbers. */
    String NUMBERS = "cell";

    /**
     * Does the work.
     *
     * @throws java.util.concurrent.CancellationException if it was interrupted
     */
    List<Block> answer(Context context) throws IOException;

    @Override
    default Outcome run(Context context) throws IOException {
        Document document = Document.of("cell").addAll(answer(context)).build();
        return new Outcome(context.withCommand("").provenance(question(), List.of()), document, Verdict.ANSWERED);
    }
}
