package org.seprank.lab.landscape;

import java.util.SplittableRandom;
import org.seprank.lab.Figures;
import org.seprank.linear.Matrices;
import org.seprank.work.Progress;

/**
 * Gradient descent on {@link RectifierLandscape} from many starts: how often it ends at a minimum that is not global.
 */
final class RectifierRuns {
    private static final int STEPS = 3000; // before the search of a critical point
    private static final double BAD = 1e-4; // loss, far above what a global minimum leaves

    private final int dimension;
    private final int starts;
    private double shallowest = Double.POSITIVE_INFINITY;
    private double lowest = Double.POSITIVE_INFINITY;

    /** In that dimension, from so many starts. */
    RectifierRuns(int dimension, int starts) {
        this.dimension = dimension;
        this.starts = starts;
    }

    static String share(int units) {
        return "bad minima of " + units + " rectifiers, share of starts";
    }

    /** With one unit for each of the teacher's, and with one more. */
    Figures run(SplittableRandom random, Progress progress) {
        double exact = share(dimension, random, progress);
        Figures figures = Figures.none().and(share(dimension), exact);
        if (Double.isFinite(shallowest)) {
            figures = figures.and("least eigenvalue of the bad minima, smallest", lowest)
                    .and("loss of the bad minima, smallest", shallowest);
        }
        return figures.and(share(dimension + 1), share(dimension + 1, random, progress));
    }

    private double share(int units, SplittableRandom random, Progress progress) {
        Landscape landscape = new RectifierLandscape(units, dimension);
        progress.start(units + " rectifiers", starts);
        int bad = 0;
        for (int i = 0; i < starts && !progress.cancelled(); i++) {
            double[] at = Matrices.gaussian(1, landscape.size(), 1 / Math.sqrt(units), random)[0];
            for (int t = 0; t < STEPS; t++) {
                Matrices.addScaled(-1.0 / units, landscape.gradient(at), at);
            }
            if (landscape.value(at) > BAD) {
                bad += strict(landscape, at, random) ? 1 : 0;
            }
            progress.advanceTo(i + 1);
        }
        return (double) bad / starts;
    }

    /** Whether a minimum above 0 is near. */
    private boolean strict(Landscape landscape, double[] at, SplittableRandom random) {
        CriticalPoint found = CriticalPoint.near(landscape, at, Survey.CRITICAL);
        double least = found.leastEigenvalue(random);
        if (found.slope() > Survey.CRITICAL || found.value() < BAD || least <= 0) {
            return false;
        }
        lowest = Math.min(lowest, least);
        shallowest = Math.min(shallowest, found.value());
        return true;
    }
}
