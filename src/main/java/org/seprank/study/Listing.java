package org.seprank.study;

import java.util.List;
import org.seprank.report.Document;

/**
 * The question what there is: methods, laboratories, families and the like.
 *
 * @param question what kind of things
 * @param document all of them
 */
public record Listing(Question question, Document document) implements Study {
    /** A list that depends on nothing but the program's version. */
    public static Listing of(Document document) {
        return new Listing(Question.of(document.kind()), document);
    }

    @Override
    public Outcome run(Context context) {
        return new Outcome(context.provenance(question, List.of()), document, Verdict.ANSWERED);
    }
}
