package org.seprank.lab.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.seprank.gnn.WeightMatrices;
import org.seprank.lab.Curve;
import org.seprank.rank.Spectrum;

/** The singular values of a network's weights as it is trained. Not safe for use by several threads. */
final class RankCurves {
    private final WeightMatrices weights;
    private final String variant;
    private final int followed;
    private final Map<String, Curve> effective = new TreeMap<>(); // by layer
    private final Map<String, List<Curve>> values = new TreeMap<>(); // by layer, the largest first

    /** @param followed how many singular values of a layer are kept */
    RankCurves(WeightMatrices weights, String variant, int followed) {
        this.weights = weights;
        this.variant = variant;
        this.followed = followed;
    }

    /** Adds a point to every curve. Time O(Σ rows·columns·min(rows, columns)) over the layers. */
    void record(int epoch) {
        for (String layer : weights.names()) {
            Spectrum spectrum = Spectrum.of(weights.matrix(layer));
            effective.computeIfAbsent(layer, name -> Curve.named(variant)).add(epoch, spectrum.effectiveRank());
            double[] singular = spectrum.singularValues();
            double[] largest = Arrays.copyOf(singular, Math.min(followed, singular.length));
            Curve.addEach(values.computeIfAbsent(layer, name -> new ArrayList<>()), "σ", epoch, largest);
        }
    }

    /** The layers, first to last. */
    List<String> layers() {
        return weights.names();
    }

    /** The effective rank over epochs; the layer has been recorded. */
    Curve effectiveRank(String layer) {
        return effective.getOrDefault(layer, Curve.named(variant));
    }

    /** The largest singular values over epochs. */
    List<Curve> singularValues(String layer) {
        return values.getOrDefault(layer, List.of());
    }

    /** The mean over the layers of the effective rank at the start. */
    double meanAtTheStart() {
        return layers().stream()
                .map(this::effectiveRank)
                .mapToDouble(curve -> curve.y(0))
                .average()
                .orElse(Double.NaN);
    }

    /** The mean over the layers of the last effective rank. */
    double mean() {
        return layers().stream()
                .map(this::effectiveRank)
                .mapToDouble(curve -> curve.y(curve.size() - 1))
                .average()
                .orElse(Double.NaN);
    }
}
