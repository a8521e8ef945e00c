package org.seprank.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.seprank.dataset.Split.Part;

/**
 * A rule that splits labelled items. Items whose label is missing are never in a part. The answer depends on the labels
 * and the seed alone. Written as {@code given}, {@code given:3}, {@code random:0.8/0.1/0.1},
 * {@code stratified:0.6/0.2/0.2}, {@code per-class:20/500/1000}, {@code folds:10}, {@code folds:10+validation} or
 * {@code numpy:0.8/0.1/0.1,seed=1}.
 */
public sealed interface SplitSpec
        permits SplitSpec.Given, SplitSpec.Fractions, SplitSpec.PerClass, SplitSpec.Folds, NumpySplit {
    /**
     * The splits by this rule.
     *
     * @param given the splits that came with the dataset
     * @throws IllegalArgumentException if there are too few items, or none is given
     */
    List<Split> over(Labels labels, List<Split> given, long seed);

    /**
     * The splits of a dataset by this rule, in place of its own; of several graphs with labelled vertices by graphs.
     */
    default Dataset appliedTo(Dataset dataset, long seed) {
        if (dataset instanceof NodeDataset nodes && nodes.graphs().several() && !(this instanceof Given)) {
            Labels graphs = Labels.of(new int[nodes.graphs().count()], 1);
            return nodes.withSplits(over(graphs, List.of(), seed).stream()
                    .map(nodes.graphs()::spread)
                    .toList());
        }
        return dataset.withSplits(over(dataset.truth().strata(), dataset.splits(), seed));
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException if it is none of the forms above
     */
    static SplitSpec parse(String text) {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? text : text.substring(0, colon);
        String rest = colon < 0 ? "" : text.substring(colon + 1);
        try {
            return switch (kind.toLowerCase(Locale.ROOT)) {
                case "given", "public" -> new Given(rest.isEmpty() ? Given.ALL : Integer.parseInt(rest));
                case "random", "stratified" -> fractions(rest, kind.equalsIgnoreCase("stratified"));
                case "per-class" -> perClass(rest);
                case "numpy" -> numpy(rest);
                case "folds" -> {
                    boolean validation = rest.endsWith("+validation");
                    String count = validation ? rest.substring(0, rest.indexOf('+')) : rest;
                    yield new Folds(Integer.parseInt(count), validation);
                }
                default -> throw new NumberFormatException();
            };
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "split '" + text + "' is none of given[:I], random:A/B/C, stratified:A/B/C, per-class:N/A/B, "
                            + "folds:K[+validation], numpy:A/B/C[,seed=S], file:PATH",
                    e);
        }
    }

    private static SplitSpec fractions(String rest, boolean stratified) {
        double[] f = Arrays.stream(three(rest)).mapToDouble(Double::parseDouble).toArray();
        return new Fractions(f[0], f[1], f[2], stratified);
    }

    private static SplitSpec perClass(String rest) {
        int[] counts = Arrays.stream(three(rest)).mapToInt(Integer::parseInt).toArray();
        return new PerClass(counts[0], counts[1], counts[2]);
    }

    private static SplitSpec numpy(String rest) {
        int comma = rest.indexOf(",seed=");
        double[] f = Arrays.stream(three(comma < 0 ? rest : rest.substring(0, comma)))
                .mapToDouble(Double::parseDouble)
                .toArray();
        Long seed = comma < 0 ? null : Long.valueOf(rest.substring(comma + ",seed=".length()));
        return new NumpySplit(f[0], f[1], f[2], seed);
    }

    private static String[] three(String rest) {
        String[] parts = rest.split("/", -1);
        if (parts.length != 3) {
            throw new NumberFormatException();
        }
        return parts;
    }

    /** The items in random order (Fisher-Yates). */
    private static int[] shuffled(int[] items, SplittableRandom random) {
        int[] order = items.clone();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    /**
     * The splits that came with the dataset.
     *
     * @param index the one to take, from 0, or {@link #ALL}
     */
    record Given(int index) implements SplitSpec {
        /** All of them. */
        public static final int ALL = -1;

        @Override
        public List<Split> over(Labels labels, List<Split> given, long seed) {
            if (given.isEmpty()) {
                throw new IllegalArgumentException("the dataset comes without splits; use random:0.8/0.1/0.1");
            }
            if (index == ALL) {
                return List.copyOf(given);
            }
            if (index < 0 || index >= given.size()) {
                throw new IllegalArgumentException("split " + index + " is not in 0.." + (given.size() - 1));
            }
            return List.of(given.get(index));
        }
    }

    /**
     * Parts of given sizes relative to the number of labelled items (stratified: to that of each class), chosen
     * uniformly. Sizes are rounded down, but when the fractions add up to 1 the test part takes all that is left.
     *
     * @param train at least 0
     * @param validation at least 0
     * @param test at least 0; the three add up to at most 1
     * @param stratified whether every class is split on its own
     */
    record Fractions(double train, double validation, double test, boolean stratified) implements SplitSpec {
        private static final double ROUNDING = 1e-9;

        /** Checks the range. */
        public Fractions {
            double sum = train + validation + test;
            if (!(train >= 0 && validation >= 0 && test >= 0 && sum > 0 && sum <= 1 + ROUNDING)) {
                throw new IllegalArgumentException("fractions " + train + "/" + validation + "/" + test
                        + " are not at least 0 with a sum in (0, 1]");
            }
        }

        @Override
        public List<Split> over(Labels labels, List<Split> given, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            String kind = stratified ? "stratified " : "random ";
            Split.Builder split =
                    Split.over(kind + train + "/" + validation + "/" + test + " seed " + seed, labels.size());
            if (stratified) {
                for (int label = 0; label < labels.classCount(); label++) {
                    deal(shuffled(labels.ofClass(label), random), split);
                }
            } else {
                deal(shuffled(labels.known(), random), split);
            }
            return List.of(split.build());
        }

        private void deal(int[] items, Split.Builder split) {
            int a = (int) (train * items.length + ROUNDING);
            int b = a + (int) (validation * items.length + ROUNDING);
            boolean whole = train + validation + test >= 1 - ROUNDING;
            int c = whole ? items.length : b + (int) (test * items.length + ROUNDING);
            split.put(Part.TRAIN, Arrays.copyOfRange(items, 0, a));
            split.put(Part.VALIDATION, Arrays.copyOfRange(items, a, b));
            split.put(Part.TEST, Arrays.copyOfRange(items, b, c));
        }
    }

    /**
     * Equally many training items of each class, then validation and test items from the rest, all uniformly; the
     * scheme of the Planetoid splits (Yang, Cohen, Salakhutdinov, arXiv 1603.08861).
     *
     * @param train per class, at least 1
     * @param validation in all, at least 0
     * @param test in all, at least 0
     */
    record PerClass(int train, int validation, int test) implements SplitSpec {
        /** Checks the range. */
        public PerClass {
            if (train < 1 || validation < 0 || test < 0) {
                throw new IllegalArgumentException(
                        "counts " + train + "/" + validation + "/" + test + " are not at least 1 per class, 0 and 0");
            }
        }

        @Override
        public List<Split> over(Labels labels, List<Split> given, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            Split.Builder split =
                    Split.over("per class " + train + "/" + validation + "/" + test + " seed " + seed, labels.size());
            List<Integer> rest = new ArrayList<>();
            for (int label = 0; label < labels.classCount(); label++) {
                int[] items = shuffled(labels.ofClass(label), random);
                if (items.length < train) {
                    throw new IllegalArgumentException(
                            "class " + label + " has " + items.length + " items, fewer than " + train);
                }
                split.put(Part.TRAIN, Arrays.copyOf(items, train));
                Arrays.stream(items, train, items.length).forEach(rest::add);
            }
            if (rest.size() < validation + (long) test) {
                throw new IllegalArgumentException("only " + rest.size() + " items are left for validation and test");
            }
            int[] order =
                    shuffled(rest.stream().mapToInt(Integer::intValue).sorted().toArray(), random);
            split.put(Part.VALIDATION, Arrays.copyOf(order, validation));
            split.put(Part.TEST, Arrays.copyOfRange(order, validation, validation + test));
            return List.of(split.build());
        }
    }

    /**
     * Stratified cross-validation: k splits, each item is in the test part of exactly one. Class sizes differ between
     * folds by at most one.
     *
     * @param count k, at least 2
     * @param validation whether the next fold is for validation instead of training
     */
    record Folds(int count, boolean validation) implements SplitSpec {
        /** Checks the range. */
        public Folds {
            if (count < (validation ? 3 : 2)) {
                throw new IllegalArgumentException(
                        "folds " + count + " is not at least " + (validation ? "3 with validation" : "2"));
            }
        }

        @Override
        public List<Split> over(Labels labels, List<Split> given, long seed) {
            if (labels.known().length < count) {
                throw new IllegalArgumentException(
                        labels.known().length + " labelled items are too few for " + count + " folds");
            }
            SplittableRandom random = new SplittableRandom(seed);
            int[] fold = new int[labels.size()];
            Arrays.fill(fold, -1);
            int next = 0; // goes on from class to class, so that the folds themselves differ by at most one
            for (int label = 0; label < labels.classCount(); label++) {
                for (int item : shuffled(labels.ofClass(label), random)) {
                    fold[item] = next++ % count;
                }
            }
            List<Split> splits = new ArrayList<>();
            for (int k = 0; k < count; k++) {
                splits.add(split(fold, k, seed));
            }
            return splits;
        }

        private Split split(int[] fold, int test, long seed) {
            Split.Builder split = Split.over("fold " + (test + 1) + " of " + count + " seed " + seed, fold.length);
            for (int i = 0; i < fold.length; i++) {
                if (fold[i] == test) {
                    split.put(Part.TEST, i);
                } else if (validation && fold[i] == (test + 1) % count) {
                    split.put(Part.VALIDATION, i);
                } else if (fold[i] >= 0) {
                    split.put(Part.TRAIN, i);
                }
            }
            return split.build();
        }
    }
}
