package org.seprank.rewire.feature.plane;

import java.math.BigDecimal;

/**
 * Signs of the two determinants that decide on triangulations, exact: in floating point where its error bound leaves no
 * doubt (J. Shewchuk, Discrete Comput. Geom. 18, 1997), otherwise in decimal numbers that hold every product.
 */
final class Orientation {
    private static final double ROUNDING = 0x1p-53;
    private static final double TURN_BOUND = (3 + 16 * ROUNDING) * ROUNDING;
    private static final double CIRCLE_BOUND = (10 + 96 * ROUNDING) * ROUNDING;

    private final double[] x;
    private final double[] y;

    /** Of points with these coordinates, finite and of less than 1e75 but for 0 more than 1e-75 in size. */
    Orientation(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /** 1 if a, b, c turn left, -1 if they turn right, 0 if they are on a line. */
    int turn(int a, int b, int c) {
        double left = (x[a] - x[c]) * (y[b] - y[c]);
        double right = (y[a] - y[c]) * (x[b] - x[c]);
        double bound = TURN_BOUND * (Math.abs(left) + Math.abs(right));
        double determinant = left - right;
        if (determinant > bound || -determinant > bound) {
            return determinant > 0 ? 1 : -1;
        }
        return exact(x[a], x[c])
                .multiply(exact(y[b], y[c]))
                .subtract(exact(y[a], y[c]).multiply(exact(x[b], x[c])))
                .signum();
    }

    /** Whether d is inside the circle through a, b, c, which turn left. */
    boolean insideCircle(int a, int b, int c, int d) {
        double ax = x[a] - x[d];
        double ay = y[a] - y[d];
        double bx = x[b] - x[d];
        double by = y[b] - y[d];
        double cx = x[c] - x[d];
        double cy = y[c] - y[d];
        double lifted = ax * ax + ay * ay;
        double second = bx * bx + by * by;
        double third = cx * cx + cy * cy;
        double determinant = lifted * (bx * cy - cx * by) + second * (cx * ay - ax * cy) + third * (ax * by - bx * ay);
        double permanent = lifted * (Math.abs(bx * cy) + Math.abs(cx * by))
                + second * (Math.abs(cx * ay) + Math.abs(ax * cy))
                + third * (Math.abs(ax * by) + Math.abs(bx * ay));
        double bound = CIRCLE_BOUND * permanent;
        if (determinant > bound || -determinant > bound) {
            return determinant > 0;
        }
        return exactlyInside(a, b, c, d);
    }

    private boolean exactlyInside(int a, int b, int c, int d) {
        BigDecimal ax = exact(x[a], x[d]);
        BigDecimal ay = exact(y[a], y[d]);
        BigDecimal bx = exact(x[b], x[d]);
        BigDecimal by = exact(y[b], y[d]);
        BigDecimal cx = exact(x[c], x[d]);
        BigDecimal cy = exact(y[c], y[d]);
        return square(ax, ay)
                        .multiply(cross(bx, by, cx, cy))
                        .add(square(bx, by).multiply(cross(cx, cy, ax, ay)))
                        .add(square(cx, cy).multiply(cross(ax, ay, bx, by)))
                        .signum()
                > 0;
    }

    private static BigDecimal square(BigDecimal x, BigDecimal y) {
        return x.multiply(x).add(y.multiply(y));
    }

    private static BigDecimal cross(BigDecimal ax, BigDecimal ay, BigDecimal bx, BigDecimal by) {
        return ax.multiply(by).subtract(bx.multiply(ay));
    }

    private static BigDecimal exact(double a, double b) {
        return new BigDecimal(a).subtract(new BigDecimal(b));
    }
}
