package org.seprank.separation.interaction;

import org.seprank.rank.Spectrum;

/**
 * Ranks of a matrix X of features, layer by layer measures of oversmoothing: features that collapse to one direction
 * have rank 1, however large they are, where energies may vanish with the norm alone (Zhang et al. 2025, arXiv
 * 2502.04591). All are in 1..min(n, width), and 0 for a matrix of zeros; no tolerance decides them.
 *
 * @param effective {@code exp(-Σ p ln p)}, {@code p = σ / Σ σ} (Roy and Vetterli 2007)
 * @param numerical {@code ‖X‖_F² / ‖X‖_2²}, elsewhere called the stable rank
 * @param nuclear {@code ‖X‖_*² / ‖X‖_F²}, the paper's stable rank
 */
public record FeatureRanks(double effective, double numerical, double nuclear) {
    /**
     * The ranks of features. Time O(n·width·min(n, width)).
     *
     * @param features x: [n, width], n and width at least 1, finite
     * @throws IllegalArgumentException if there is no entry or one is not finite
     */
    public static FeatureRanks of(double[][] features) {
        Spectrum spectrum = Spectrum.of(features);
        double largest = spectrum.largest();
        if (largest == 0) {
            return new FeatureRanks(0, 0, 0);
        }
        double sum = 0;
        double squares = 0;
        for (double value : spectrum.singularValues()) {
            sum += value / largest;
            squares += value / largest * (value / largest);
        }
        return new FeatureRanks(spectrum.effectiveRank(), squares, sum * sum / squares);
    }
}
