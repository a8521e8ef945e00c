package org.seprank.rewire.catalogue;

import java.util.List;
import java.util.function.Function;
import org.seprank.rewire.Sparsifier;
import org.seprank.rewire.curvature.JostLiuScore;
import org.seprank.rewire.objective.InteractionObjective;
import org.seprank.rewire.protection.ProtectedWalkIndexSparsifier;
import org.seprank.rewire.protection.Protection;
import org.seprank.rewire.removal.RandomSparsifier;
import org.seprank.rewire.score.Betweenness;
import org.seprank.rewire.score.DegreeScoreSparsifier;
import org.seprank.rewire.score.ForestFire;
import org.seprank.rewire.score.KNeighbour;
import org.seprank.rewire.score.LocalRank;
import org.seprank.rewire.score.Similarity;
import org.seprank.rewire.score.Spanner;
import org.seprank.rewire.score.SpanningForest;
import org.seprank.rewire.spectral.ProxyDelete;
import org.seprank.rewire.spectral.ResistanceSparsifier;
import org.seprank.rewire.walk.WalkIndexSparsifier;
import org.seprank.setting.Setting;
import org.seprank.walk.Interaction;

/** The methods that remove edges. */
final class Removals {
    private Removals() {}

    static List<Method> all() {
        return List.of(
                Method.removal(
                        "wis",
                        "Walk Index Sparsification at the depth of the network (arXiv 2211.16494)",
                        Objectives.with(),
                        Removals::byWalkIndices,
                        Method.Trait.BY_DEPTH,
                        Method.Trait.TAKES_INTERACTIONS),
                removal("random", "uniformly at random: the control", s -> new RandomSparsifier(s.seed(), s.rules())),
                removal(
                        "spectral",
                        "by effective resistance, sampled without replacement (Spielman and Srivastava, 2008)",
                        s -> new ResistanceSparsifier(s.seed(), s.rules())),
                removal(
                        "proxy-delete",
                        "those whose removal raises the spectral gap most (arXiv 2404.04612)",
                        s -> new ProxyDelete(s.seed(), s.rules())),
                removal(
                                "teddy",
                                "by degrees of the ends and their neighbours, in rounds (arXiv 2402.01261)",
                                List.of(Setting.real("share", "0.05", 0, 1, "of all edges per round, in 0..1")),
                                s -> new DegreeScoreSparsifier(s.number("share"), s.rules()))
                        .seedless(),
                ScoreMethods.local("local-degree", "keeps edges to hubs (arXiv 1601.00286)", LocalRank.DEGREE),
                ScoreMethods.local(
                        "local-similarity",
                        "by rank of Jaccard similarity (Satuluri et al., 2011)",
                        LocalRank.SIMILARITY),
                similarity(
                        "jaccard", "least Jaccard similarity first (GSpar; Satuluri et al., 2011)", Similarity.JACCARD),
                similarity("scan", "least structural similarity first (Xu et al., 2007)", Similarity.SCAN),
                similarity("triangles", "fewest triangles first (Nick et al., 2013)", Similarity.TRIANGLES),
                ScoreMethods.of(
                                "jost-liu",
                                "largest curvature of Jost and Liu first (Discrete Comput. Geom. 51, 2014)",
                                s -> new JostLiuScore(s.flag("lowest-first")),
                                Setting.flag("lowest-first", false, "true: the lowest first"))
                        .seedless(),
                ScoreMethods.of(
                        "forest-fire",
                        "least often burnt first (Hamann et al., arXiv 1601.00286)",
                        s -> new ForestFire(s.number("spread"), s.number("ratio"), s.seed()),
                        Setting.real("spread", "0.6", 0, 1, "probability that a fire spreads, in 0..1"),
                        Setting.real("ratio", "5", 0, 1e6, "edges burnt, in multiples of all")),
                ScoreMethods.of(
                        "k-neighbour", "every vertex keeps random neighbours longest", s -> new KNeighbour(s.seed())),
                ScoreMethods.of(
                        "spanning-forest", "a random spanning forest stays longest", s -> new SpanningForest(s.seed())),
                ScoreMethods.of(
                                "spanner",
                                "a greedy multiplicative spanner stays longest (Althöfer et al., 1993)",
                                s -> new Spanner(s.whole("k")),
                                Setting.whole(
                                        "k", "2", 1, Integer.MAX_VALUE / 4, "distances grow at most 2k - 1 times"))
                        .seedless(),
                ScoreMethods.of(
                                "betweenness",
                                "least edge betweenness first (Brandes, 2001)",
                                s -> new Betweenness(s.flag("highest-first")),
                                Setting.flag("highest-first", false, "true: the highest first"))
                        .seedless());
    }

    private static Method similarity(String id, String summary, Similarity score) {
        return ScoreMethods.of(id, summary, s -> score).seedless();
    }

    private static Sparsifier byWalkIndices(List<Interaction> interactions, MethodSetting s) {
        InteractionObjective objective = Objectives.of(s);
        if (!interactions.isEmpty()) {
            return new ProtectedWalkIndexSparsifier(new Protection(s.depth(), interactions, objective), s.rules());
        }
        if (!objective.isWalkIndex()) {
            throw new IllegalArgumentException("objective " + objective.kind().word()
                    + " is of stated partitions; name them with --protect (compare: --partition)");
        }
        return WalkIndexSparsifier.of(s.depth(), s.rules());
    }

    private static Method removal(String id, String summary, Function<MethodSetting, Sparsifier> maker) {
        return removal(id, summary, List.of(), maker);
    }

    private static Method removal(
            String id, String summary, List<Setting> parameters, Function<MethodSetting, Sparsifier> maker) {
        return Method.removal(id, summary, parameters, (interactions, s) -> maker.apply(s));
    }
}
