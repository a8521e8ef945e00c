package org.seprank.gnn.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One layer: {@code y = after(f(before(aggregate(W drop(x)) + b))) [+ x]}.
 *
 * @param aggregation how neighbours are aggregated
 * @param inputWidth the width of x
 * @param outputWidth the width of y
 * @param source where x comes from
 * @param finish what follows the aggregation
 * @param dropout the rate at which entries of x are dropped in training, in [0, 1)
 * @param weights the form of W
 */
public record LayerSpec(
        Aggregation aggregation,
        int inputWidth,
        int outputWidth,
        Source source,
        Finish finish,
        double dropout,
        Weights weights) {
    static final int WIDEST = 1 << 20;

    /** Where the input of a layer comes from. */
    public enum Source {
        /** The layer before. */
        LAYER,
        /** The features of the batch, dense or sparse; the array that the layer before gives is not looked at. */
        FEATURES
    }

    /**
     * What follows the aggregation.
     *
     * @param before normalisation before the activation
     * @param activation f
     * @param after normalisation after the activation
     * @param residual whether x is added
     */
    public record Finish(Norm before, Activation activation, Norm after, boolean residual) {
        /** Nothing. */
        public static Finish none() {
            return new Finish(Norm.NONE, Activation.IDENTITY, Norm.NONE, false);
        }

        /** Only an activation. */
        static Finish with(Activation activation) {
            return new Finish(Norm.NONE, activation, Norm.NONE, false);
        }
    }

    /** Checks that the parts fit each other. */
    public LayerSpec {
        Check.range("input width", inputWidth, 1, WIDEST);
        Check.range("output width", outputWidth, 1, WIDEST);
        Check.rate("dropout", dropout);
        if (finish.residual() && inputWidth != outputWidth) {
            throw new IllegalArgumentException(
                    "a residual layer needs equal widths, not " + inputWidth + " and " + outputWidth);
        }
        if (finish.residual() && source == Source.FEATURES) {
            throw new IllegalArgumentException("a residual layer cannot read the features: let a linear layer precede");
        }
        if (!aggregation.transforms() && inputWidth != outputWidth) {
            throw new IllegalArgumentException(
                    "a layer without weights needs equal widths, not " + inputWidth + " and " + outputWidth);
        }
        if (source == Source.FEATURES && (!aggregation.transforms() || aggregation.aggregatesFirst())) {
            throw new IllegalArgumentException(
                    aggregation.getClass().getSimpleName() + " cannot read the features: let a linear layer precede");
        }
        aggregation.checkWidth("output width", outputWidth);
    }

    /** A layer on the layer before, without dropout. */
    public static LayerSpec of(Aggregation aggregation, int inputWidth, int outputWidth, Finish finish) {
        return new LayerSpec(aggregation, inputWidth, outputWidth, Source.LAYER, finish, 0, Weights.plain());
    }

    /** The same layer on another input. */
    public LayerSpec from(Source other) {
        return new LayerSpec(aggregation, inputWidth, outputWidth, other, finish, dropout, weights);
    }

    /** The same layer with that dropout. */
    LayerSpec withDropout(double rate) {
        return new LayerSpec(aggregation, inputWidth, outputWidth, source, finish, rate, weights);
    }

    /** The name of factor k, from 1, of so many. */
    static String factor(int k, int factors) {
        return factors == 1 ? "W" : "W" + k;
    }

    /** The names of the parameters whose product W is, first to last. */
    public List<String> factors() {
        return IntStream.rangeClosed(1, weights.factors())
                .mapToObj(k -> factor(k, weights.factors()))
                .toList();
    }

    /** The width of the factors before the last: as much as W can need. */
    int innerWidth() {
        return Math.min(inputWidth, aggregation.groups() * aggregation.groupWidth(outputWidth));
    }

    /** All parameters in the order in which they are stored. */
    List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        if (aggregation.transforms()) {
            int factors = weights.factors();
            for (int k = 1; k < factors; k++) {
                all.add(Parameter.weight(factor(k, factors), k == 1 ? inputWidth : innerWidth(), innerWidth()));
            }
            int rows = factors == 1 ? inputWidth : innerWidth();
            Parameter last = Parameter.weight(factor(factors, factors), rows, aggregation.groupWidth(outputWidth));
            all.add(last.inGroups(aggregation.groups()));
        }
        all.addAll(aggregation.parameters(inputWidth, outputWidth));
        if (aggregation.hasBias()) {
            all.add(Parameter.offset("b", outputWidth, 0));
        }
        norm(finish.before(), "before", all);
        norm(finish.after(), "after", all);
        return all;
    }

    private void norm(Norm norm, String prefix, List<Parameter> all) {
        if (norm != Norm.NONE) {
            all.add(Parameter.offset(prefix + "Scale", outputWidth, 1));
            all.add(Parameter.offset(prefix + "Shift", outputWidth, 0));
        }
        if (norm == Norm.BATCH) {
            all.add(Parameter.statistic(prefix + "Variance", outputWidth, 1));
            all.add(Parameter.statistic(prefix + "Mean", outputWidth, 0));
        }
    }

    String toJson() {
        return SpecJson.tree(this).toString();
    }

    static LayerSpec fromJson(String json) {
        return SpecJson.read(SpecJson.parse(json), LayerSpec.class);
    }
}
