package org.seprank.gnn.training;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.seprank.dataset.Labels;
import org.seprank.dataset.Truth;
import org.seprank.gnn.Predictions;

/**
 * How good predictions are over some rows. NaN where it is not defined, such as over no rows. Of several events those
 * metrics that rank are the mean over the events that do happen and do not among the rows (as the Open Graph Benchmark
 * counts, arXiv 2005.00687); entries that are not known do not count.
 */
public enum Metric {
    /** The share of rows whose likeliest class is theirs; of events the share that is predicted right. */
    ACCURACY(0, 1, true, Truth.Kind.CLASSES, Truth.Kind.EVENTS, Truth.Kind.LINKS) {
        @Override
        double over(Predictions predictions, Truth truth, int[] rows) {
            if (truth.kind() != Truth.Kind.CLASSES) {
                return Scores.all(predictions, truth, rows).agreement();
            }
            return Arrays.stream(Scores.ofLikeliest(predictions, truth, rows).was())
                    .average()
                    .orElse(Double.NaN);
        }
    },

    /** The mean over the classes that occur, in labels or predictions, of the harmonic mean of precision and recall. */
    MACRO_F1(0, 1, true, Truth.Kind.CLASSES) {
        @Override
        double over(Predictions predictions, Truth truth, int[] rows) {
            Labels labels = truth.labels();
            int classes = labels.classCount();
            long[] both = new long[classes];
            long[] either = new long[classes]; // labelled so plus predicted so
            for (int row : rows) {
                int predicted = predictions.argmax(row);
                either[predicted]++;
                either[labels.label(row)]++;
                if (predicted == labels.label(row)) {
                    both[predicted]++;
                }
            }
            return IntStream.range(0, classes)
                    .filter(c -> either[c] > 0)
                    .mapToDouble(c -> 2.0 * both[c] / either[c])
                    .average()
                    .orElse(Double.NaN);
        }
    },

    /**
     * The probability that a row where an event is so gets a higher probability of it than one where it is not, ties
     * half; of two classes the event is class 1.
     */
    ROC_AUC(0, 1, true, Truth.Kind.CLASSES, Truth.Kind.EVENTS, Truth.Kind.LINKS) {
        @Override
        double over(Predictions predictions, Truth truth, int[] rows) {
            return meanOverColumns(predictions, truth, rows, Scores::rocAuc);
        }
    },

    /** The mean over the rows where an event is so of the precision among rows with at least its probability. */
    AVERAGE_PRECISION(0, 1, true, Truth.Kind.CLASSES, Truth.Kind.EVENTS, Truth.Kind.LINKS) {
        @Override
        double over(Predictions predictions, Truth truth, int[] rows) {
            return meanOverColumns(predictions, truth, rows, Scores::averagePrecision);
        }
    },

    /** The mean of minus the natural logarithm of the probability of what is so. */
    LOG_LOSS(0, Double.POSITIVE_INFINITY, false, Truth.Kind.CLASSES, Truth.Kind.EVENTS, Truth.Kind.LINKS) {
        @Override
        double over(Predictions predictions, Truth truth, int[] rows) {
            if (truth.kind() != Truth.Kind.CLASSES || predictions.width() == 1) {
                return Scores.all(predictions, truth, rows).logLoss();
            }
            return Arrays.stream(rows)
                    .mapToDouble(row -> predictions.value(row, truth.labels().label(row)))
                    .map(p -> -Math.log(Math.max(Double.MIN_NORMAL, p)))
                    .average()
                    .orElse(Double.NaN);
        }
    },

    /** The expected {@linkplain Reliability calibration} error: of the likeliest class, or of all events. */
    CALIBRATION_ERROR(0, 1, false, Truth.Kind.CLASSES, Truth.Kind.EVENTS, Truth.Kind.LINKS) {
        @Override
        double over(Predictions predictions, Truth truth, int[] rows) {
            return Reliability.of(predictions, truth, rows).error();
        }
    },

    /** The mean over the edges of one over the rank among the edge's own rivals, see {@link LinkTask}. */
    MRR(0, 1, true, Truth.Kind.LINKS) {
        @Override
        double ofRanks(double[] ranks) {
            return Arrays.stream(ranks).map(rank -> 1 / rank).average().orElse(Double.NaN);
        }
    },

    /** The share of edges that rank first among the edge's own rivals, see {@link LinkTask}. */
    HITS_AT_1(0, 1, true, Truth.Kind.LINKS) {
        @Override
        double ofRanks(double[] ranks) {
            return upTo(1, ranks);
        }
    },

    /** The share of edges that rank third or better among the edge's own rivals, see {@link LinkTask}. */
    HITS_AT_3(0, 1, true, Truth.Kind.LINKS) {
        @Override
        double ofRanks(double[] ranks) {
            return upTo(3, ranks);
        }
    },

    /** The share of edges that rank tenth or better among the edge's own rivals, see {@link LinkTask}. */
    HITS_AT_10(0, 1, true, Truth.Kind.LINKS) {
        @Override
        double ofRanks(double[] ranks) {
            return upTo(10, ranks);
        }
    },

