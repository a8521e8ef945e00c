package org.seprank.lab.locality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.seprank.lab.locality.image.LabelledImages;
import org.seprank.lab.locality.image.Patch;
import org.seprank.linear.Matrices;
import org.seprank.work.Parallel;

/**
 * The logistic loss of a {@link ConvNet} plus a multiple of the regularizer {@code R = mean_i |cos(∇ₐf(x_i),
 * ∇ₐf(x_i'))|}, where x' is x with patch b taken from the next sample of the batch, and their exact derivatives by the
 * parameters (Razin, Maman and Cohen, arXiv 2201.11729, section 6). With p and p' the derivatives of R by the two
 * gradients, that of R is the sum of those of the tangents {@code ⟨∇ₓf(x), p⟩} and {@code ⟨∇ₓf(x'), p'⟩}; see
 * {@link Pass}. Batches are cut into pieces of equal size whatever the number of threads, and sums are taken in their
 * order.
 */
final class Objective {
    private static final int PIECE = 16;

    /**
     * What a batch came to.
     *
     * @param loss mean logistic loss
     * @param regularizer R; 0 where it was not asked for
     */
    record Value(double loss, double regularizer) {}

    private final ConvNet net;
    private final double strength;
    private final Parallel threads;
    private final List<Piece> pieces = new ArrayList<>();

    /**
     * An objective for batches up to a size.
     *
     * @param strength of the regularizer, at least 0
     * @throws IllegalArgumentException if there is too little memory
     */
    Objective(ConvNet net, double strength, int batch, Parallel threads) {
        this.net = net;
        this.strength = strength;
        this.threads = threads;
        long bytes = (batch + PIECE - 1L) / PIECE * 2 * Pass.memory(net, PIECE);
        long memory = Runtime.getRuntime().maxMemory();
        if (bytes > memory / 2) {
            throw new IllegalArgumentException("a batch of " + batch + " needs " + (bytes >> 20)
                    + " MiB, more than half of the " + (memory >> 20) + " MiB there are; take fewer");
        }
        for (int from = 0; from < batch; from += PIECE) {
            pieces.add(new Piece(from));
        }
    }

    /** Multiplications per sample of a training step, relative to those without the regularizer. */
    static double costRatio(ConvNet net, double strength) {
        long all = net.layers().stream().mapToLong(Convolution::cost).sum();
        long first = net.layers().get(0).cost();
        return strength > 0 ? 8.0 * all / (3 * all - first) : 1;
    }

    /**
     * The value of a batch, and its derivatives.
     *
     * @param batch images of {@code data}, as many as this is for or fewer
     * @param gradient becomes the derivatives by the parameters
     */
    Value value(LabelledImages data, int[] batch, Patch.Pair patches, List<double[][]> gradient) {
        int used = (batch.length + PIECE - 1) / PIECE;
        threads.each(used, i -> pieces.get(i).differentiate(data, batch, patches));
        for (double[][] matrix : gradient) {
            Matrices.scale(0, matrix);
        }
        double loss = 0;
        double alignment = 0;
        for (Piece piece : pieces.subList(0, used)) {
            for (int n = 0; n < gradient.size(); n++) {
                Matrices.addScaled(1, piece.gradient.get(n), gradient.get(n));
            }
            loss += piece.loss;
            alignment += piece.alignment;
        }
        return new Value(loss / batch.length, alignment / batch.length);
    }

    /** R of a batch, whatever the strength. */
    double regularizer(LabelledImages data, int[] batch, Patch.Pair patches) {
        int used = (batch.length + PIECE - 1) / PIECE;
        threads.each(used, i -> pieces.get(i).align(data, batch, patches));
        double sum = 0;
        for (Piece piece : pieces.subList(0, used)) {
            sum += piece.alignment;
        }
        return sum / batch.length;
    }

    /** The part of the images whose label the network tells. */
    double accuracy(LabelledImages data) {
        int[] correct = new int[pieces.size()];
        threads.each(pieces.size(), i -> {
            for (int from = i * PIECE; from < data.size(); from += pieces.size() * PIECE) {
                int[] some = IntStream.range(from, Math.min(from + PIECE, data.size()))
                        .toArray();
                correct[i] += pieces.get(i).correct(data, some);
            }
        });
        return (double) Arrays.stream(correct).sum() / data.size();
    }

