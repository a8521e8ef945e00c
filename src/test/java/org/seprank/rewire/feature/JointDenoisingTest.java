package org.seprank.rewire.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.dataset.Features;
import org.seprank.graph.Graph;
import org.seprank.rewire.TestFeatures;
import org.seprank.rewire.TestGraphs;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.feature.JointDenoising.Options;
import org.seprank.work.Progress;

class JointDenoisingTest {
    private static final int ALL = Integer.MAX_VALUE;

    private static EditList run(Graph graph, Features features, Options options) {
        return new JointDenoising(features, options).rewire(graph, ALL, Progress.none());
    }

    /** A' by full decompositions of another program, both matrices put together from all their vectors. */
    private static RealMatrix oracle(Graph graph, Features features, Options options) {
        int n = graph.vertexCount();
        RealMatrix a = MatrixUtils.createRealMatrix(n, n);
        for (int e = 0; e < graph.edgeCount(); e++) {
            a.setEntry(graph.source(e), graph.target(e), 1);
            a.setEntry(graph.target(e), graph.source(e), 1);
        }
        RealMatrix x = MatrixUtils.createRealMatrix(n, features.columns());
        for (int v = 0; v < n; v++) {
            for (int c = 0; c < features.columns(); c++) {
                x.setEntry(v, c, features.value(v, c));
            }
        }
        for (int i = 0; i < options.iterations(); i++) {
            EigenDecomposition eigen = new EigenDecomposition(a);
            SingularValueDecomposition svd = new SingularValueDecomposition(x);
            int[] leading = leading(eigen, options);
            int[] first = IntStream.range(0, Math.min(options.featureVectors(), svd.getRank()))
                    .toArray();
            RealMatrix q = eigen.getV();
            RealMatrix u = svd.getU();
            RealMatrix qNew = q.copy();
            RealMatrix uNew = u.copy();
            for (int j : leading) {
                qNew.setColumnVector(j, drawn(q.getColumnVector(j), u, first, options.graphRatio()));
            }
            for (int j : first) {
                uNew.setColumnVector(j, drawn(u.getColumnVector(j), q, leading, options.featureRatio()));
            }
            a = qNew.multiply(eigen.getD()).multiply(qNew.transpose());
            x = uNew.multiply(svd.getS()).multiply(svd.getVT());
        }
        return a;
    }

    private static int[] leading(EigenDecomposition eigen, Options options) {
        double[] values = eigen.getRealEigenvalues();
        return IntStream.range(0, values.length)
                .boxed()
                .sorted((i, j) -> options.byAbsoluteValue()
                        ? Double.compare(Math.abs(values[j]), Math.abs(values[i]))
                        : Double.compare(values[j], values[i]))
                .skip(options.offset())
                .limit(options.graphVectors())
                .mapToInt(i -> i)
                .toArray();
    }

    private static RealVector drawn(RealVector vector, RealMatrix others, int[] columns, double ratio) {
        double best = 0;
        RealVector drawn = vector;
        for (int c : columns) {
            double overlap = vector.dotProduct(others.getColumnVector(c));
            if (Math.abs(overlap) > Math.abs(best)) {
                best = overlap;
                drawn = vector.mapMultiply(1 - ratio)
                        .add(others.getColumnVector(c).mapMultiply(ratio * Math.signum(overlap)));
            }
        }
        return drawn;
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 4, 3, false, 0",
        "2, 1, 22, 6, true, 0",
        "3, 3, 5, 5, false, 1",
        "4, 2, 6, 30, true, 1",
        "5, 2, 3, 2, false, 2"
    })
    void scoresAreTheChangesOfADenseComputation(
            long seed, int iterations, int graphVectors, int featureVectors, boolean absolute, int offset) {
        Graph graph = TestGraphs.random(seed, 20, 2, 0.25, false);
        Features features = TestFeatures.normal(seed, 22, seed % 2 == 0 ? 30 : 6); // more columns than rows, and fewer
        Options options = new Options(iterations, graphVectors, featureVectors, 0.2, 0.3, absolute, offset);
        EditList edits = run(graph, features, options);
        RealMatrix expected = oracle(graph, features, options);
        int changes = 0;
        for (int u = 0; u < 22; u++) {
            for (int v = u + 1; v < 22; v++) {
                double change = graph.edgeBetween(u, v) >= 0 ? 1 - expected.getEntry(u, v) : expected.getEntry(u, v);
                changes += change > 1e-9 ? 1 : 0;
            }
        }
        assertThat(edits.size()).isCloseTo(changes, within(3));
        for (int i = 0; i < edits.size(); i++) {
            Edit edit = edits.get(i);
            double now = expected.getEntry(edit.u(), edit.v());
            double score = edits.score(i).getAsDouble();
            assertThat(score).isCloseTo(edit.kind() == Edit.Kind.REMOVE ? 1 - now : now, within(1e-6));
            assertThat(i == 0 || score <= edits.score(i - 1).getAsDouble()).isTrue();
        }
    }

    /**
     * With an offset, a public program takes the sign of the overlap before the largest one. Features that are minus an
     * eigenvector leave it as it is: only what scaling does to its multiple remains, nothing turns round.
     */
    @Test
    void aVectorIsDrawnTowardsTheOneItIsMostLikeWhateverTheOffset() {
        Graph graph = TestGraphs.random(9, 14, 0, 0.35, false);
        double[][] adjacency = new double[14][14];
        for (int e = 0; e < graph.edgeCount(); e++) {
            adjacency[graph.source(e)][graph.target(e)] = 1;
            adjacency[graph.target(e)][graph.source(e)] = 1;
        }
        EigenDecomposition eigen = new EigenDecomposition(MatrixUtils.createRealMatrix(adjacency));
        double[][] rows = new double[14][2];
        for (int v = 0; v < 14; v++) {
            rows[v][0] = -eigen.getEigenvector(1).getEntry(v);
            rows[v][1] = 0.5 * eigen.getEigenvector(2).getEntry(v);
        }
        EditList edits = run(graph, TestFeatures.of(rows), new Options(1, 2, 2, 0.5, 0.5, false, 1));
        for (int i = 0; i < edits.size(); i++) {
            assertThat(edits.score(i).getAsDouble()).isLessThan(1e-5);
        }
    }

    @Test
    void nothingDrawnIsNothingChanged() {
        Graph graph = TestGraphs.random(3, 18, 2, 0.3, false);
        Features features = TestFeatures.binary(3, 20, 5, 0.3);
        assertThat(run(graph, features, new Options(2, 5, 5, 0, 0.5, false, 0)).size())
                .isZero();
        Features zeros = TestFeatures.binary(3, 20, 5, 0);
        assertThat(run(graph, zeros, new Options(2, 5, 5, 0.5, 0.5, false, 0)).size())
                .isZero();
    }

    @Test
    void largeGraphsAreRefusedWithAnEstimateAndOptionsOutsideTheirRangesAreNamed() {
        Graph large = TestGraphs.cycle(4001);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(large, TestFeatures.normal(1, 4001, 1), new Options(2, 5, 5, 0.5, 0.5, false, 0)))
                .withMessageContaining("640 MB")
                .withMessageContaining("seconds")
                .withMessageContaining("4001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Options(0, 5, 5, 0.5, 0.5, false, 0))
                .withMessageContaining("iterations 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Options(1, 5, 5, 1.5, 0.5, false, 0))
                .withMessageContaining("1.5");
    }
}
