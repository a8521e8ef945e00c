package org.seprank.gnn.probe;

import java.util.List;
import org.seprank.gnn.batch.FeatureMatrix;

/** Some vertices and the samples of features that they take together. */
final class Side {
    private final int[] vertices;
    private final List<FeatureMatrix> samples;

    private Side(int[] vertices, List<FeatureMatrix> samples) {
        this.vertices = vertices;
        this.samples = samples;
    }

    /** Samples of as many rows as there are vertices; without vertices, none. */
    static Side of(int[] vertices, List<FeatureMatrix> samples) {
        return new Side(vertices, vertices.length == 0 ? List.of() : samples);
    }

    int[] vertices() {
        return vertices;
    }

    /** How many choices there are: one where there is nothing to choose for. */
    int count() {
        return Math.max(1, samples.size());
    }

    void addTo(List<FeatureMatrix> parts, int sample) {
        if (vertices.length > 0) {
            parts.add(samples.get(sample));
        }
    }
}
