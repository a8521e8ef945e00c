package org.seprank.rewire.edit;

import java.util.Arrays;
import java.util.BitSet;

/** Edits by columns. Weights, relations and scores take no memory as long as all are the usual ones. */
final class EditColumns {
    private int[] us = new int[16];
    private int[] vs = new int[16];
    private final BitSet additions;
    private double[] weights = {}; // empty: all 1
    private int[] relations = {}; // empty: additions are of relation 1
    private double[] scores = {}; // empty: none; NaN: none for this edit
    private int size;

    EditColumns() {
        additions = new BitSet();
    }

    /** A copy, as short as it can be. */
    EditColumns(EditColumns from) {
        size = from.size;
        us = Arrays.copyOf(from.us, size);
        vs = Arrays.copyOf(from.vs, size);
        additions = (BitSet) from.additions.clone();
        weights = Arrays.copyOf(from.weights, Math.min(size, from.weights.length));
        relations = Arrays.copyOf(from.relations, Math.min(size, from.relations.length));
        scores = Arrays.copyOf(from.scores, Math.min(size, from.scores.length));
    }

    private static int usualRelation(boolean adds) {
        return adds ? EditList.ADDED : EditList.ORIGINAL;
    }

    void add(Edit edit, double weight, int relation) {
        if (size == us.length) {
            resize(Math.addExact(size, Math.max(16, size >> 1)));
        }
        boolean adds = edit.kind() == Edit.Kind.ADD;
        us[size] = edit.u();
        vs[size] = edit.v();
        additions.set(size, adds);
        if (weights.length > 0 || weight < 1 || weight > 1) {
            setWeight(weight);
        }
        if (relations.length > 0 || relation != usualRelation(adds)) {
            setRelation(relation);
        }
        size++;
        if (scores.length > 0) {
            score(Double.NaN);
        }
    }

    private void resize(int length) {
        us = Arrays.copyOf(us, length);
        vs = Arrays.copyOf(vs, length);
        weights = weights.length == 0 ? weights : Arrays.copyOf(weights, length);
        relations = relations.length == 0 ? relations : Arrays.copyOf(relations, length);
        scores = scores.length == 0 ? scores : Arrays.copyOf(scores, length);
    }

    private void setWeight(double weight) {
        if (weights.length == 0) {
            weights = new double[us.length];
            Arrays.fill(weights, 0, size, 1);
        }
        weights[size] = weight;
    }

    private void setRelation(int relation) {
        if (relations.length == 0) {
            relations = new int[us.length];
            for (int i = 0; i < size; i++) {
                relations[i] = usualRelation(additions.get(i));
            }
        }
        relations[size] = relation;
    }

    /** Gives the last edit a score. */
    void score(double score) {
        if (scores.length == 0 && Double.isNaN(score)) {
            return;
        }
        if (scores.length == 0) {
            scores = new double[us.length];
            Arrays.fill(scores, 0, size, Double.NaN);
        }
        scores[size - 1] = score;
    }

    int size() {
        return size;
    }

    int u(int i) {
        return us[i];
    }

    int v(int i) {
        return vs[i];
    }

    Edit edit(int i) {
        return new Edit(additions.get(i) ? Edit.Kind.ADD : Edit.Kind.REMOVE, us[i], vs[i]);
    }

    int additionCount(int first) {
        return additions.get(0, first).cardinality();
    }

    double weight(int i) {
        return weights.length == 0 ? 1 : weights[i];
    }

    int relation(int i) {
        return relations.length == 0 ? usualRelation(additions.get(i)) : relations[i];
    }

    /** NaN: none. */
    double score(int i) {
        return scores.length == 0 ? Double.NaN : scores[i];
    }

    /** Whether one of the first edits has a weight other than 1. */
    boolean weighted(int first) {
        return weights.length > 0 && Arrays.stream(weights, 0, first).anyMatch(w -> w < 1 || w > 1);
    }

    /** Whether one of the first edits has a score. */
    boolean scored(int first) {
        return scores.length > 0 && !Arrays.stream(scores, 0, first).allMatch(Double::isNaN);
    }

    /** Whether one of the first edits has a relation that its kind does not say. */
    boolean related(int first) {
        for (int i = 0; relations.length > 0 && i < first; i++) {
            if (relations[i] != usualRelation(additions.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the first edits change the same edges to the same weights and relations. */
    boolean sameAs(EditColumns that, int first) {
        boolean same = Arrays.equals(us, 0, first, that.us, 0, first)
                && Arrays.equals(vs, 0, first, that.vs, 0, first)
                && additions.get(0, first).equals(that.additions.get(0, first));
        for (int i = 0; same && i < first; i++) {
            same = Double.compare(weight(i), that.weight(i)) == 0 && relation(i) == that.relation(i);
        }
        return same;
    }
}
