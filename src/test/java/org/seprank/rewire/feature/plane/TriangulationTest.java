package org.seprank.rewire.feature.plane;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TriangulationTest {
    /** Points; predicates by determinants of decimal numbers, which are exact. */
    private static final class Points {
        private final String name;
        private final double[] x;
        private final double[] y;

        Points(String name, double[] x, double[] y) {
            this.name = name;
            this.x = x;
            this.y = y;
        }

        @Override
        public String toString() {
            return name;
        }

        int count() {
            return x.length;
        }

        BigDecimal dx(int a, int b) {
            return new BigDecimal(x[a]).subtract(new BigDecimal(x[b]));
        }

        BigDecimal dy(int a, int b) {
            return new BigDecimal(y[a]).subtract(new BigDecimal(y[b]));
        }

        int turn(int a, int b, int c) {
            return dx(b, a).multiply(dy(c, a))
                    .subtract(dy(b, a).multiply(dx(c, a)))
                    .signum();
        }

        /** d strictly inside the circle of a, b, c that turn left: the determinant of x, y, x² + y², 1. */
        boolean inside(int a, int b, int c, int d) {
            BigDecimal determinant = BigDecimal.ZERO;
            int[][] minors = {{a, b, c}, {b, c, a}, {c, a, b}};
            for (int[] minor : minors) {
                BigDecimal lift = dx(minor[0], d).pow(2).add(dy(minor[0], d).pow(2));
                BigDecimal cross = dx(minor[1], d)
                        .multiply(dy(minor[2], d))
                        .subtract(dx(minor[2], d).multiply(dy(minor[1], d)));
                determinant = determinant.add(lift.multiply(cross));
            }
            return determinant.signum() > 0;
        }

        boolean same(int a, int b) {
            return x[a] == x[b] && y[a] == y[b];
        }

        /** Whether c is between a and b on a line with them. */
        boolean between(int a, int b, int c) {
            return turn(a, b, c) == 0
                    && dx(a, c).multiply(dx(b, c))
                                    .add(dy(a, c).multiply(dy(b, c)))
                                    .signum()
                            < 0;
        }

        /** Whether some circle through a and b has nothing inside, and no point is between them. */
        boolean isDelaunay(int a, int b) {
            for (int c = 0; c < count(); c++) {
                if (between(a, b, c)) {
                    return false;
                }
                for (int d = 0; d < count() && turn(a, b, c) > 0; d++) {
                    if (turn(a, b, d) < 0 && inside(a, b, c, d)) {
                        return false;
                    }
                }
            }
            return true;
        }

        boolean cross(int[] e, int[] f) {
            return turn(e[0], e[1], f[0]) * turn(e[0], e[1], f[1]) < 0
                    && turn(f[0], f[1], e[0]) * turn(f[0], f[1], e[1]) < 0;
        }

        /** Whether a line through the point has all others on one side or on it. */
        boolean isOnHull(int a) {
            return IntStream.range(0, count())
                    .filter(b -> !same(a, b))
                    .anyMatch(b -> IntStream.range(0, count()).allMatch(c -> turn(a, b, c) >= 0));
        }

        boolean isFirstOfItsKind(int a) {
            return IntStream.range(0, a).noneMatch(b -> same(a, b));
        }
    }

    private static Points made(String name, int count, DoubleSupplier x, DoubleSupplier y) {
        double[] first = new double[count];
        double[] second = new double[count];
        for (int i = 0; i < count; i++) {
            first[i] = x.getAsDouble();
            second[i] = y.getAsDouble();
        }
        return new Points(name, first, second);
    }

    static Stream<Points> points() {
        Stream.Builder<Points> all = Stream.builder();
        for (long seed = 0; seed < 12; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            all.add(made("uniform " + seed, 15, random::nextDouble, random::nextDouble));
            all.add(made("grid " + seed, 16, () -> random.nextInt(4), () -> random.nextInt(4)));
            all.add(made("two lines " + seed, 12, () -> random.nextInt(8), () -> random.nextInt(2)));
            all.add(onCircle(seed));
            all.add(nearLine(seed));
        }
        return all.build();
    }

    /** On one circle up to rounding, and its middle. */
    private static Points onCircle(long seed) {
        double[] x = new double[13];
        double[] y = new double[13];
        for (int i = 0; i < 12; i++) {
            x[i] = Math.cos(2 * Math.PI * i / 12 + seed);
            y[i] = Math.sin(2 * Math.PI * i / 12 + seed);
        }
        return new Points("circle " + seed, x, y);
    }

    /** On a line up to rounding. */
    private static Points nearLine(long seed) {
        double[] x = new double[14];
        double[] y = new double[14];
        Arrays.setAll(x, i -> 0.1 * (i * 5 % 14) + seed);
        Arrays.setAll(y, i -> x[i] / 3);
        return new Points("near a line " + seed, x, y);
    }

    @ParameterizedTest
    @MethodSource("points")
    void everyEdgeHasAnEmptyCircleAndTheHullIsFilled(Points points) {
        int[][] edges = Triangulation.edges(points.x, points.y);
        List<int[]> apart =
                Arrays.stream(edges).filter(e -> !points.same(e[0], e[1])).toList();
        int[] distinct = IntStream.range(0, points.count())
                .filter(points::isFirstOfItsKind)
                .toArray();
        int equal = points.count() - distinct.length;
        assertThat(edges.length - apart.size()).as(points.name).isEqualTo(equal);
        long hull = Arrays.stream(distinct).filter(points::isOnHull).count();
        boolean line = IntStream.range(0, points.count()).noneMatch(c -> points.turn(distinct[0], distinct[1], c) != 0);
        assertThat((long) apart.size()).isEqualTo(line ? distinct.length - 1L : 3L * distinct.length - 3 - hull);
        for (int[] edge : apart) {
            assertThat(points.isDelaunay(edge[0], edge[1]))
                    .as(points.name + Arrays.toString(edge))
                    .isTrue();
            assertThat(apart).noneMatch(other -> points.cross(edge, other));
        }
    }

    @Test
    void orientationsAreExactWhereRoundingWouldDecide() {
        double[] x = {0.5, 12, 24, 0.1, 0.5000000000000001};
        double[] y = {0.5, 12, 24, 0.30000000000000004, 0.5};
        Orientation orientation = new Orientation(x, y);
        assertThat(orientation.turn(0, 1, 2)).isZero();
        assertThat(orientation.turn(4, 1, 2)).isEqualTo(-1);
        assertThat(orientation.turn(4, 2, 1)).isEqualTo(1);
    }

    @Test
    void fewPointsPointsOnALineAndEqualPointsArePaths() {
        assertThat(Triangulation.edges(new double[0], new double[0])).isEmpty();
        assertThat(Triangulation.edges(new double[] {1}, new double[] {2})).isEmpty();
        assertThat(Triangulation.edges(new double[] {3, 1, 2}, new double[] {6, 2, 4}))
                .isDeepEqualTo(new int[][] {{0, 2}, {1, 2}});
        assertThat(Triangulation.edges(new double[] {0, 0, -0.0, 0}, new double[4]))
                .isDeepEqualTo(new int[][] {{0, 1}, {1, 2}, {2, 3}});
        assertThat(Triangulation.edges(new double[] {0, 1, 0, 0, 1}, new double[] {0, 0, 1, 0, 0}))
                .isDeepEqualTo(new int[][] {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 4}});
    }

    @Test
    void manyPointsAreTriangulated() {
        SplittableRandom random = new SplittableRandom(5);
        Points points = made("many", 20_000, random::nextDouble, random::nextDouble);
        int edges = Triangulation.edges(points.x, points.y).length;
        assertThat(edges).isBetween(3 * 20_000 - 3 - 100, 3 * 20_000 - 6);
    }
}
