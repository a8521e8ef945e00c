package org.seprank.separation;

import org.seprank.separation.ProductNetworkCircuit.Node;
import org.seprank.separation.ProductNetworkCircuit.Side;

/**
 * An estimate of what one draw of a {@link CertifiedRank} takes, made without evaluating anything. All steps of
 * doubling are in it, and the coefficient matrix where it is small enough.
 *
 * @param samples the number of samples per side that is reached
 * @param mixedNodes the number of different hidden vectors that depend on both sides
 * @param products multiplications modulo p
 * @param bytes peak memory, leaving out working space of a few MiB per thread
 */
public record CertifiedRankCost(int samples, int mixedNodes, double products, double bytes) {
    private static final double PRODUCTS_PER_SECOND = 2e9;
    private static final double PRODUCTS_PER_TERM = 3000; // of the output: expansion and sparse elimination
    private static final double BYTES_PER_TERM = 400;

    /** The cost where all samples that are allowed are taken, and all terms that there are. Time O(L m log m). */
    public static CertifiedRankCost of(SeparationProblem problem, CertifiedRank.Options options) {
        ProductNetworkCircuit circuit = ProductNetworkCircuit.of(problem);
        double order = options.maxSamples();
        double perSample = 0;
        double perPair = 0;
        for (int k = 0; k < circuit.nodes().size(); k++) {
            Node node = circuit.nodes().get(k);
            double mixedFactors = circuit.factors(k, Side.MIXED).size();
            double width = problem.hiddenWidth();
            double fromFactors = width * node.factors().size();
            if (node.side() == Side.MIXED) {
                perSample += fromFactors;
                perPair += width * ((node.vertex() < 0 ? 1 : width) + mixedFactors);
            } else {
                perSample += fromFactors + width * (node.layer() == 0 ? problem.inputWidth() : width);
            }
        }
        // the ranks of F of orders R, R/2, R/4, .. take R³/3 · (1 + 1/8 + 1/64 + ..)
        double elimination = order * order * order * 8 / 21;
        int mixed = circuit.mixed().length;
        double terms = CertifiedRankSearch.terms(problem, options.maxTerms());
        double products = order * perSample + order * order * perPair + elimination + terms * PRODUCTS_PER_TERM;
        double sampled = order * order * 2 * Integer.BYTES + 2 * order * mixed * problem.hiddenWidth() * Double.BYTES;
        double bytes = Math.max(sampled, terms * BYTES_PER_TERM);
        return new CertifiedRankCost(options.maxSamples(), mixed, products, bytes);
    }

    /** A rough time in seconds: so many products at two billion per second and thread. */
    public double seconds(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("thread count " + threads + " is not positive");
        }
        return products / (PRODUCTS_PER_SECOND * threads);
    }
}
