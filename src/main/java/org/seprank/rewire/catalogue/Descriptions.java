package org.seprank.rewire.catalogue;

import java.util.List;
import java.util.Locale;
import org.seprank.rewire.feature.SimilarityRewirer;
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
                        Method.Trait.NEEDS_FEATURES));
    }

    private static SimilarityRewirer.Options similarity(MethodSetting s, SimilarityRewirer.Grouping grouping) {
        return new SimilarityRewirer.Options(
                s.number(ADDITIONS), s.text(CANDIDATES).equals("two-hop"), grouping, s.seed());
    }
}
