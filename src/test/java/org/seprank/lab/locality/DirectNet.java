package org.seprank.lab.locality;

import java.util.Arrays;
import org.seprank.lab.locality.image.Shape;

/**
 * The answer of a network to one image straight from the definition, for windows that its layers tell by their size.
 */
final class DirectNet {
    private DirectNet() {}

    /**
     * The answer.
     *
     * @param image channels x positions
     */
    static double answer(ConvNet net, double[][] image) {
        double[][] current = image;
        for (int l = 0; l < net.layers().size(); l++) {
            current = layer(net, l, current);
        }
        double answer = net.offset();
        for (int c = 0; c < current.length; c++) {
            answer += net.head()[c] * Arrays.stream(current[c]).average().orElseThrow();
        }
        return answer;
    }

    private static double[][] layer(ConvNet net, int l, double[][] in) {
        Convolution layer = net.layers().get(l);
        Shape out = layer.out();
        double[][] answers = new double[out.channels()][out.area()];
        for (int c = 0; c < out.channels(); c++) {
            for (int at = 0; at < out.area(); at++) {
                double sum = net.biases(l)[c];
                for (int tap = 0; tap < layer.taps(); tap++) {
                    sum += net.weights(l)[c][tap] * seen(layer, in, tap, at);
                }
                answers[c][at] = Math.max(sum, 0);
            }
        }
        return answers;
    }

    private static double seen(Convolution layer, double[][] in, int tap, int at) {
        int down = layer.down().size();
        int across = layer.across().size();
        int y = at / layer.out().width() * layer.down().stride() - layer.down().pad() + tap / across % down;
        int x = at % layer.out().width() * layer.across().stride()
                - layer.across().pad()
                + tap % across;
        boolean inside =
                y >= 0 && x >= 0 && y < layer.in().height() && x < layer.in().width();
        return inside ? in[tap / (down * across)][y * layer.in().width() + x] : 0;
    }
}