    /** The mean absolute error over all known numbers. */
    MAE(0, Double.POSITIVE_INFINITY, false, Truth.Kind.NUMBERS) {
        @Override
        double over(Predictions predictions, Truth truth, int[] rows) {
            return Scores.all(predictions, truth, rows).meanAbsoluteError();
        }
    },

    /** The root of the mean squared error over all known numbers. */
    RMSE(0, Double.POSITIVE_INFINITY, false, Truth.Kind.NUMBERS) {
        @Override
        double over(Predictions predictions, Truth truth, int[] rows) {
            return Math.sqrt(Scores.all(predictions, truth, rows).meanSquaredError());
        }
    },

    /** The coefficient of determination, the mean over the numbers that vary among the rows; 1 at best. */
    R2(Double.NEGATIVE_INFINITY, 1, true, Truth.Kind.NUMBERS) {
        @Override
        double over(Predictions predictions, Truth truth, int[] rows) {
            return meanOverColumns(predictions, truth, rows, Scores::determination);
        }
    },

    /** The decimal logarithm of the mean squared error over all known numbers. */
    LOG_MSE(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false, Truth.Kind.NUMBERS) {
        @Override
        double over(Predictions predictions, Truth truth, int[] rows) {
            return Math.log10(Scores.all(predictions, truth, rows).meanSquaredError());
        }
    };

    private final double least;
    private final double greatest;
    private final boolean rising;

    @SuppressWarnings("ImmutableEnumChecker") // it is never changed
    private final Set<Truth.Kind> kinds;

    Metric(double least, double greatest, boolean rising, Truth.Kind... kinds) {
        this.least = least;
        this.greatest = greatest;
        this.rising = rising;
        this.kinds = EnumSet.copyOf(List.of(kinds));
    }

    /** A number of one column. */
    private interface OfColumn {
        double of(Scores scores);
    }

    /** The metric over those rows, of all of which something is known. */
    double over(Predictions predictions, Truth truth, int[] rows) {
        return Double.NaN; // ranks need rivals
    }

    /** The metric of ranks from 1, halves for ties; NaN where it is not one of ranks. */
    double ofRanks(double[] ranks) {
        return Double.NaN;
    }

    /** Whether it is one of ranks. */
    boolean ranks() {
        return !Double.isNaN(ofRanks(new double[] {1}));
    }

    private static double upTo(int place, double[] ranks) {
        return Arrays.stream(ranks).map(rank -> rank <= place ? 1 : 0).average().orElse(Double.NaN);
    }

    /**
     * The metric over those rows, of all of which something is known.
     *
     * @throws IllegalArgumentException if it is not one of such predictions
     */
    public double of(Predictions predictions, Truth truth, int[] rows) {
        check(truth);
        return over(predictions, truth, rows);
    }

    /**
     * Checks that this is a metric of such predictions.
     *
     * @throws IllegalArgumentException if it is not
     */
    public void check(Truth truth) {
        if (!fits(truth)) {
            String reason = truth.kind() == Truth.Kind.CLASSES ? " of " + truth.width() + " classes" : "";
            throw new IllegalArgumentException("metric " + id() + " is not defined for "
                    + truth.kind().title() + reason + "; those that are: "
                    + String.join(", ", fitting(truth).stream().map(Metric::id).toList()));
        }
    }

    private boolean fits(Truth truth) {
        boolean ranking = this == ROC_AUC || this == AVERAGE_PRECISION;
        return kinds.contains(truth.kind()) && (!ranking || truth.kind() != Truth.Kind.CLASSES || truth.width() == 2);
    }

    /** The metrics of such predictions, in order. */
    public static List<Metric> fitting(Truth truth) {
        return Arrays.stream(values()).filter(metric -> metric.fits(truth)).toList();
    }

    /**
     * The metric that is usual for such predictions: accuracy, average precision, mean absolute error, mean reciprocal
     * rank.
     */
    public static Metric usual(Truth.Kind kind) {
        return switch (kind) {
            case CLASSES -> ACCURACY;
            case EVENTS -> AVERAGE_PRECISION;
            case NUMBERS -> MAE;
            case LINKS -> MRR;
        };
    }

    /** The least possible value. */
    public double least() {
        return least;
    }

    /** The greatest possible value. */
    public double greatest() {
        return greatest;
    }

    /** Whether more is better. */
    public boolean rising() {
        return rising;
    }

    /** Whether a value is better than another by more than {@code delta}. */
    boolean better(double value, double other, double delta) {
        return rising ? value > other + delta : value < other - delta;
    }

    /** The name in options and tables, such as {@code macro-f1}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static double meanOverColumns(Predictions predictions, Truth truth, int[] rows, OfColumn metric) {
        int columns = truth.kind() == Truth.Kind.CLASSES ? 1 : truth.width();
        return IntStream.range(0, columns)
                .mapToDouble(column -> metric.of(Scores.of(predictions, truth, rows, column)))
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }
}
