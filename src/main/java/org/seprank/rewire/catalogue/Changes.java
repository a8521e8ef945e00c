package org.seprank.rewire.catalogue;

import java.util.List;
import java.util.function.Function;
import org.seprank.rewire.Rewirer;
import org.seprank.rewire.curvature.AugmentedForman;
import org.seprank.rewire.curvature.AugmentedFormanRewirer;
import org.seprank.rewire.curvature.BalancedForman;
import org.seprank.rewire.curvature.BatchOllivierRicci;
import org.seprank.rewire.curvature.StochasticDiscreteRicciFlow;
import org.seprank.rewire.diffusion.DiffusionKernel;
import org.seprank.rewire.diffusion.DiffusionRewirer;
import org.seprank.rewire.diffusion.Selection;
import org.seprank.rewire.exchange.LocalFlip;
import org.seprank.rewire.exchange.RandomAddition;
import org.seprank.rewire.exchange.RandomSwaps;
import org.seprank.rewire.spectral.FirstOrderSpectralRewirer;
import org.seprank.rewire.spectral.ProxyAdd;
import org.seprank.rewire.spectral.TotalResistanceRewirer;
import org.seprank.rewire.structure.ExpanderRewirer;
import org.seprank.rewire.structure.HalfHop;
import org.seprank.rewire.structure.LocalitySnapshots;
import org.seprank.rewire.structure.VirtualVertex;

/** The methods that add or exchange edges. */
final class Changes {
    private Changes() {}

    static List<Method> all() {
        return List.of(
                sdrf(),
                change(
                        "fosr",
                        "the first-order spectral method (arXiv 2210.11790)",
                        s -> FirstOrderSpectralRewirer.of(s.seed())),
                borf(),
                change(
                        "afr-3",
                        "by Forman curvature with triangles (arXiv 2309.09384)",
                        s -> AugmentedFormanRewirer.of(AugmentedForman.withTriangles(), s.seed())),
                change(
                        "afr-4",
                        "by Forman curvature with triangles and 4-cycles (arXiv 2309.09384)",
                        s -> AugmentedFormanRewirer.of(AugmentedForman.withFourCycles(), s.seed())),
                change(
                        "gtr",
                        "lowers the total effective resistance most (arXiv 2302.06835)",
                        s -> TotalResistanceRewirer.of()),
                change(
                        "proxy-add",
                        "raises the spectral gap most (arXiv 2404.04612)",
                        List.of(new Parameter("period", "1", "edges between two eigenvectors")),
                        s -> ProxyAdd.of(s.whole("period"), s.seed())),
                pageRank(),
                heat(),
                laser(),
                change(
                        "expander",
                        "a Cayley graph as second relation (EGP, arXiv 2210.02997)",
                        s -> ExpanderRewirer.inOrder()),
                change(
                        "virtual-vertex",
                        "new vertices joined to all (Gilmer et al., arXiv 1704.01212)",
                        List.of(new Parameter("vertices", "1", "how many")),
                        s -> VirtualVertex.of(s.whole("vertices"))),
                change(
                        "half-hop",
                        "slow vertices inside edges (Half-Hop, arXiv 2308.09198)",
                        List.of(
                                new Parameter("alpha", "0.5", "share of the receiver's features, in 0..1"),
                                new Parameter("probability", "1", "that an edge is split, in 0..1")),
                        s -> HalfHop.of(s.number("alpha"), s.number("probability"), s.seed())),
                change(
                        "g-rlef",
                        "greedy local edge flips (arXiv 2208.03471)",
                        s -> LocalFlip.greedy(s.seed()),
                        Method.Trait.ENDLESS),
                change(
                        "rlef",
                        "random local edge flips (arXiv 2208.03471)",
                        s -> LocalFlip.uniform(s.seed()),
                        Method.Trait.ENDLESS),
                change("random-add", "random non-edges: the control of additions", s -> RandomAddition.of(s.seed())),
                change(
                        "random-swap",
                        "degree-preserving random swaps: the control of exchanges",
                        s -> RandomSwaps.of(s.seed()),
                        Method.Trait.ENDLESS));
    }

    private static Method sdrf() {
        return change(
                "sdrf",
                "stochastic discrete Ricci flow (arXiv 2111.14522)",
                List.of(
                        new Parameter("tau", "1", "inverse temperature, above 0; Infinity: greedy"),
                        new Parameter("bound", "0.5", "edges above this curvature are removed"),
                        new Parameter("curvature", "paper", "balanced Forman: paper, or matrix as in its matrix code")),
                s -> StochasticDiscreteRicciFlow.of(new StochasticDiscreteRicciFlow.Options(
                        s.seed(),
                        s.number("tau"),
                        s.number("bound"),
                        s.choice("curvature", BalancedForman.Variant.class))),
                Method.Trait.ENDLESS);
    }

    private static Method borf() {
        return change(
                "borf",
                "batch Ollivier-Ricci flow (arXiv 2211.15779)",
                List.of(new Parameter("additions", "4", "per batch"), new Parameter("removals", "1", "per batch")),
                s -> BatchOllivierRicci.of(s.whole("additions"), s.whole("removals")),
                Method.Trait.ENDLESS);
    }

    private static Method pageRank() {
        return change(
                "gdc-ppr",
                "graph diffusion by personalised PageRank (DIGL, arXiv 1911.05485)",
                List.of(
                        new Parameter("alpha", "0.15", "teleport probability"),
                        new Parameter("degree", "64", "entries per column on average")),
                s -> DiffusionRewirer.of(
                        new DiffusionKernel.PersonalisedPageRank(s.number("alpha")),
                        new Selection.AverageDegree(s.number("degree"))));
    }

    private static Method heat() {
        return change(
                "gdc-heat",
                "graph diffusion by the heat kernel (DIGL, arXiv 1911.05485)",
                List.of(
                        new Parameter("time", "3", "of the kernel"),
                        new Parameter("degree", "64", "entries per column on average")),
                s -> DiffusionRewirer.of(
                        new DiffusionKernel.Heat(s.number("time")), new Selection.AverageDegree(s.number("degree"))));
    }

    private static Method laser() {
        LocalitySnapshots.Options usual = LocalitySnapshots.Options.defaults();
        return change(
                "laser",
                "locality-aware snapshots, a relation per distance (arXiv 2310.01668)",
                List.of(
                        new Parameter("snapshots", Integer.toString(usual.snapshots()), "largest distance, in 2..64"),
                        new Parameter("density", Double.toString(usual.density()), "share of an orbit, in 0..1")),
                s -> LocalitySnapshots.of(
                        new LocalitySnapshots.Options(
                                s.whole("snapshots"),
                                s.number("density"),
                                usual.leastPerOrbit(),
                                usual.walkLength(),
                                usual.weights(),
                                usual.mostSteps()),
                        s.seed()));
    }

    private static Method change(String id, String summary, Function<Setting, Rewirer> maker, Method.Trait... traits) {
        return change(id, summary, List.of(), maker, traits);
    }

    private static Method change(
            String id,
            String summary,
            List<Parameter> parameters,
            Function<Setting, Rewirer> maker,
            Method.Trait... traits) {
        return Method.change(id, summary, parameters, (interactions, s) -> maker.apply(s), traits);
    }
}
