package org.seprank.rewire.diffusion;

import java.util.Arrays;

/**
 * A diffusion matrix {@code S = ∑_k θ_k H^k}, {@code H = D̃^-½ (A + I) D̃^-½}, with weights θ_k ≥ 0 of sum 1
 * (Gasteiger, Weißenberger, Günnemann 2019, arXiv 1911.05485, equation 1).
 */
public sealed interface DiffusionKernel {
    /** θ_0, θ_1, .., cut where the rest is at most {@code rest}, in (0, 1). */
    double[] coefficients(double rest);

    /**
     * {@code S = α (I - (1-α) H)^-1}: {@code θ_k = α (1-α)^k}.
     *
     * @param alpha α, the probability of a walk to start again, in 0.0001..0.9999; 0.15 in the paper
     */
    record PersonalisedPageRank(double alpha) implements DiffusionKernel {
        /** Checks the value. */
        public PersonalisedPageRank {
            if (!(alpha >= 1e-4 && alpha <= 0.9999)) {
                throw new IllegalArgumentException("alpha " + alpha + " is not in 0.0001..0.9999");
            }
        }

        @Override
        public double[] coefficients(double rest) {
            int terms = 1 + (int) Math.ceil(Math.log(rest) / Math.log1p(-alpha));
            double[] theta = new double[terms];
            double next = alpha;
            for (int k = 0; k < terms; k++) {
                theta[k] = next;
                next *= 1 - alpha;
            }
            return theta;
        }
    }

    /**
     * {@code S = exp(-t (I - H))}: {@code θ_k = e^-t t^k / k!}.
     *
     * @param time t, in 0.0001..500; 5 in the paper
     */
    record Heat(double time) implements DiffusionKernel {
        /** Checks the value. */
        public Heat {
            if (!(time >= 1e-4 && time <= 500)) {
                throw new IllegalArgumentException("time " + time + " is not in 0.0001..500");
            }
        }

        @Override
        public double[] coefficients(double rest) {
            double[] theta = new double[16];
            theta[0] = Math.exp(-time);
            int k = 0;
            // behind k > t the terms fall at least as fast as a geometric series with ratio t / (k + 2)
            while (k + 2 <= time || theta[k] * time / (k + 1) / (1 - time / (k + 2)) > rest) {
                k++;
                if (k == theta.length) {
                    theta = Arrays.copyOf(theta, 2 * k);
                }
                theta[k] = theta[k - 1] * time / k;
            }
            return Arrays.copyOf(theta, k + 1);
        }
    }
}