    /** Some consecutive samples of a batch. */
    private final class Piece {
        private final int from;
        private final Pass plain = new Pass(net, PIECE);
        private final Pass mixed = new Pass(net, PIECE);
        private final List<double[][]> gradient = net.zeros();
        private final double[] slopes = new double[PIECE];
        private final double[] none = new double[PIECE];
        private double loss;
        private double alignment;

        Piece(int from) {
            this.from = from;
        }

        int correct(LabelledImages data, int[] images) {
            write(data, images, 0, plain.input());
            double[] logits = plain.forward();
            int correct = 0;
            for (int s = 0; s < images.length; s++) {
                correct += logits[s] > 0 == (data.label(images[s]) == 1) ? 1 : 0;
            }
            return correct;
        }

        void differentiate(LabelledImages data, int[] batch, Patch.Pair patches) {
            for (double[][] matrix : gradient) {
                Matrices.scale(0, matrix);
            }
            boolean regularized = strength > 0;
            alignment = 0;
            if (regularized) {
                align(data, batch, patches);
                plain.tangent();
                mixed.tangent();
                mixed.accumulate(none, true, gradient);
            } else {
                write(data, batch, from, plain.input());
                plain.forward();
                plain.differentiate(false);
            }
            lose(data, batch, plain.logits());
            plain.accumulate(slopes, regularized, gradient);
        }

        /** The loss and its derivatives by the answers. */
        private void lose(LabelledImages data, int[] batch, double[] logits) {
            Arrays.fill(slopes, 0);
            loss = 0;
            for (int s = 0; s < PIECE && from + s < batch.length; s++) {
                double sign = 2 * data.label(batch[from + s]) - 1;
                double margin = sign * logits[s];
                loss += Math.log1p(Math.exp(-Math.abs(margin))) + Math.max(-margin, 0);
                slopes[s] = -sign / (1 + Math.exp(margin)) / batch.length;
            }
        }

        /** Sums R over the samples and writes its derivatives, times the strength, into the directions. */
        void align(LabelledImages data, int[] batch, Patch.Pair patches) {
            write(data, batch, from, plain.input());
            write(data, batch, from, mixed.input());
            exchange(data, batch, patches.second());
            for (Pass pass : List.of(plain, mixed)) {
                pass.forward();
                pass.differentiate(true);
                for (double[] channel : pass.direction()) {
                    Arrays.fill(channel, 0);
                }
            }
            int[] positions = patches.first().positions(net.in());
            alignment = 0;
            for (int s = 0; s < PIECE && from + s < batch.length; s++) {
                double[] g = read(plain.inputGradient(), positions, s);
                double[] h = read(mixed.inputGradient(), positions, s);
                double[] byG = new double[g.length];
                double[] byH = new double[g.length];
                alignment += Alignment.of(g, h, byG, byH);
                direct(plain.direction(), positions, s, byG, batch.length);
                direct(mixed.direction(), positions, s, byH, batch.length);
            }
        }

        private void exchange(LabelledImages data, int[] batch, Patch patch) {
            int area = net.in().area();
            for (int s = 0; s < PIECE && from + s < batch.length; s++) {
                double[] next = data.values(batch[(from + s + 1) % batch.length]);
                for (int position : patch.positions(net.in())) {
                    for (int c = 0; c < net.in().channels(); c++) {
                        mixed.input()[c][position * PIECE + s] = next[c * area + position];
                    }
                }
            }
        }

        private void direct(double[][] direction, int[] positions, int s, double[] values, int batch) {
            for (int i = 0; i < values.length; i++) {
                int at = positions[i % positions.length] * PIECE + s;
                direction[i / positions.length][at] = strength / batch * values[i];
            }
        }
    }

    private static double[] read(double[][] channels, int[] positions, int s) {
        double[] values = new double[channels.length * positions.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = channels[i / positions.length][positions[i % positions.length] * PIECE + s];
        }
        return values;
    }

    /** The images from place {@code from} of the batch on, zeros after its end. */
    private static void write(LabelledImages data, int[] batch, int from, double[][] input) {
        int area = data.shape().area();
        for (int s = 0; s < PIECE; s++) {
            boolean there = from + s < batch.length;
            for (int c = 0; c < input.length; c++) {
                for (int position = 0; position < area; position++) {
                    input[c][position * PIECE + s] = there ? data.values(batch[from + s])[c * area + position] : 0;
                }
            }
        }
    }
}
