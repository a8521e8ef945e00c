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
    /** The answer with what made it. */
    public Document answer() {
        return document.with(List.of(provenance.block()));
    }

    /** Whether the answer covers all that was asked. */
    public boolean complete() {
        return verdict != Verdict.INTERRUPTED;
    }
}
