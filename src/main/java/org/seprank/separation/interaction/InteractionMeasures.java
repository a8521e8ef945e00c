package org.seprank.separation.interaction;

import org.seprank.rank.Certainty;
import org.seprank.rank.Spectrum;

/**
 * How strongly a function mixes the two sides of a partition, read off one grid of its values {@code F[a, b] = f(X_I of
 * sample a, X_Iᶜ of sample b)}: [R, C].
 *
 * <p>With {@code σ_1 >= σ_2 >= ..} the singular values of F, {@code t_1 >= t_2 >= ..} those of the centred grid Z,
 * {@code Z[a, b] = F[a, b] - mean_b F[a, b] - mean_a F[a, b] + mean F}, m the mean of all of F and ‖·‖ the Frobenius
 * norm:
 *
 * <ul>
 *   <li>{@code energyBeyondProduct = 1 - σ_1²/‖F‖²}, the share of the squared norm beyond the best product; 0 if and
 *       only if {@code F[a, b] = g(a) h(b)}. No mean is removed, so a large constant in f makes it small.
 *   <li>{@code energyBeyondAdditive = ‖Z‖²/‖F - m‖²}, the share of interaction in the two-way analysis of variance
 *       (Hoeffding, Ann. Math. Statist. 19, 1948; Sobol's interaction index on the samples); 0 if and only if
 *       {@code F[a, b] = g(a) + h(b)}.
 *   <li>{@code interactionEnergy = (‖Z‖² - t_1²)/‖F - m‖²}, the share of the variation about the mean beyond the best
 *       additive function and then the best product fitted to what that leaves, in this order; it is taken after
 *       removing row and column means. 0 if and only if {@code F[a, b] = g(a) + h(b) + p(a) q(b)}, in particular for
 *       additive functions and for products.
 * </ul>
 *
 * <p>All three are in [0, 1], 0/0 counts as 0, and {@code interactionEnergy <= energyBeyondAdditive}. They and the
 * spectral measures do not change if f is multiplied by a number other than 0; those of the centred grid and the last
 * two energies do not change either if a function of one side is added to f.
 *
 * <p>Singular values at or below the tolerance are taken for 0 throughout. The tolerance of both grids is that of F, as
 * the rounding errors of centring have the size of those of F; where {@code ‖F - m‖} is below it, F is constant. The
 * rank is a lower bound on the separation rank of f witnessed by the samples, as far as the tolerance covers the errors
 * of F; see {@link Tolerance}.
 *
 * @param raw rank, σ₁, effective rank, stable rank, entanglement entropy in nats and tolerance of F
 * @param centred the same of Z; its rank, too, is a lower bound on the separation rank, at most 2 less than that of F
 * @param energyBeyondProduct see above, in [0, 1]
 * @param energyBeyondAdditive see above, in [0, 1]
 * @param interactionEnergy see above, in [0, 1]
 */
public record InteractionMeasures(
        Spectrum.Summary raw,
        Spectrum.Summary centred,
        double energyBeyondProduct,
        double energyBeyondAdditive,
        double interactionEnergy) {

    /** The measures of a grid of values computed in double precision. Time O(R·C·min(R, C)). */
    public static InteractionMeasures of(InteractionGrid grid) {
        return of(grid, Tolerance.doublePrecision());
    }

    /** The measures of a grid. Time O(R·C·min(R, C)). */
    public static InteractionMeasures of(InteractionGrid grid, Tolerance tolerance) {
        return Resample.everything(grid).measures(tolerance);
    }

    /** The tolerance of both ranks, in the units of F. */
    public Certainty certainty() {
        return raw.certainty();
    }
}
