package org.seprank.graph.io.text;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.seprank.file.TextLines;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.Codec;
import org.seprank.graph.io.codec.Feature;
import org.seprank.graph.io.codec.Fields;
import org.seprank.graph.io.codec.Head;
import org.seprank.graph.io.codec.Input;
import org.seprank.graph.io.codec.Output;
import org.seprank.graph.io.codec.Spelling;

/**
 * Pajek networks: {@code *Vertices n}, lines {@code number "label" x y z ..}, then {@code *Arcs}, {@code *Edges},
 * {@code *Arcslist}, {@code *Edgeslist} or {@code *Matrix}; vertices are numbered from 1. The ids are the labels if
 * every vertex has one of its own, otherwise the numbers, with the labels as an attribute. Coordinates become the
 * attributes {@code x}, {@code y}, {@code z}, the shape and the keys with values after it attributes, too, and so do
 * the keys after the weight of an edge ({@code l} as {@code label}). A matrix entry other than 0 is an arc of that
 * weight. Relations, of a section or a line, are the edge attribute {@code relation}; a network of two modes has the
 * vertex attribute {@code bipartite}, 0 and 1. Of a project the network, its name and its partitions, vectors and
 * permutations are read.
 */
public final class Pajek implements Codec {
    private static final Pattern VERTICES = Pattern.compile("(?i)\\*(vertices|network)\\b");

    private static final String NAME = "name";

    /** What is a name to its end of line. */
    private static final Pattern PLAIN = Pattern.compile("\\S(\\V*\\S)?");

    @Override
    public boolean holdsOfGraph(String name) {
        return name.equals(NAME);
    }

    @Override
    public boolean recognises(Head head) {
        return VERTICES.matcher(head.afterComments(line -> line.startsWith("%")))
                .lookingAt();
    }

    @Override
    public Set<Feature> holds() {
        return Set.of(Feature.DIRECTED, Feature.UNDIRECTED, Feature.WEIGHTS, Feature.IDS, Feature.ISOLATED_VERTICES);
    }

    @Override
    public Graph read(Input input) throws IOException {
        try (TextLines lines = input.lines()) {
            return new PajekDocument(input, lines).read();
        }
    }

    @Override
    public void write(Graph graph, Output output) throws IOException {
        Attributes own = graph.attributes();
        Optional<String> name = own.has(NAME) ? own.value(NAME, 0) : Optional.empty();
        if (name.isPresent() && PLAIN.matcher(name.get()).matches()) {
            output.line("*Network " + name.get());
        } else if (name.isPresent()) {
            output.warn("the graph attributes are left out: name");
        }
        output.line("*Vertices " + graph.vertexCount());
        boolean numbered = Spelling.counts(graph, 1);
        for (int v = 0; v < graph.vertexCount() && !numbered; v++) {
            output.line((v + 1) + " " + Fields.quote(graph.ids().id(v)));
        }
        output.line(graph.directed() ? "*Arcs" : "*Edges");
        for (int e = 0; e < graph.edgeCount(); e++) {
            output.line((graph.source(e) + 1) + " " + (graph.target(e) + 1)
                    + (graph.weighted() ? " " + Output.number(graph.weight(e)) : ""));
        }
    }
}
