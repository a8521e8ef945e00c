package org.seprank.rewire.catalogue;

import java.util.List;
import java.util.function.Function;
import org.seprank.rewire.Sparsifier;
import org.seprank.rewire.objective.InteractionObjective;
import org.seprank.rewire.protection.ProtectedWalkIndexSparsifier;
import org.seprank.rewire.protection.Protection;
import org.seprank.rewire.removal.RandomSparsifier;
import org.seprank.rewire.score.Betweenness;
import org.seprank.rewire.score.DegreeScoreSparsifier;
import org.seprank.rewire.score.EdgeScore;
import org.seprank.rewire.score.ForestFire;
import org.seprank.rewire.score.KNeighbour;
import org.seprank.rewire.score.LocalRank;
import org.seprank.rewire.score.ScoreSparsifier;
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
                score("local-degree", "keeps edges to hubs (arXiv 1601.00286)", s -> LocalRank.DEGREE)
                        .seedless(),
                score(
                                "local-similarity",
                                "by rank of Jaccard similarity (Satuluri et al., 2011)",
                                s -> LocalRank.SIMILARITY)
                        .seedless(),
                score(
                                "jaccard",
                                "least Jaccard similarity first (GSpar; Satuluri et al., 2011)",
                                s -> Similarity.JACCARD)
                        .seedless(),
                score("scan", "least structural similarity first (Xu et al., 2007)", s -> Similarity.SCAN)
                        .seedless(),
                score("triangles", "fewest triangles first (Nick et al., 2013)", s -> Similarity.TRIANGLES)
                        .seedless(),
                removal(
                        "forest-fire",
                        "least often burnt first (Hamann et al., arXiv 1601.00286)",
                        List.of(
                                Setting.real("spread", "0.6", 0, 1, "probability that a fire spreads, in 0..1"),
                                Setting.real("ratio", "5", 0, 1e6, "edges burnt, in multiples of all")),
                        s -> new ScoreSparsifier(
                                new ForestFire(s.number("spread"), s.number("ratio"), s.seed()), s.rules())),
                score("k-neighbour", "every vertex keeps random neighbours longest", s -> new KNeighbour(s.seed())),
                score("spanning-forest", "a random spanning forest stays longest", s -> new SpanningForest(s.seed())),
                removal(
                                "spanner",
                                "a greedy multiplicative spanner stays longest (Althöfer et al., 1993)",
                                List.of(Setting.whole(
                                        "k", "2", 1, Integer.MAX_VALUE / 4, "distances grow at most 2k - 1 times")),
                                s -> new ScoreSparsifier(new Spanner(s.whole("k")), s.rules()))
                        .seedless(),
                removal(
                                "betweenness",
                                "least edge betweenness first (Brandes, 2001)",
                                List.of(Setting.flag("highest-first", false, "true: the highest first")),
                                s -> new ScoreSparsifier(new Betweenness(s.flag("highest-first")), s.rules()))
                        .seedless());
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

    private static Method score(String id, String summary, Function<MethodSetting, EdgeScore> score) {
        return removal(id, summary, s -> new ScoreSparsifier(score.apply(s), s.rules()));
    }

    private static Method removal(String id, String summary, Function<MethodSetting, Sparsifier> maker) {
        return removal(id, summary, List.of(), maker);
    }

    private static Method removal(
            String id, String summary, List<Setting> parameters, Function<MethodSetting, Sparsifier> maker) {
        return Method.removal(id, summary, parameters, (interactions, s) -> maker.apply(s));
    }
}
