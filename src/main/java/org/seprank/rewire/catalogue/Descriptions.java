package org.seprank.rewire.catalogue;

import java.util.List;
import java.util.Locale;
import org.seprank.rewire.feature.DelaunayRewirer;
import org.seprank.rewire.feature.JointDenoising;
import org.seprank.rewire.feature.SimilarityRewirer;
import org.seprank.rewire.feature.StochasticJostLiu;
import org.seprank.rewire.resistance.DensifyThenSparsify;
import org.seprank.setting.Setting;

/** The methods that look at the features of vertices. */
final class Descriptions {
    private static final String ADDITIONS = "additions";
    private static final String CANDIDATES = "candidates";
    private static final Setting SHARE = Setting.real(ADDITIONS, "0.5", 0, 1, "share of the edits that add, in 0..1");
    private static final Setting NEAR =
            Setting.choice(CANDIDATES, "all", List.of("all", "two-hop"), "pairs that may be added: all or two-hop");

    private Descriptions() {}

    static List<Method> all() {
        return List.of(
                Method.described(
                                "feast",
                                "makes the ends of edges more alike by their features (FeaSt, arXiv 2502.04891)",
                                List.of(SHARE, NEAR),
                                (features, s) ->
                                        new SimilarityRewirer(features, similarity(s, SimilarityRewirer.Grouping.NONE)),
                                Method.Trait.NEEDS_FEATURES)
                        .seedless(),
                Method.described(
                        "comfy",
                        "the same within and between communities by their sizes (ComFy, arXiv 2502.04891)",
                        List.of(
                                SHARE,
                                NEAR,
                                Setting.choice(
                                        "communities", "louvain", List.of("louvain", "leiden"), "louvain or leiden")),
                        (features, s) -> new SimilarityRewirer(
                                features,
                                similarity(
                                        s,
                                        SimilarityRewirer.Grouping.valueOf(
                                                s.text("communities").toUpperCase(Locale.ROOT)))),
                        Method.Trait.NEEDS_FEATURES),
                sjlr(),
                jdr(),
                goku(),
                Method.described(
                                "delaunay",
                                "the Delaunay triangulation of the plane of the features (after Attali et al., 2024)",
                                List.of(),
                                (features, s) -> new DelaunayRewirer(features),
                                Method.Trait.NEEDS_FEATURES)
                        .seedless());
    }

    private static Method sjlr() {
        return Method.described(
                "sjlr",
                "draws by curvature and features (stochastic Jost-Liu rewiring, arXiv 2212.02374)",
                List.of(
                        Setting.real("alpha", "0.5", 0, 1, "weight of curvature against features, in 0..1"),
                        Setting.real("tau", "1", 0, 1e6, "inverse temperature"),
                        SHARE,
                        Setting.real(CANDIDATES, "0.5", 0, 1e6, "pairs that may be added, in multiples of the edges")),
                (features, s) -> new StochasticJostLiu(
                        features,
                        new StochasticJostLiu.Options(
                                s.number("alpha"),
                                s.number("tau"),
                                s.number(ADDITIONS),
                                s.number(CANDIDATES),
                                s.seed())),
                Method.Trait.NEEDS_FEATURES);
    }

    private static Method jdr() {
        return Method.described(
                        "jdr",
                        "draws leading vectors of graph and features together (graph part of JDR, arXiv 2408.07191)",
                        List.of(
                                Setting.whole("iterations", "3", 1, 100, "how often"),
                                Setting.whole("graph-vectors", "64", 1, 1 << 20, "leading eigenvectors"),
                                Setting.whole("feature-vectors", "64", 1, 1 << 20, "leading singular vectors"),
                                Setting.real("graph-ratio", "0.1", 0, 1, "how far eigenvectors are drawn, in 0..1"),
                                Setting.real("feature-ratio", "0.1", 0, 1, "how far singular vectors are, in 0..1"),
                                Setting.choice("lead", "value", List.of("value", "absolute"), "eigenvalues that lead"),
                                Setting.whole("offset", "0", 0, 1 << 20, "first eigenvectors left as they are")),
                        (features, s) -> new JointDenoising(
                                features,
                                new JointDenoising.Options(
                                        s.whole("iterations"),
                                        s.whole("graph-vectors"),
                                        s.whole("feature-vectors"),
                                        s.number("graph-ratio"),
                                        s.number("feature-ratio"),
                                        s.text("lead").equals("absolute"),
                                        s.whole("offset"))),
                        Method.Trait.NEEDS_FEATURES,
                        Method.Trait.ENDLESS)
                .seedless();
    }

    private static Method goku() {
        return Method.described(
                "goku",
                "densifies by the Fiedler vector, then sparsifies by resistance and features (arXiv 2506.16110)",
                List.of(
                        Setting.real(ADDITIONS, "0.1", 0, 100, "edges added, in multiples of all"),
                        Setting.real("kept", "1", 1e-6, 100, "edges left in the end, in multiples of all"),
                        Setting.choice(
                                "weights",
                                "unbiased",
                                List.of("unbiased", "root", "none"),
                                "of the edges left: unbiased, their root or none anew")),
                (features, s) -> new DensifyThenSparsify(
                        features,
                        new DensifyThenSparsify.Options(
                                s.number(ADDITIONS),
                                s.number("kept"),
                                DensifyThenSparsify.Weighting.valueOf(
                                        s.text("weights").toUpperCase(Locale.ROOT)),
                                s.seed())));
    }

    private static SimilarityRewirer.Options similarity(MethodSetting s, SimilarityRewirer.Grouping grouping) {
        return new SimilarityRewirer.Options(
                s.number(ADDITIONS), s.text(CANDIDATES).equals("two-hop"), grouping, s.seed());
    }
}
