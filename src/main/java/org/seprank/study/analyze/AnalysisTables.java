package org.seprank.study.analyze;

import java.util.ArrayList;
import java.util.List;
import org.seprank.graph.Graph;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.separation.Bound;
import org.seprank.separation.CertifiedRank;
import org.seprank.separation.SeparationAnalysis;
import org.seprank.separation.SeparationProblem;
import org.seprank.study.input.NetworkShape;
import org.seprank.walk.EdgeRemovalEffect;

/** The tables of an {@link AnalyzeStudy}. */
final class AnalysisTables {
    private AnalysisTables() {}

    static void add(Document.Builder document, List<PartitionAnalysis> analyses, AnalyzeStudy study) {
        if (analyses.isEmpty()) {
            return;
        }
        NetworkShape network = study.network();
        document.add(new Table(
                "partitions",
                "Separation rank of product aggregation, depth " + network.depth() + ", input width "
                        + network.inputWidth() + ", hidden width " + network.hiddenWidth() + ", " + network.prediction()
                        + " (ln = natural logarithm)",
                List.of(
                        "partition",
                        "size",
                        "boundary",
                        "walk_index",
                        "ln_rank_from",
                        "ln_rank_to",
                        "rank",
                        "certainty"),
                analyses.stream().map(AnalysisTables::summary).toList()));
        document.add(new Table(
                "bounds",
                "Bounds on the logarithm of the separation rank; * is the tightest from its side",
                List.of("partition", "side", "bound", "nats", "log_base_width", "tightest", "note"),
                analyses.stream().flatMap(analysis -> bounds(analysis).stream()).toList()));
        document.add(depths(analyses));
        if (study.options().top() > 0) {
            document.add(new Table(
                    "harmful_edges",
                    "Edges whose removal lowers the walk index most",
                    List.of("partition", "source", "target", "loss", "share"),
                    analyses.stream()
                            .flatMap(analysis -> harmful(analysis).stream())
                            .toList()));
        }
    }

    private static List<Value> summary(PartitionAnalysis analysis) {
        SeparationAnalysis separation = analysis.separation();
        return List.of(
                Value.of(analysis.name()),
                Value.of(separation.problem().partition().size()),
                Value.of(separation.boundarySize()),
                Value.of(separation.walkIndex()),
                Value.of(separation.lower().nats()),
                Value.of(separation.upper().nats()),
                rank(separation),
                certainty(separation));
    }

    /** The exact rank if bounds or certificate pin it, else what was certified. */
    private static Value rank(SeparationAnalysis separation) {
        if (separation.pinned()) {
            return Value.of(separation.upper().rank().exact().orElseThrow());
        }
        return separation.certified().map(rank -> Value.of(rank.rank())).orElse(Value.missing());
    }

    private static Value certainty(SeparationAnalysis separation) {
        if (separation.pinned()) {
            return Value.of("exact");
        }
        return separation
                .certified()
                .map(rank -> Value.of(rank.certainty().describe()))
                .orElse(Value.missing());
    }

    private static List<List<Value>> bounds(PartitionAnalysis analysis) {
        SeparationProblem problem = analysis.separation().problem();
        SeparationAnalysis separation = analysis.separation();
        Bound lower = separation.lower();
        Bound upper = separation.upper();
        List<Bound> all = new ArrayList<>(separation.bounds().all());
        separation.certified().map(CertifiedRank::lowerBound).ifPresent(all::add);
        List<List<Value>> rows = new ArrayList<>();
        for (Bound bound : all) {
            boolean tightest = bound.equals(lower) || bound.equals(upper);
            Value nats = Value.of(bound.nats());
            rows.add(List.of(
                    Value.of(analysis.name()),
                    Value.of(bound.side() == Bound.Side.LOWER ? "lower" : "upper"),
                    Value.of(bound.name()),
                    tightest ? Value.marked(nats) : nats,
                    Value.of(bound.toBase(problem.hiddenWidth())),
                    Value.tick(tightest),
                    Value.of(bound.note())));
        }
        return rows;
    }

    private static Block depths(List<PartitionAnalysis> analyses) {
        int depths = analyses.get(0).byDepth().size();
        List<String> columns = new ArrayList<>(List.of("partition", "first_depth", "growth"));
        for (int depth = 1; depth <= depths; depth++) {
            columns.add("depth_" + depth);
        }
        List<List<Value>> rows = new ArrayList<>();
        for (PartitionAnalysis analysis : analyses) {
            List<Value> row = new ArrayList<>();
            row.add(Value.of(analysis.name()));
            row.add(analysis.firstDepth() == 0 ? Value.missing() : Value.of(analysis.firstDepth()));
            row.add(Value.of(analysis.growth()));
            analysis.byDepth().forEach(index -> row.add(Value.of(index)));
            rows.add(row);
        }
        return new Table(
                "walk_index_by_depth", "Walk index by depth; growth is the factor of the last layer", columns, rows);
    }

    private static List<List<Value>> harmful(PartitionAnalysis analysis) {
        Graph graph = analysis.separation().problem().graph();
        double whole = analysis.separation().walkIndex().doubleValue();
        List<List<Value>> rows = new ArrayList<>();
        for (EdgeRemovalEffect effect : analysis.harmful()) {
            rows.add(List.of(
                    Value.of(analysis.name()),
                    Value.of(graph.ids().id(graph.source(effect.edge()))),
                    Value.of(graph.ids().id(graph.target(effect.edge()))),
                    Value.of(effect.loss()),
                    Value.of(effect.loss().doubleValue() / whole)));
        }
        return rows;
    }
}
