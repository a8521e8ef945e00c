package org.seprank.lab.locality;

import java.util.Arrays;
import org.seprank.lab.locality.image.Shape;

/**
 * The geometry of a convolution in one or two directions: which positions of its input each of its outputs sees. A
 * batch is an array of channels, each with the samples of a position next to each other, so that what moves is always a
 * run of samples. The product with the weights is a matrix product with the columns that {@link #gather} makes.
 */
final class Convolution {
    /**
     * What an output sees along one direction.
     *
     * @param size positions, at least 1
     * @param stride from one output to the next, at least 1
     * @param pad zeros before the first and after the last position, in 0..size-1
     */
    record Window(int size, int stride, int pad) {
        /** One position each. */
        static final Window POINT = new Window(1, 1, 0);

        Window {
            if (size < 1 || stride < 1 || pad < 0 || pad >= size) {
                throw new IllegalArgumentException("window of size " + size + ", stride " + stride + ", padding " + pad
                        + " is not of positive size and stride and padding in 0..size-1");
            }
        }

        private int outputs(int length) {
            if (length + 2 * pad < size) {
                throw new IllegalArgumentException("window of " + size + " does not fit into a length of " + length);
            }
            return (length + 2 * pad - size) / stride + 1;
        }
    }

    private final Shape in;
    private final Shape out;
    private final Window down;
    private final Window across;

    private Convolution(Shape in, Window down, Window across, int channels) {
        this.in = in;
        this.down = down;
        this.across = across;
        this.out = new Shape(channels, down.outputs(in.height()), across.outputs(in.width()));
    }

    /** One with the same window in every direction in which the input has more than one position. */
    static Convolution of(Shape in, Window window, int channels) {
        Window down = in.height() == 1 ? Window.POINT : window;
        Window across = in.width() == 1 ? Window.POINT : window;
        return new Convolution(in, down, across, channels);
    }

    Shape in() {
        return in;
    }

    Shape out() {
        return out;
    }

    /** What an output sees of a column. */
    Window down() {
        return down;
    }

    /** What an output sees of a row. */
    Window across() {
        return across;
    }

    /** The numbers that an output sees, ordered by channel, then row, then column. */
    int taps() {
        return in.channels() * down.size() * across.size();
    }

    /** Multiplications per sample of one product with the weights. */
    long cost() {
        return (long) taps() * out.size();
    }

    /** Row {@code tap} of {@code columns} becomes what the outputs see there: taps x outputs·samples. */
    void gather(double[][] input, int samples, double[][] columns) {
        for (int tap = 0; tap < columns.length; tap++) {
            double[] channel = input[tap / (down.size() * across.size())];
            for (int row = 0; row < out.height(); row++) {
                for (int column = 0; column < out.width(); column++) {
                    int to = (row * out.width() + column) * samples;
                    int from = seen(tap, row, column) * samples;
                    if (from < 0) {
                        Arrays.fill(columns[tap], to, to + samples, 0);
                    } else {
                        System.arraycopy(channel, from, columns[tap], to, samples);
                    }
                }
            }
        }
    }

    /** The transpose of {@link #gather}: sums what all outputs give to a position. */
    void scatter(double[][] columns, int samples, double[][] input) {
        for (double[] channel : input) {
            Arrays.fill(channel, 0);
        }
        for (int tap = 0; tap < columns.length; tap++) {
            double[] channel = input[tap / (down.size() * across.size())];
            double[] given = columns[tap];
            for (int row = 0; row < out.height(); row++) {
                for (int column = 0; column < out.width(); column++) {
                    int at = seen(tap, row, column) * samples;
                    int from = (row * out.width() + column) * samples;
                    for (int s = 0; s < samples && at >= 0; s++) {
                        channel[at + s] += given[from + s];
                    }
                }
            }
        }
    }

    /** The position that an output sees at a tap; -1 in the padding. */
    private int seen(int tap, int row, int column) {
        int y = row * down.stride() - down.pad() + tap / across.size() % down.size();
        int x = column * across.stride() - across.pad() + tap % across.size();
        return y < 0 || y >= in.height() || x < 0 || x >= in.width() ? -1 : y * in.width() + x;
    }
}
