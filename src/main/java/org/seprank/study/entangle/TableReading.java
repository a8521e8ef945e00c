package org.seprank.study.entangle;

import java.util.List;
import org.seprank.study.Question;

/**
 * What of a table or dataset is taken.
 *
 * @param label the column or array of labels; empty: the usual one, if it is there; {@value #NONE}: labels do not enter
 * @param positive the class whose samples have the label 1, all others -1; empty: the last of two, else the most
 *     frequent
 * @param leftOut columns of a table that are not taken
 * @param sites what the sites of a dataset of one graph are
 * @param standardized whether every column is brought to mean 0 and deviation 1
 */
public record TableReading(String label, String positive, List<String> leftOut, Sites sites, boolean standardized) {
    /** The word for no labels. */
    public static final String NONE = "none";

    /** What sites are. */
    public enum Sites {
        /** Its features; vertices are samples. */
        FEATURES,
        /** Its vertices; features, such as moments in time, are samples. */
        VERTICES
    }

    /** Keeps the list. */
    public TableReading {
        leftOut = List.copyOf(leftOut);
    }

    /** Numbers at vertices, scaled, with the labels of the samples if there are any. */
    static TableReading ofVertices() {
        return new TableReading("", "", List.of(), Sites.VERTICES, true);
    }

    /** The same with other sites. */
    TableReading over(Sites other) {
        return new TableReading(label, positive, leftOut, other, standardized);
    }

    /** Whether labels enter. */
    boolean labelled() {
        return !label.equals(NONE);
    }

    /** The question with this. */
    Question addTo(Question question) {
        return question.with("label", label)
                .with("class", positive)
                .with("leave_out", leftOut)
                .with("sites", sites)
                .with("scale", standardized ? "standard" : NONE);
    }
}
