package org.seprank.separation.matroid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.graph.family.GraphFamily;
import org.seprank.separation.monomial.Unfolding;

class DominanceBoundTest {
    /** The channels are the most for which Jacobians at random real points have full rank, by singular values. */
    @Test
    void channelsAreTheMostThatCanBeAnything() {
        SplittableRandom random = new SplittableRandom(7);
        Map<Integer, Integer> seen = new HashMap<>();
        for (int k = 0; k < 300; k++) {
            int n = random.nextInt(4, 12);
            String family = k % 10 == 0 ? "complete,n=" + n : "erdos-renyi,n=" + n + ",p=0." + random.nextInt(1, 6);
            Graph graph = GraphFamily.parse("family:" + family, k);
            VertexSet side = VertexSet.range(n, 0, random.nextInt(n - 1));
            Unfolding unfolding = Unfolding.of(graph, VertexSet.all(n), random.nextInt(2, 4));
            int inputs = random.nextInt(1, 4);
            int hidden = inputs + random.nextInt(1, 6);
            GroundSet set = GroundSet.of(unfolding, side, 1, VertexSet.of(n))
                    .map(GroundSet::crossing)
                    .orElseThrow();
            if (set.size() == 0) {
                continue;
            }
            String note = DominanceBound.of(
                            unfolding, side, inputs, hidden, 1, VertexSet.of(n), new SplittableRandom(k))
                    .note();
            int channels = Integer.parseInt(note.substring(0, note.indexOf(' ')));
            assertEquals(most(set, inputs, hidden, random), channels, graph + " " + side + " " + inputs + " " + hidden);
            seen.merge(Integer.signum(channels - inputs), 1, Integer::sum);
        }
        assertThat(seen).containsKeys(-1, 0, 1);
    }

    private static int most(GroundSet set, int inputs, int hidden, SplittableRandom random) {
        int channels = 1;
        while (channels < hidden
                && isFull(set.inside(), channels + 1, inputs, random)
                && isFull(set.outside(), channels + 1, inputs, random)) {
            channels++;
        }
        return channels;
    }

    private static boolean isFull(List<SparseVector> columns, int channels, int inputs, SplittableRandom random) {
        TreeSet<Integer> vertices = new TreeSet<>();
        columns.forEach(column -> {
            for (int i : column.indices()) {
                vertices.add(i);
            }
        });
        List<Integer> places = new ArrayList<>(vertices);
        double[][] weights = random(channels, inputs, random);
        double[][] points = random(places.size(), inputs, random);
        int rows = columns.size() * (channels - 1);
        double[][] jacobian = new double[rows][places.size() * inputs];
        for (int g = 0; g < columns.size(); g++) {
            SparseVector column = columns.get(g);
            for (int e = 0; e < column.indices().length; e++) {
                int i = places.indexOf(column.indices()[e]);
                for (int d = 1; d < channels; d++) {
                    for (int c = 0; c < inputs; c++) {
                        jacobian[g * (channels - 1) + d - 1][i * inputs + c] = column.values()[e]
                                * (weights[d][c] / dot(weights[d], points[i])
                                        - weights[0][c] / dot(weights[0], points[i]));
                    }
                }
            }
        }
        double[] values = new SingularValueDecomposition(new Array2DRowRealMatrix(jacobian)).getSingularValues();
        return rows <= values.length && values[rows - 1] > 1e-10 * Math.max(1, values[0]);
    }

    private static double[][] random(int rows, int columns, SplittableRandom random) {
        double[][] drawn = new double[rows][columns];
        for (double[] row : drawn) {
            for (int c = 0; c < columns; c++) {
                row[c] = random.nextDouble(1, 2);
            }
        }
        return drawn;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            sum += a[c] * b[c];
        }
        return sum;
    }
}
