package org.seprank.rewire.catalogue;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.seprank.rewire.score.EdgeScore;
import org.seprank.rewire.score.LocalFilter;
import org.seprank.rewire.score.ScoreSparsifier;
import org.seprank.setting.Setting;

/** Methods that remove edges by a score; each may be told to compare an edge only with others of its ends. */
final class ScoreMethods {
    private static final Setting LOCAL = Setting.flag(
            "local", false, "true: by rank r among the d edges of either end instead, 1 - ln r / ln d (local filter)");

    private ScoreMethods() {}

    static Method of(String id, String summary, Function<MethodSetting, EdgeScore> score, Setting... parameters) {
        return Method.removal(
                id,
                summary,
                Stream.concat(Stream.of(parameters), Stream.of(LOCAL)).toList(),
                (interactions, s) -> new ScoreSparsifier(filtered(score.apply(s), s), s.rules()));
    }

    private static EdgeScore filtered(EdgeScore score, MethodSetting setting) {
        return setting.flag(LOCAL.name()) ? new LocalFilter(score) : score;
    }

    /** A score that compares locally by itself. */
    static Method local(String id, String summary, EdgeScore score) {
        return Method.removal(id, summary, List.of(), (interactions, s) -> new ScoreSparsifier(score, s.rules()))
                .seedless();
    }
}
