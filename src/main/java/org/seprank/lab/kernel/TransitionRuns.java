package org.seprank.lab.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.lab.Curve;
import org.seprank.lab.Figures;
import org.seprank.lab.LabResult;
import org.seprank.lab.Panel;
import org.seprank.report.chart.Axis;
import org.seprank.setting.Settings;
import org.seprank.work.Progress;

/** {@link DiagonalNetwork}s from starts of several sizes on one {@link SparseRegression}. */
final class TransitionRuns {
    static final String LEAST_SUM = "ℓ1 norm, least of all solutions";
    private static final int MOST = 1_000_000; // iterations
    private static final double FITTED = 1e-8; // loss

    private final Settings settings;
    private final SparseRegression problem;
    private final Progress progress;
    private final List<Panel> panels = new ArrayList<>();
    private Figures figures = Figures.none();

    TransitionRuns(Settings settings, SplittableRandom random, Progress progress) {
        this.settings = settings;
        this.progress = progress;
        int unknowns = settings.integer("unknowns");
        this.problem = SparseRegression.planted(
                settings.integer("equations", 1, unknowns), unknowns, settings.integer("nonzero", 1, unknowns), random);
    }

    static List<Double> alphas(Settings settings) {
        return settings.reals("alphas");
    }

    static String error(double alpha) {
        return "error from α = " + alpha;
    }

    static String sum(double alpha) {
        return "ℓ1 norm from α = " + alpha;
    }

    static String distance(double alpha) {
        return "distance to the solution of least ℓ2 norm from α = " + alpha;
    }

    LabResult run() {
        double[] euclidean = problem.leastSquares();
        double[] sparse = problem.leastSum();
        figures = figures.and(LEAST_SUM, SparseRegression.sum(sparse))
                .and("error of the solution of least ℓ1 norm", problem.error(sparse))
                .and("error of the solution of least ℓ2 norm", problem.error(euclidean))
                .and("ℓ1 norm of the solution of least ℓ2 norm", SparseRegression.sum(euclidean));
        List<Curve> paths = new ArrayList<>();
        for (double alpha : alphas(settings)) {
            Curve path = Curve.named("α = " + alpha);
            double[] w = descend(alpha, path);
            paths.add(path);
            figures = figures.and(error(alpha), problem.error(w))
                    .and(sum(alpha), SparseRegression.sum(w))
                    .and(distance(alpha), SparseRegression.distance(w, euclidean))
                    .and("iterations from α = " + alpha, (long) path.x(path.size() - 1));
        }
        panels.add(overAlpha());
        panels.add(
                Panel.of("paths", "Error of u² - v² on its way", Axis.log10("iteration"), Axis.log10("error"), paths));
        return new LabResult(panels, figures);
    }

    private Panel overAlpha() {
        Curve errors = Curve.named("error");
        Curve sums = Curve.named("ℓ1 norm / least");
        Curve distances = Curve.named("distance to least ℓ2");
        for (double alpha : alphas(settings)) {
            errors.add(alpha, figures.get(error(alpha)));
            sums.add(alpha, figures.get(sum(alpha)) / figures.get(LEAST_SUM));
            distances.add(alpha, figures.get(distance(alpha)));
        }
        return Panel.of(
                "transition",
                "From the kernel to few weights: what u² - v² ends at",
                Axis.log10("size α of the start"),
                Axis.linear("value"),
                List.of(errors, sums, distances));
    }

    /** A rate that is stable at either end: w moves by about 4(u² + v²) times the rate. */
    private double[] descend(double alpha, Curve path) {
        double rate = 0.02 / Math.max(1, 4 * alpha * alpha);
        DiagonalNetwork network = DiagonalNetwork.of(problem.unknowns(), alpha);
        progress.start("u² - v² from " + alpha, -1);
        double loss = Double.POSITIVE_INFINITY;
        int next = 1;
        int t = 0;
        while (t < MOST && loss > FITTED && !progress.cancelled()) {
            loss = network.step(problem, rate);
            t++;
            if (t >= next) {
                path.add(t, problem.error(network.weights()));
                next = t + 1 + t / 20;
                progress.advanceTo(t);
            }
        }
        double[] w = network.weights();
        path.add(t, problem.error(w));
        return w;
    }
}
