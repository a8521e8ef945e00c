package org.seprank.study.analyze;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.seprank.graph.Graph;
import org.seprank.rank.Certainty;
import org.seprank.report.Document;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.separation.Bound;
import org.seprank.separation.CertifiedRank;
import org.seprank.separation.SeparationAnalysis;
import org.seprank.separation.estimate.RankEstimate;
import org.seprank.study.input.NetworkShape;

/** The tables of an {@link AnalyzeStudy}. */
final class AnalysisTables {
    private AnalysisTables() {}

    /** How sure a rank is; what is not said of this kind of certainty is none. */
    private record Sure(Value certainty, Value failureProbability, Value tolerance, Value samples) {
        static Sure of(SeparationAnalysis separation) {
            if (separation.pinned() || separation.certified().isEmpty()) {
                Value word = separation.pinned() ? Value.of("exact") : Value.none();
                return new Sure(word, Value.none(), Value.none(), Value.none());
            }
            CertifiedRank rank = separation.certified().get();
            Certainty certainty = rank.certainty();
            return new Sure(
                    Value.word(certainty.id(), certainty.describe()),
                    certainty instanceof Certainty.ExactWithProbability probable
                            ? Value.of(probable.failure())
                            : Value.none(),
                    certainty instanceof Certainty.Numerical numerical ? Value.of(numerical.tolerance()) : Value.none(),
                    Value.of(rank.samples()));
        }
    }

    private record Summary(
            String partition,
            int size,
            int boundary,
            BigInteger walkIndex,
            Value interactionDimension,
            double lnRankFrom,
            double lnRankTo,
            Estimated estimated,
            Value rank,
            Sure sure) {}

    /** The estimate and its interval, none where the rank is known. */
    private record Estimated(Value estimatedLnRank, Value estimatedFrom, Value estimatedTo) {
        static Estimated of(SeparationAnalysis separation) {
            return RankEstimate.of(separation)
                    .map(estimate -> new Estimated(
                            Value.of(estimate.nats()), Value.of(estimate.from()), Value.of(estimate.to())))
                    .orElseGet(() -> new Estimated(Value.none(), Value.none(), Value.none()));
        }
    }

    private record Limit(
            String partition,
            Bound.Side side,
            String bound,
            Value nats,
            double logBaseWidth,
            Value tightest,
            String note) {}

    private record Depth(String partition, Value firstDepth, double growth, int depth, BigInteger walkIndex) {}

    private record Harmful(String partition, String source, String target, BigInteger loss, double share) {}

    static void add(Document.Builder document, List<PartitionAnalysis> analyses, AnalyzeStudy study) {
        if (analyses.isEmpty()) {
            return;
        }
        NetworkShape network = study.network();
        Graph graph = analyses.get(0).separation().problem().graph();
        document.add(Table.of(
                        "partitions",
                        "Separation rank of product aggregation, depth " + network.depth() + ", input width "
                                + network.inputWidth() + ", hidden width " + network.hiddenWidth() + ", "
                                + network.predictionIn(graph) + " (ln = natural logarithm)",
                        Summary.class,
                        analyses.stream().map(AnalysisTables::summary).toList())
                .hiding("failure_probability", "tolerance", "samples", "estimated_from", "estimated_to"));
        document.add(Table.of(
                "bounds",
                "Bounds on the logarithm of the separation rank; * is the tightest from its side",
                Limit.class,
                analyses.stream().flatMap(AnalysisTables::bounds).toList()));
        document.add(Table.of(
                        "walk_index_by_depth",
                        "Walk index by depth; growth is the factor of the last layer",
                        Depth.class,
                        analyses.stream().flatMap(AnalysisTables::depths).toList())
                .pivoted("depth", "walk_index"));
        if (study.options().top() > 0) {
            document.add(Table.of(
                    "harmful_edges",
                    "Edges whose removal lowers the walk index most",
                    Harmful.class,
                    analyses.stream().flatMap(AnalysisTables::harmful).toList()));
        }
    }

    private static Summary summary(PartitionAnalysis analysis) {
        SeparationAnalysis separation = analysis.separation();
        return new Summary(
                analysis.name(),
                separation.problem().partition().size(),
                separation.boundarySize(),
                separation.walkIndex(),
                separation
                        .interactionDimension()
                        .map(dimension -> Value.of(dimension.value()))
                        .orElse(Value.missing("depth 1 has no layer between")),
                separation.lower().nats(),
                separation.upper().nats(),
                Estimated.of(separation),
                rank(separation),
                Sure.of(separation));
    }

    /** The exact rank if bounds or certificate pin it, else what was certified. */
    private static Value rank(SeparationAnalysis separation) {
        if (separation.pinned()) {
            return Value.of(separation.upper().rank().exact().orElseThrow());
        }
        return separation
                .certified()
                .map(rank -> stopped(rank) ? beyond(separation, rank) : Value.of(rank.rank()))
                .orElse(Value.missing("not certified"));
    }

    private static boolean stopped(CertifiedRank rank) {
        return rank.certainty() instanceof Certainty.AtLeast;
    }

    /** A search that was stopped knows less than the bounds may: the larger is said, and where it was stopped. */
    private static Value beyond(SeparationAnalysis separation, CertifiedRank rank) {
        Bound lower = separation.lower();
        if (lower.equals(rank.lowerBound())) {
            return Value.of(rank.rank()).shown(">= " + rank.rank() + " (cap)");
        }
        return lower.rank()
                .exact()
                .map(Value::of)
                .orElse(Value.missing("beyond the cap of " + rank.rank() + "; see ln_rank_from"))
                .shown(">= " + Headline.rank(lower) + " (bound; cap " + rank.rank() + ")");
    }

    private static Stream<Limit> bounds(PartitionAnalysis analysis) {
        SeparationAnalysis separation = analysis.separation();
        int width = separation.problem().hiddenWidth();
        Stream<Bound> certified = separation.certified().map(CertifiedRank::lowerBound).stream();
        return Stream.concat(separation.bounds().all().stream(), certified).map(bound -> {
            boolean tightest = bound.equals(separation.lower()) || bound.equals(separation.upper());
            Value nats = Value.of(bound.nats());
            return new Limit(
                    analysis.name(),
                    bound.side(),
                    bound.name(),
                    tightest ? Value.marked(nats) : nats,
                    bound.toBase(width),
                    Value.tick(tightest),
                    bound.note());
        });
    }

    private static Stream<Depth> depths(PartitionAnalysis analysis) {
        Value first =
                analysis.firstDepth() == 0 ? Value.missing("no depth has walks") : Value.of(analysis.firstDepth());
        return IntStream.range(0, analysis.byDepth().size())
                .mapToObj(d -> new Depth(
                        analysis.name(),
                        first,
                        analysis.growth(),
                        d + 1,
                        analysis.byDepth().get(d)));
    }

    private static Stream<Harmful> harmful(PartitionAnalysis analysis) {
        Graph graph = analysis.separation().problem().graph();
        double whole = analysis.separation().walkIndex().doubleValue();
        return analysis.harmful().stream()
                .map(effect -> new Harmful(
                        analysis.name(),
                        graph.ids().id(graph.source(effect.edge())),
                        graph.ids().id(graph.target(effect.edge())),
                        effect.loss(),
                        effect.loss().doubleValue() / whole));
    }
}
