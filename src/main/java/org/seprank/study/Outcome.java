package org.seprank.study;

import java.util.List;
import org.seprank.report.Block;
import org.seprank.report.Document;

/**
 * What a study came to.
 *
 * @param provenance what made it
 * @param document the answer, with its own figures
 * @param verdict how it ended
 * @param durations seconds of those of its parts whose time is worth knowing; the answer does not depend on them
 */
public record Outcome(AnswerProvenance provenance, Document document, Verdict verdict, List<Block.Duration> durations) {
    /** Copies the list. */
    public Outcome {
        durations = List.copyOf(durations);
    }

    /** One of whose parts no time is told. */
    public Outcome(AnswerProvenance provenance, Document document, Verdict verdict) {
        this(provenance, document, verdict, List.of());
    }

    /** The answer with what made it. */
    public Document answer() {
        return document.with(List.of(provenance.block()));
    }

    /** Whether the answer covers all that was asked. */
    public boolean complete() {
        return verdict != Verdict.INTERRUPTED;
    }
}
