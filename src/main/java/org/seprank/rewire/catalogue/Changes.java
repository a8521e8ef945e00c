package org.seprank.rewire.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.seprank.rewire.Rewirer;
import org.seprank.rewire.curvature.AugmentedForman;
import org.seprank.rewire.curvature.AugmentedFormanRewirer;
import org.seprank.rewire.curvature.BalancedForman;
import org.seprank.rewire.curvature.BatchOllivierRicci;
import org.seprank.rewire.curvature.StochasticDiscreteRicciFlow;
import org.seprank.rewire.diffusion.DiffusionKernel;
import org.seprank.rewire.diffusion.DiffusionRewirer;
import org.seprank.rewire.exchange.LocalFlip;
import org.seprank.rewire.exchange.RandomAddition;
import org.seprank.rewire.exchange.RandomSwaps;
import org.seprank.rewire.resistance.ResistanceExchange;
import org.seprank.rewire.spectral.FirstOrderSpectralRewirer;
import org.seprank.rewire.spectral.ProxyAdd;
import org.seprank.rewire.spectral.TotalResistanceRewirer;
import org.seprank.rewire.structure.ExpanderRewirer;
import org.seprank.rewire.structure.HalfHop;
import org.seprank.rewire.structure.LocalitySnapshots;
import org.seprank.rewire.structure.VirtualVertex;
import org.seprank.setting.Setting;

/** The methods that add or exchange edges. */
final class Changes {
    private Changes() {}

    static List<Method> all() {
        return List.of(
                sdrf(),
                change(
                        "fosr",
                        "the first-order spectral method (arXiv 2210.11790)",
                        List.of(Setting.whole(
                                "iterations",
                                "0",
                                0,
                                1_000_000,
                                "steps towards the eigenvector at first, 5 as published; 0: the eigenvector itself")),
                        s -> new FirstOrderSpectralRewirer(s.seed(), s.whole("iterations")),
                        Method.Trait.ONLY_ADDS),
                borf(),
                change(
                        "afr-3",
                        "by Forman curvature with triangles (arXiv 2309.09384)",
                        s -> new AugmentedFormanRewirer(AugmentedForman.TRIANGLES, s.seed())),
                change(
                        "afr-4",
                        "by Forman curvature with triangles and 4-cycles (arXiv 2309.09384)",
                        s -> new AugmentedFormanRewirer(AugmentedForman.FOUR_CYCLES, s.seed())),
                change(
                                "gtr",
                                "lowers the total effective resistance most (arXiv 2302.06835)",
                                s -> new TotalResistanceRewirer(),
                                Method.Trait.ONLY_ADDS)
                        .seedless(),
                change(
                                "err",
                                "adds the edge of largest effective resistance, removes that of smallest (arXiv 2603.11944)",
                                s -> new ResistanceExchange(),
                                Method.Trait.ENDLESS)
                        .seedless(),
                change(
                        "proxy-add",
                        "raises the spectral gap most (arXiv 2404.04612)",
                        List.of(Setting.whole("period", "1", 1, Integer.MAX_VALUE, "edges between two eigenvectors")),
                        s -> new ProxyAdd(s.whole("period"), s.seed()),
                        Method.Trait.ONLY_ADDS),
                pageRank(),
                heat(),
                laser(),
                change(
                                "expander",
                                "a Cayley graph as second relation (EGP, arXiv 2210.02997)",
                                List.of(Setting.flag(
                                        "whole", false, "true: surplus elements are virtual vertices (CGP)")),
                                s -> new ExpanderRewirer(s.flag("whole")))
                        .seedless(),
                change(
                                "virtual-vertex",
                                "new vertices joined to all (Gilmer et al., arXiv 1704.01212)",
                                List.of(Setting.whole("vertices", "1", 1, Integer.MAX_VALUE, "how many")),
                                s -> new VirtualVertex(s.whole("vertices")))
                        .seedless(),
                change(
                        "half-hop",
                        "slow vertices inside edges (Half-Hop, arXiv 2308.09198)",
                        List.of(
                                Setting.real("alpha", "0.5", 0, 1, "share of the receiver's features, in 0..1"),
                                Setting.real("probability", "1", 0, 1, "that an edge is split, in 0..1")),
                        s -> new HalfHop(s.number("alpha"), s.number("probability"), s.seed())),
                change(
                        "g-rlef",
                        "greedy local edge flips (arXiv 2208.03471)",
                        s -> new LocalFlip(true, s.seed()),
                        Method.Trait.ENDLESS),
                change(
                        "rlef",
                        "random local edge flips (arXiv 2208.03471)",
                        s -> new LocalFlip(false, s.seed()),
                        Method.Trait.ENDLESS),
                change(
                        "random-add",
                        "random non-edges: the control of additions",
                        s -> new RandomAddition(s.seed()),
                        Method.Trait.ONLY_ADDS),
                change(
                        "random-swap",
                        "degree-preserving random swaps: the control of exchanges",
                        s -> new RandomSwaps(s.seed()),
                        Method.Trait.ENDLESS));
    }

