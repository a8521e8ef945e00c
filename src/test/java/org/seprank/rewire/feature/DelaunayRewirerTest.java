package org.seprank.rewire.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.dataset.Features;
import org.seprank.graph.Components;
import org.seprank.graph.Graph;
import org.seprank.rewire.TestFeatures;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.feature.plane.PrincipalPlane;
import org.seprank.rewire.feature.plane.Triangulation;
import org.seprank.work.Progress;

class DelaunayRewirerTest {
    private static EditList all(Graph graph, Features features) {
        return new DelaunayRewirer(features).rewire(graph, Integer.MAX_VALUE, Progress.none());
    }

    /** Up to the sign, the rows without their mean times the eigenvectors of a dense covariance. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void thePlaneIsThatOfTheLargestEigenvectors(long seed) {
        int n = 30;
        Features features = seed % 2 == 0 ? TestFeatures.normal(seed, n, 5) : TestFeatures.binary(seed, n, 40, 0.3);
        RealMatrix x = MatrixUtils.createRealMatrix(n, features.columns());
        for (int c = 0; c < features.columns(); c++) {
            double mean = 0;
            for (int v = 0; v < n; v++) {
                mean += features.value(v, c) / (double) n;
            }
            for (int v = 0; v < n; v++) {
                x.setEntry(v, c, features.value(v, c) - mean);
            }
        }
        EigenDecomposition eigen = new EigenDecomposition(x.transpose().multiply(x));
        PrincipalPlane plane = PrincipalPlane.of(features.toSparse());
        for (int k = 0; k < 2; k++) {
            RealVector expected = x.operate(eigen.getEigenvector(k));
            double[] found = k == 0 ? plane.x() : plane.y();
            double sign = Math.signum(expected.getEntry(0)) * Math.signum(found[0]);
            for (int v = 0; v < n; v++) {
                assertThat(found[v]).isCloseTo(sign * expected.getEntry(v), within(1e-5));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void allEditsLeaveTheTriangulation(long seed) {
        Graph graph = TestGraphs.random(seed, 25, 3, 0.2, false);
        Features features = TestFeatures.normal(seed, 28, 6);
        EditList edits = all(graph, features);
        PrincipalPlane plane = PrincipalPlane.of(features.toSparse());
        int[][] wanted = Triangulation.edges(plane.x(), plane.y());
        Graph after = edits.applyTo(graph);
        assertThat(after.edgeCount()).isEqualTo(wanted.length);
        for (int[] edge : wanted) {
            assertThat(after.edgeBetween(edge[0], edge[1])).isNotNegative();
        }
        assertThat(Components.of(after).count()).isEqualTo(1);
        assertOrdered(edits);
    }

    /** Additions ascend in length, removals descend, and both go on at the same rate. */
    private static void assertOrdered(EditList edits) {
        double added = 0;
        double removed = Double.POSITIVE_INFINITY;
        double share = (double) edits.additionCount() / edits.size();
        for (int i = 0; i < edits.size(); i++) {
            double length = edits.score(i).getAsDouble();
            if (edits.get(i).kind() == Edit.Kind.ADD) {
                assertThat(length).isGreaterThanOrEqualTo(added);
                added = length;
            } else {
                assertThat(length).isLessThanOrEqualTo(removed);
                removed = length;
            }
            assertThat((double) edits.prefix(i + 1).additionCount()).isCloseTo(share * (i + 1), within(1.0));
        }
    }

    @Test
    void equalRowsAndRowsOfZerosAreAPath() {
        Features features = TestFeatures.of(
                new double[] {0, 0, 0},
                new double[] {1, 0, 2},
                new double[] {0, 0, 0},
                new double[] {0, 3, 1},
                new double[] {0, 0, 0},
                new double[] {1, 0, 2});
        Graph empty = Graph.undirected(6, new int[0][]);
        assertThat(all(empty, features).toList())
                .containsExactlyInAnyOrder(
                        Edit.add(0, 2), Edit.add(2, 4), Edit.add(1, 5), Edit.add(0, 1), Edit.add(0, 3), Edit.add(1, 3));
        Features zeros = TestFeatures.of(new double[] {0}, new double[] {0}, new double[] {0});
        assertThat(all(Graph.undirected(3, new int[][] {{0, 2}}), zeros).toList())
                .containsExactlyInAnyOrder(Edit.add(0, 1), Edit.add(1, 2), Edit.remove(0, 2));
    }

    @Test
    void oneColumnIsAPath() {
        Features features = TestFeatures.of(new double[] {5}, new double[] {1}, new double[] {3}, new double[] {2});
        assertThat(all(Graph.undirected(4, new int[0][]), features).toList())
                .containsExactly(Edit.add(1, 3), Edit.add(2, 3), Edit.add(0, 2));
    }
}
