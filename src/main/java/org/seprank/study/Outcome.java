package org.seprank.study;

import java.util.List;
import org.seprank.report.Document;

/**
 * What a study came to.
 *
 * @param provenance what made it
 * @param document the answer, with its own figures
 * @param verdict how it ended
 */
public record Outcome(Provenance provenance, Document document, Verdict verdict) {
    /** An answer that does not say what was asked. */
    public static Outcome of(Document document, boolean complete) {
        return new Outcome(
                new Provenance(Question.of(document.kind()), "", List.of(), Provenance.currentVersion()),
                document,
                Verdict.of(complete));
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
