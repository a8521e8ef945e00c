package org.seprank.study.analyze;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.seprank.graph.Graph;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.Facts;
import org.seprank.separation.pair.PairNetwork;
import org.seprank.separation.pair.PairSeparation;
import org.seprank.separation.pair.PairSeparations;
import org.seprank.study.Context;
import org.seprank.study.Estimate;
import org.seprank.study.Outcome;
import org.seprank.study.Question;
import org.seprank.study.Study;
import org.seprank.study.Verdict;
import org.seprank.study.input.GraphFacts;
import org.seprank.study.input.GraphInput;
import org.seprank.study.input.GraphRead;
import org.seprank.study.input.GraphSet;
import org.seprank.study.input.GraphSource;
import org.seprank.study.input.NetworkShape;

/**
 * How strongly a network that predicts links can tie the features of two vertices together, for many pairs: see
 * {@link PairSeparation}.
 *
 * @param source the graph
 * @param network depth and widths; the pairs are what it predicts
 * @param pairs {@code sampled:N} or the path of a {@link PairFile}
 * @param ownEdges whether a pair that is an edge is looked at in the graph with that edge
 * @param seed of drawn pairs and random families
 */
public record PairsStudy(GraphSource source, NetworkShape network, String pairs, boolean ownEdges, long seed)
        implements Study {
    /** Checks what can be said without the graph. */
    public PairsStudy {
        if (!network.target().equals(NetworkShape.GRAPH)) {
            throw new IllegalArgumentException(
                    "--pairs says what is predicted; leave out --target " + network.target());
        }
        if (PairChoice.isSampled(pairs)) {
            PairChoice.count(pairs);
        }
    }

    private PairNetwork shape() {
        return new PairNetwork(network.depth(), network.inputWidth(), network.hiddenWidth());
    }

    @Override
    public Question question() {
        return source.addTo(Question.of("analyze"))
                .with("depth", network.depth())
                .with("input_width", network.inputWidth())
                .with("hidden_width", network.hiddenWidth())
                .with("pairs", pairs)
                .with("own_edges", ownEdges)
                .with("seed", seed);
    }

    private GraphInput read(Context context) throws IOException {
        GraphRead read = source.readAny(false, context.warnings());
        if (read instanceof GraphSet set) {
            throw new IllegalArgumentException("--pairs are of one graph, but " + source.location() + " has "
                    + set.size() + "; take one of them with --graph K");
        }
        return (GraphInput) read;
    }

    @Override
    public Outcome run(Context context) throws IOException {
        GraphInput input = read(context);
        Graph graph = input.graph();
        PairChoice choice = PairChoice.of(pairs, graph, seed);
        PairSeparations separations = PairSeparations.in(graph, shape());
        List<PairSeparation> found =
                (ownEdges ? separations : separations.withoutOwnEdges()).of(choice.pairs(), context.progress());
        PairTables tables = new PairTables(graph, shape(), found);
        Document.Builder document = Document.of("analyze");
        document.note(headline(found));
        GraphFacts.ofWeights(graph, "").ifPresent(document::note);
        document.add(GraphFacts.of(input))
                .add(Facts.of("pairs_asked", "Pairs")
                        .add("from", choice.description())
                        .add("edges", tables.edges())
                        .add("non_edges", found.size() - tables.edges())
                        .add("own_edges", ownEdges))
                .add(tables.pairs())
                .add(tables.quantiles());
        List<Block.Input> inputs = new ArrayList<>(input.inputs());
        inputs.addAll(choice.inputs());
        return new Outcome(context.provenance(question(), inputs), document.build(), Verdict.of(true));
    }

    private String headline(List<PairSeparation> found) {
        long below =
                found.stream().filter(one -> one.interactionDimension() > 0).count();
        long known = found.stream().filter(PairSeparation::pinned).count();
        return "For " + below + " of " + found.size() + " pairs, vectors below the output read both vertices, so that "
                + "their separation rank can grow with the walks; the others meet only in the product of their last "
                + "vectors, whose rank is at most the hidden width. The bounds meet for " + known + ". "
                + (ownEdges
                        ? "Edges are there when their own pairs are looked at."
                        : "Pairs do not have their own edge.");
    }

    @Override
    public Optional<Estimate> estimate(Context context) throws IOException {
        GraphInput input = read(context);
        Graph graph = input.graph();
        int count = PairChoice.isSampled(pairs)
                ? PairChoice.count(pairs)
                : PairChoice.of(pairs, graph, seed).pairs().size();
        double arcs = 2.0 * graph.edgeCount();
        double degree = arcs / Math.max(1, graph.vertexCount());
        double near = Math.min(arcs, 8 * Math.pow(2 * (1 + degree), 1 + network.depth() / 2));
        double steps = count * (50.0 * network.depth() * near + Math.min(arcs, 40 * Math.sqrt(arcs)));
        double bytes = 24.0 * graph.edgeCount() + 20.0 * graph.vertexCount() * context.threads() + 1000.0 * count;
        return Optional.of(Estimate.under(GraphFacts.of(input))
                .add(count + " pairs", Estimate.seconds(steps) / context.threads(), bytes));
    }
}
