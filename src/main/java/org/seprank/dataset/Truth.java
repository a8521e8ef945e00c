package org.seprank.dataset;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What is known of each item, and should be predicted: values where a dataset has some, else classes.
 *
 * @param labels the class of each item
 * @param values of each item; no columns where classes are predicted
 */
public record Truth(Labels labels, TargetValues values) {
    /** The kind of a task. */
    public enum Kind {
        /** One of several classes. */
        CLASSES("classification"),
        /** Several events, each of which happens or not. */
        EVENTS("multi-label classification"),
        /** One or several numbers. */
        NUMBERS("regression"),
        /** Whether two vertices have an edge. */
        LINKS("link prediction");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** What the field calls it. */
        public String title() {
            return title;
        }
    }

    /** Checks that both are about the same items. */
    public Truth {
        if (labels.size() != values.rows()) {
            throw new IllegalArgumentException(
                    "target values of " + values.rows() + " items do not fit " + labels.size() + " labels");
        }
    }

    /** Classes. */
    public static Truth of(Labels labels) {
        return new Truth(labels, TargetValues.none(labels.size()));
    }

    /** What is predicted. */
    public Kind kind() {
        if (values.columns() == 0) {
            return Kind.CLASSES;
        }
        return switch (values.kind()) {
            case EVENTS -> Kind.EVENTS;
            case NUMBERS -> Kind.NUMBERS;
            case LINKS -> Kind.LINKS;
        };
    }

    /** n. */
    public int size() {
        return labels.size();
    }

    /** The number of classes, or of columns. */
    public int width() {
        return kind() == Kind.CLASSES ? labels.classCount() : values.columns();
    }

    /** Whether anything is known of item {@code i} that is to be predicted. */
    public boolean known(int i) {
        return kind() == Kind.CLASSES ? labels.known(i) : values.known(i);
    }

    /** The items of which something is known, ascending. */
    public int[] known() {
        return IntStream.range(0, size()).filter(this::known).toArray();
    }

    /** The classes that a split keeps in proportion; one class of all known items where no classes are predicted. */
    public Labels strata() {
        if (kind() == Kind.CLASSES) {
            return labels;
        }
        int[] known = new int[size()];
        Arrays.setAll(known, i -> known(i) ? 0 : Labels.MISSING);
        return Labels.of(known, 1);
    }

    /** One event or number of this. */
    public Truth column(int column) {
        return new Truth(labels, values.column(column));
    }

    /** In words, such as {@code 7 classes}. */
    String described() {
        return switch (kind()) {
            case CLASSES -> width() + " classes";
            case EVENTS -> width() + " events";
            case NUMBERS -> width() + " numbers to predict";
            case LINKS -> size() + " pairs";
        };
    }

    /** What is known of those items, in that order; nothing of an item -1. */
    public Truth select(int[] items) {
        int[] classes = Arrays.stream(items)
                .map(i -> i < 0 ? Labels.MISSING : labels.label(i))
                .toArray();
        return new Truth(Labels.of(classes, labels.classCount()), values.select(items));
    }
}
