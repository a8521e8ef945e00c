package org.seprank.gnn.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.gnn.kernel.AttentionKernels.Attended;
import org.seprank.gnn.kernel.AttentionKernels.AttendedGradient;
import org.seprank.gnn.kernel.AttentionKernels.GradientPair;
import org.seprank.gnn.kernel.AttentionKernels.Heads;
import org.seprank.gnn.kernel.AttentionKernels.Pair;
import org.seprank.gnn.kernel.AttentionKernels.Projection;
import org.seprank.gnn.kernel.AttentionKernels.Terms;
import org.seprank.gnn.kernel.NormKernels.Affine;
import org.seprank.gnn.kernel.NormKernels.NormTape;
import org.seprank.gnn.kernel.scalar.DoubleKernels;
import org.seprank.gnn.kernel.scalar.FloatKernels;
import org.seprank.gnn.layer.Activation;
import org.seprank.gnn.layer.KernelChoice;

/** Every kernel in its vectorised, scalar and double form gives the same numbers, by one thread or by several. */
class KernelsTest {
    private static final double TOLERANCE = 2e-5; // some 2^-24 times the longest sum

    /** Random blocks in one precision and how to read them back; the same numbers in every precision. */
    private record Bench<B>(Kernels<B> k, SplittableRandom random) {
        Matrix<B> random(int rows, int width) {
            return random(rows, width, 1);
        }

        Matrix<B> random(int rows, int width, int groups) {
            int stride = groups * k.padded(width);
            Matrix<B> m = new Matrix<>(k.allocate(rows * stride), rows, groups * width, stride);
            for (int part = 0; part < rows * groups; part++) {
                for (int c = 0; c < width; c++) {
                    double value = random.nextInt(8) == 0 ? 0 : (float) (2 * random.nextDouble() - 1);
                    k.set(m.data(), part * (stride / groups) + c, value);
                }
            }
            return m;
        }

        Matrix<B> zeros(int rows, int width) {
            return new Matrix<>(k.allocate(rows * k.padded(width)), rows, width, k.padded(width));
        }

        Operator<B> operator(int rows, int columns) {
            int[] offsets = new int[rows + 1];
            int[] indices = new int[rows * 6];
            double[] values = new double[rows * 6];
            int at = 0;
            for (int i = 0; i < rows; i++) {
                int entries = i % 5 == 0 ? 0 : random.nextInt(1, 7);
                for (int e = 0; e < entries; e++) {
                    indices[at] = random.nextInt(columns);
                    values[at++] = (float) (0.5 + random.nextDouble());
                }
                offsets[i + 1] = at;
            }
            Csr pattern = Csr.of(columns, offsets, Arrays.copyOf(indices, at), Arrays.copyOf(values, at));
            return new Operator<>(pattern, k.values(pattern));
        }

        B entries(int count) {
            return random(1, count).data();
        }

        double[] read(Matrix<B> m) {
            double[] out = new double[m.rows() * m.width()];
            for (int i = 0; i < m.rows(); i++) {
                for (int c = 0; c < m.width(); c++) {
                    out[i * m.width() + c] = k.get(m.data(), i * m.stride() + c);
                }
            }
            return out;
        }

        double[] read(B array, int count) {
            double[] out = new double[count];
            Arrays.setAll(out, i -> k.get(array, i));
            return out;
        }
    }

    /** One computation whose results are compared. */
    private interface Computation {
        <B> List<double[]> run(Bench<B> bench, int width);
    }

    private static void agree(Computation computation, int width) {
        List<double[]> expected = run(DoubleKernels.single(), computation, width);
        for (Kernels<float[]> kernels : List.of(FloatKernels.single(), KernelChoice.singlePrecision())) {
            List<double[]> alone = run(kernels, computation, width);
            List<double[]> shared = run(kernels.with(Workers.of(3)), computation, width);
            for (int r = 0; r < expected.size(); r++) {
                assertThat(alone.get(r)).as("%s, result %d", kernels.name(), r).hasSameSizeAs(expected.get(r));
                int worst = worst(expected.get(r), alone.get(r));
                double value = expected.get(r)[worst];
                assertThat(alone.get(r)[worst])
                        .as("%s, result %d at %d", kernels.name(), r, worst)
                        .isCloseTo(value, within(TOLERANCE * (1 + Math.abs(value))));
                assertThat(shared.get(r)).isEqualTo(alone.get(r));
            }
        }
    }