    private static Method sdrf() {
        return change(
                "sdrf",
                "stochastic discrete Ricci flow (arXiv 2111.14522)",
                List.of(
                        Setting.real(
                                "tau",
                                "1",
                                0,
                                Double.POSITIVE_INFINITY,
                                "inverse temperature, above 0; Infinity: greedy"),
                        Setting.real(
                                "bound",
                                "0.5",
                                Double.NEGATIVE_INFINITY,
                                Double.POSITIVE_INFINITY,
                                "edges above this curvature are removed"),
                        Setting.choice(
                                "curvature",
                                "paper",
                                List.of("paper", "matrix"),
                                "balanced Forman: paper, or matrix as in its matrix code")),
                s -> new StochasticDiscreteRicciFlow(
                        s.seed(),
                        s.number("tau"),
                        s.number("bound"),
                        BalancedForman.Variant.valueOf(s.text("curvature").toUpperCase(Locale.ROOT))),
                Method.Trait.ENDLESS);
    }

    private static Method borf() {
        return change(
                        "borf",
                        "batch Ollivier-Ricci flow (arXiv 2211.15779)",
                        List.of(
                                Setting.whole("additions", "4", 0, Integer.MAX_VALUE, "per batch"),
                                Setting.whole("removals", "1", 0, Integer.MAX_VALUE, "per batch")),
                        s -> new BatchOllivierRicci(s.whole("additions"), s.whole("removals")),
                        Method.Trait.ENDLESS)
                .seedless();
    }

    private static Method pageRank() {
        return change(
                        "gdc-ppr",
                        "graph diffusion by personalised PageRank (DIGL, arXiv 1911.05485)",
                        List.of(
                                Setting.real("alpha", "0.15", 1e-4, 0.9999, "teleport probability"),
                                Setting.real("degree", "64", 1, Integer.MAX_VALUE, "entries per column on average")),
                        s -> new DiffusionRewirer(
                                new DiffusionKernel.PersonalisedPageRank(s.number("alpha")), s.number("degree")))
                .seedless();
    }

    private static Method heat() {
        return change(
                        "gdc-heat",
                        "graph diffusion by the heat kernel (DIGL, arXiv 1911.05485)",
                        List.of(
                                Setting.real("time", "3", 1e-4, 500, "of the kernel"),
                                Setting.real("degree", "64", 1, Integer.MAX_VALUE, "entries per column on average")),
                        s -> new DiffusionRewirer(new DiffusionKernel.Heat(s.number("time")), s.number("degree")))
                .seedless();
    }

    private static Method laser() {
        LocalitySnapshots.Options usual = LocalitySnapshots.Options.defaults();
        return change(
                "laser",
                "locality-aware snapshots, a relation per distance (arXiv 2310.01668)",
                List.of(
                        Setting.whole(
                                "snapshots", Integer.toString(usual.snapshots()), 2, 64, "largest distance, in 2..64"),
                        Setting.real("density", Double.toString(usual.density()), 0, 1, "share of an orbit, in 0..1")),
                s -> new LocalitySnapshots(
                        new LocalitySnapshots.Options(
                                s.whole("snapshots"),
                                s.number("density"),
                                usual.leastPerOrbit(),
                                usual.walkLength(),
                                usual.mostSteps()),
                        s.seed()));
    }

    private static Method change(
            String id, String summary, Function<MethodSetting, Rewirer> maker, Method.Trait... traits) {
        return change(id, summary, List.of(), maker, traits);
    }

    private static Method change(
            String id,
            String summary,
            List<Setting> parameters,
            Function<MethodSetting, Rewirer> maker,
            Method.Trait... traits) {
        return Method.change(id, summary, parameters, (interactions, s) -> maker.apply(s), traits);
    }
}
