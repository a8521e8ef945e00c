package org.seprank.rewire.catalogue;

import java.util.List;
import java.util.function.Function;
import org.seprank.rewire.backbone.AlgebraicDistance;
import org.seprank.rewire.backbone.DegreeSampling;
import org.seprank.rewire.backbone.Disparity;
import org.seprank.rewire.backbone.EdgeLengths;
import org.seprank.rewire.backbone.MetricBackbone;
import org.seprank.rewire.backbone.Quadrangles;
import org.seprank.rewire.backbone.RandomVertexEdges;
import org.seprank.rewire.backbone.Simmelian;
import org.seprank.rewire.backbone.SpanningTrees;
import org.seprank.rewire.backbone.UltrametricBackbone;
import org.seprank.rewire.score.EdgeScore;
import org.seprank.rewire.score.Similarity;
import org.seprank.setting.Setting;

/** The methods that remove edges down to a backbone. */
final class Backbones {
    private static final String WEIGHTS = "weights";
    private static final String TOP = "top";

    private Backbones() {}

    static List<Method> all() {
        return List.of(
                ScoreMethods.of(
                                "disparity",
                                "least significant weights first (disparity filter, arXiv 0904.2389)",
                                s -> new Disparity())
                        .seedless(),
                lengths(
                        "metric-backbone",
                        "edges that no shortest path needs first, by distortion (arXiv 2103.04668)",
                        MetricBackbone::new),
                lengths(
                        "ultrametric-backbone",
                        "edges outside minimum spanning forests first, by distortion (arXiv 2103.04668)",
                        UltrametricBackbone::new),
                simmelian(
                        "simmelian",
                        "ties that share fewest of their strongest ties first, by triangles (Nick et al., 2013)",
                        Similarity.TRIANGLES),
                simmelian(
                        "quadrilateral-simmelian",
                        "the same with ties by cycles of length 4 (Nocaj et al., 2014)",
                        new Quadrangles()),
                ScoreMethods.of(
                                "chance-corrected-triangles",
                                "fewest triangles beside those expected of the degrees first (NetworKit)",
                                s -> Similarity.CHANCE)
                        .seedless(),
                algebraicDistance(),
                ScoreMethods.of(
                        "random-node-edge",
                        "random edges of random vertices first (NetworKit)",
                        s -> new RandomVertexEdges(s.number("ratio"), s.seed()),
                        Setting.real("ratio", "0.8", 0, 1, "of edges that random vertices lose, in 0..1")),
                ScoreMethods.of(
                        "dspar",
                        "by inverse degrees, sampled without replacement (DSpar; Liu et al., 2023)",
                        s -> new DegreeSampling(s.seed())),
                ScoreMethods.of(
                        "ust-union",
                        "edges in fewest of many uniform spanning trees first (Kirchhoff, 1847; Wilson, 1996)",
                        s -> new SpanningTrees(s.whole("trees"), s.seed()),
                        Setting.whole("trees", "10", 1, 1_000_000, "how many; more are better estimates")));
    }

    private static Method lengths(String id, String summary, Function<EdgeLengths, EdgeScore> score) {
        return ScoreMethods.of(
                        id,
                        summary,
                        s -> score.apply(EdgeLengths.named(s.text(WEIGHTS))),
                        Setting.choice(
                                WEIGHTS,
                                "distance",
                                EdgeLengths.words(),
                                "what they mean: a length w, a strength of length 1/w, a proximity of length 1/w - 1"))
                .seedless();
    }

    private static Method simmelian(String id, String summary, EdgeScore strength) {
        return ScoreMethods.of(
                        id,
                        summary,
                        s -> new Simmelian(strength, s.whole(TOP)),
                        Setting.whole(
                                TOP,
                                "0",
                                0,
                                Integer.MAX_VALUE,
                                "strongest ties that count; 0: as many as make an edge's Jaccard similarity largest"))
                .seedless();
    }

    private static Method algebraicDistance() {
        return ScoreMethods.of(
                "algebraic-distance",
                "between what random relaxation tells apart first (Chen and Safro, 2011)",
                s -> new AlgebraicDistance(
                        s.whole("vectors"), s.whole("steps"), s.number("omega"), s.whole("norm"), s.seed()),
                Setting.whole("vectors", "10", 1, 10_000, "how many"),
                Setting.whole("steps", "30", 0, 1_000_000, "of relaxation"),
                Setting.real("omega", "0.5", 0, 1, "share of the neighbours' mean in a step, in 0..1"),
                Setting.whole("norm", "0", 0, 100, "p of the distance; 0: the largest difference"));
    }
}