    private static int worst(double[] expected, double[] actual) {
        int worst = 0;
        double most = -1;
        for (int i = 0; i < expected.length; i++) {
            double error = Math.abs(actual[i] - expected[i]) / (1 + Math.abs(expected[i]));
            if (!(error <= most)) {
                most = error;
                worst = i;
            }
        }
        return worst;
    }

    private static <B> List<double[]> run(Kernels<B> kernels, Computation computation, int width) {
        return computation.run(new Bench<>(kernels, new SplittableRandom(42)), width);
    }

    @ParameterizedTest
    @CsvSource({"1, 3", "7, 16", "16, 33", "70, 64", "33, 130"})
    void denseProductsAgree(int inner, int width) {
        agree(
                new Computation() {
                    @Override
                    public <B> List<double[]> run(Bench<B> b, int w) {
                        Matrix<B> x = b.random(301, inner);
                        Matrix<B> weights = b.random(inner, w);
                        Matrix<B> y = b.zeros(301, w);
                        b.k().dense().multiply(x, weights, y);
                        Matrix<B> gw = b.random(inner, w);
                        b.k().dense().addTransposedProduct(x, y, gw);
                        Matrix<B> t = b.zeros(w, inner);
                        b.k().dense().transpose(weights, t);
                        Matrix<B> gx = b.zeros(301, inner);
                        b.k().dense().multiply(y, t, gx);
                        Matrix<B> row = b.random(1, w);
                        b.k().dense().addRow(y, row);
                        b.k().dense().addColumnSums(y, row);
                        return List.of(b.read(y), b.read(gw), b.read(gx), b.read(row));
                    }
                },
                width);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 16, 50, 64})
    void entryWiseFunctionsAgree(int width) {
        agree(
                new Computation() {
                    @Override
                    public <B> List<double[]> run(Bench<B> b, int w) {
                        List<double[]> results = new ArrayList<>();
                        for (Activation f : Activation.values()) {
                            Matrix<B> y = b.random(23, w);
                            b.k().dense().activate(f, y);
                            Matrix<B> g = b.random(23, w);
                            b.k().dense().activateBack(f, y, g);
                            results.add(b.read(y));
                            results.add(b.read(g));
                        }
                        Matrix<B> mask = b.zeros(23, w);
                        b.k().dense().dropout(mask, 0.7, 5);
                        results.add(b.read(mask));
                        Matrix<B> y = b.random(23, w);
                        Matrix<B> x = b.random(23, w);
                        b.k().dense().add(y, 0.25, x);
                        b.k().dense().times(y, mask);
                        results.add(b.read(y));
                        results.add(new double[] {b.k().dense().dot(x, y)});
                        b.k().dense().copy(y, -2, x);
                        results.add(b.read(y));
                        Operator<B> a = b.operator(40, 30);
                        int entries = a.pattern().entryCount();
                        B kept = b.k().allocate(entries + 1);
                        Csr left = Csr.scratch(40, 30, entries + 1);
                        b.k().dense().dropout(a, new Operator<>(left, kept), 0.7, 6);
                        results.add(b.read(kept, left.entryCount()));
                        results.add(Arrays.stream(left.indices(), 0, left.entryCount())
                                .asDoubleStream()
                                .toArray());
                        b.k().dense().times(x, mask, y);
                        results.add(b.read(y));
                        return results;
                    }
                },
                width);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 17, 64, 128})
    void normalisationsAgree(int width) {
        agree(
                new Computation() {
                    @Override
                    public <B> List<double[]> run(Bench<B> b, int w) {
                        List<double[]> results = new ArrayList<>();
                        Affine<B> affine = new Affine<>(b.random(1, w), b.random(1, w));
                        for (boolean byRows : new boolean[] {true, false}) {
                            Matrix<B> x = b.random(37, w);
                            Matrix<B> y = b.zeros(37, w);
                            int length = Math.max(37, x.stride());
                            NormTape<B> tape =
                                    new NormTape<>(b.zeros(37, w), b.k().allocate(length), b.k().allocate(length));
                            Affine<B> gradient = new Affine<>(b.zeros(1, w), b.zeros(1, w));
                            Matrix<B> g = b.random(37, w);
                            if (byRows) {
                                b.k().norm().rows(x, affine, tape, y);
                                b.k().norm().rowsBack(g, affine, tape, gradient);
                            } else {
                                b.k().norm().columns(x, affine, tape, y);
                                b.k().norm().columnsBack(g, affine, tape, gradient);
                            }
                            // a row of one column has no variance: its gradient is a difference of nearly equal numbers
                            if (w > 1) {
                                results.addAll(List.of(b.read(y), b.read(g)));
                            }
                            results.add(b.read(gradient.shift()));
                        }
                        Matrix<B> x = b.random(5, w);
                        Affine<B> statistics = new Affine<>(b.zeros(1, w), b.random(1, w));
                        b.k().fill(statistics.scale().data(), 0, w, 0.5);
                        b.k().norm().columnsBy(x, affine, statistics, x);
                        results.add(b.read(x));
                        return results;
                    }
                },
                width);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 16, 64, 100})
    void sparseProductsAgree(int width) {
        agree(
                new Computation() {
                    @Override
                    public <B> List<double[]> run(Bench<B> b, int w) {
                        Operator<B> a = b.operator(4000, 200);
                        int entries = a.pattern().entryCount();
                        Matrix<B> x = b.random(200, w);
                        Matrix<B> y = b.random(4000, w);
                        SparseKernels<B> sparse = b.k().sparse();
                        B byEntry = b.entries(entries);
                        sparse.addEntryProducts(a.pattern(), y, x, byEntry);
                        Matrix<B> gx = b.random(200, w);
                        sparse.addTransposed(a, y, gx);
                        sparse.multiply(a, x, y);
                        return List.of(b.read(byEntry, entries), b.read(gx), b.read(y));
                    }
                },
                width);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 16, 64})
    void aggregationsAgree(int width) {
        agree(
                new Computation() {
                    @Override
                    public <B> List<double[]> run(Bench<B> b, int w) {
                        Operator<B> a = b.operator(3000, 200);
                        int entries = a.pattern().entryCount();
                        Matrix<B> x = b.random(200, w);
                        Matrix<B> y = b.zeros(3000, w);
                        Matrix<B> gy = b.random(3000, w);
                        SparseKernels<B> sparse = b.k().sparse();
                        B byEntry = b.entries(entries);
                        Matrix<B> gx = b.zeros(200, w);
                        List<double[]> results = new ArrayList<>();
                        sparse.product(w % 2, a, x, y);
                        sparse.productBack(w % 2, a, x, gy, gx);
                        sparse.productEntries(w % 2, a, x, gy, byEntry);
                        results.add(b.read(y));
                        int[] winners = new int[y.length()];
                        sparse.max(a, x, y, winners);
                        sparse.maxBack(a, winners, gy, gx);
                        sparse.maxEntries(winners, a.pattern(), x, gy, byEntry);
                        results.add(b.read(y));
                        SoftmaxTape<B> tape = new SoftmaxTape<>(1.7, y, b.zeros(3000, w), b.zeros(3000, w), gy);
                        sparse.softmax(a, x, tape);
                        sparse.softmaxBack(a, x, tape, gx);
                        sparse.softmaxEntries(a, x, tape, byEntry);
                        results.add(b.read(y));
                        results.add(b.read(gx));
                        results.add(b.read(byEntry, entries));
                        results.add(new double[] {sparse.softmaxTemperature(a, x, tape) / 1000});
                        return results;
                    }
                },
                width);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 16, 40})
    void attentionAgrees(int width) {
        agree(
                new Computation() {
                    @Override
                    public <B> List<double[]> run(Bench<B> b, int w) {
                        int heads = 3;
                        int n = 400;
                        Operator<B> op = b.operator(n, n);
                        int entries = op.pattern().entryCount();
                        Matrix<B> x = b.random(n, w, 2 * heads).cut(2 * heads, w);
                        Matrix<B> a = b.random(heads, w);
                        AttentionKernels<B> attention = b.k().attention();
                        Heads left = new Heads(heads, 2 * heads, 0);
                        Heads right = new Heads(heads, 2 * heads, heads);
                        B alpha = b.k().allocate(entries * heads);
                        Projection<B> at = new Projection<>(x, a);
                        attention.pairScores(op.pattern(), new Pair(left, right), at, alpha);
                        attention.softmax(op.pattern(), heads, alpha);
                        Matrix<B> y = b.zeros(n * heads, w);
                        attention.attend(op, right, new Attended<>(alpha, x), y);
                        Matrix<B> gx = b.zeros(n * 2 * heads, w);
                        B galpha = b.k().allocate(entries * heads);
                        AttendedGradient<B> gradient = new AttendedGradient<>(b.random(n * heads, w), gx, galpha);
                        attention.attendBack(op, right, new Attended<>(alpha, x), gradient);
                        attention.softmaxBack(op.pattern(), heads, alpha, galpha);
                        Matrix<B> ga = b.zeros(heads, w);
                        GradientPair<B> pair = new GradientPair<>(at, new Projection<>(gx, ga));
                        attention.pairScoresBack(op.pattern(), new Pair(left, right), pair, galpha);
                        B projected = b.k().allocate(n * heads);
                        attention.project(right, x, a, projected);
                        attention.projectBack(right, at, projected, new Projection<>(gx, ga));
                        return List.of(b.read(alpha, entries * heads), b.read(y), b.read(gx), b.read(ga));
                    }
                },
                width);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 16, 40})
    void attentionWithEdgesAgrees(int width) {
        agree(
                new Computation() {
                    @Override
                    public <B> List<double[]> run(Bench<B> b, int w) {
                        int heads = 2;
                        int n = 300;
                        int edges = 50;
                        Csr plain = b.operator(n, n).pattern();
                        int[] of = new int[plain.entryCount()];
                        Arrays.setAll(of, k -> k % 7 == 0 ? Csr.NO_EDGE : k % edges);
                        Csr pattern = plain.withEdges(of);
                        Matrix<B> x = b.random(n, w, 2 * heads).cut(2 * heads, w);
                        Matrix<B> terms = b.random(edges + n, w, heads).cut(heads, w);
                        Projection<B> at = new Projection<>(x, b.random(heads, w));
                        Pair pair = new Pair(new Heads(heads, 2 * heads, 0), new Heads(heads, 2 * heads, heads));
                        B scores = b.k().allocate(of.length * heads);
                        b.k().attention().edgeScores(pattern, pair, at, terms, scores);
                        Matrix<B> gx = b.zeros(n * 2 * heads, w);
                        Matrix<B> ga = b.zeros(heads, w);
                        Matrix<B> gTerms = b.zeros((edges + n) * heads, w);
                        GradientPair<B> back = new GradientPair<>(at, new Projection<>(gx, ga));
                        b.k().attention().edgeScoresBack(pattern, pair, back, new Terms<>(terms, gTerms), scores);
                        return List.of(b.read(scores, of.length * heads), b.read(gx), b.read(ga), b.read(gTerms));
                    }
                },
                width);
    }

    @Test
    void theModuleDecidesWhichKernelsRun() {
        boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        assertThat(KernelChoice.singlePrecision().name()).contains(present ? "vectors" : "scalar");
    }

    @Test
    void transposeTurnsRowsIntoColumns() {
        Csr a = Csr.of(3, new int[] {0, 2, 3}, new int[] {0, 2, 1}, new double[] {1, 2, 3})
                .withEdges(new int[] {7, 8, Csr.NO_EDGE});
        Csr t = a.transpose();
        assertThat(t.offsets()).containsExactly(0, 1, 2, 3);
        assertThat(t.indices()).containsExactly(0, 1, 0);
        assertThat(t.doubles()).containsExactly(1, 3, 2);
        assertThat(t.edges()).containsExactly(7, Csr.NO_EDGE, 8);
        assertThat(t.origins()).containsExactly(0, 2, 1);
        assertThat(a.asSymmetric().transpose().doubles()).isEqualTo(a.doubles());
    }
}
