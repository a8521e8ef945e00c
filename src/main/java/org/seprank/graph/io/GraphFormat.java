package org.seprank.graph.io;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.seprank.graph.io.binary.Graph6;
import org.seprank.graph.io.binary.NpzGraph;
import org.seprank.graph.io.binary.Planetoid;
import org.seprank.graph.io.binary.Sparse6;
import org.seprank.graph.io.codec.Codec;
import org.seprank.graph.io.codec.Feature;
import org.seprank.graph.io.codec.Head;
import org.seprank.graph.io.markup.Dot;
import org.seprank.graph.io.markup.Gexf;
import org.seprank.graph.io.markup.Gml;
import org.seprank.graph.io.markup.GraphMl;
import org.seprank.graph.io.markup.NodeLink;
import org.seprank.graph.io.text.Csv;
import org.seprank.graph.io.text.Dimacs;
import org.seprank.graph.io.text.EdgeList;
import org.seprank.graph.io.text.Lemon;
import org.seprank.graph.io.text.MatrixMarket;
import org.seprank.graph.io.text.Metis;
import org.seprank.graph.io.text.Pajek;

/**
 * The formats of graph files. Where several recognise a file by its content the first in this order is taken; where
 * none does, the one with the file's extension, and otherwise {@link #EDGE_LIST}.
 */
public enum GraphFormat {
    /** {@link GraphMl}. */
    GRAPHML("graphml", new GraphMl(), "graphml"),
    /** {@link Gexf}. */
    GEXF("gexf", new Gexf(), "gexf"),
    /** {@link MatrixMarket}. */
    MATRIX_MARKET("matrix-market", new MatrixMarket(), "mtx", "mm"),
    /** {@link NpzGraph}. */
    NPZ("npz", new NpzGraph(), "npz"),
    /** {@link Planetoid}. */
    PLANETOID("planetoid", new Planetoid()),
    /** {@link Pajek}. */
    PAJEK("pajek", new Pajek(), "net", "paj"),
    /** {@link Lemon}. */
    LEMON("lemon", new Lemon(), "lgf"),
    /** {@link Gml}. */
    GML("gml", new Gml(), "gml"),
    /** {@link Dot}. */
    DOT("dot", new Dot(), "dot", "gv"),
    /** {@link NodeLink}. */
    JSON("json", new NodeLink(), "json"),
    /** {@link Dimacs}. */
    DIMACS("dimacs", new Dimacs(), "dimacs", "col", "clq", "gr"),
    /** {@link EdgeList}. */
    EDGE_LIST("edge-list", new EdgeList(), "edges", "edgelist", "el", "snap", "tsv", "txt"),
    /** {@link Csv}. */
    CSV("csv", new Csv(), "csv"),
    /** {@link Sparse6}. */
    SPARSE6("sparse6", new Sparse6(), "s6"),
    /** {@link Graph6}. */
    GRAPH6("graph6", new Graph6(), "g6"),
    /** {@link Metis}. */
    METIS("metis", new Metis(), "metis", "graph");

    private final String id;

    @SuppressWarnings("ImmutableEnumChecker") // codecs have no state
    private final Codec codec;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> extensions;

    GraphFormat(String id, Codec codec, String... extensions) {
        this.id = id;
        this.codec = codec;
        this.extensions = List.of(extensions);
    }

    /** The name of the format, such as {@code edge-list}. */
    public String id() {
        return id;
    }

    /** The extensions of its files, without dot and {@code .gz}. */
    public List<String> extensions() {
        return extensions;
    }

    /** What of a graph it can hold. */
    public Set<Feature> holds() {
        return codec.holds();
    }

    /** Whether graphs can be written in it; reading is offered for all. */
    public boolean writable() {
        return codec.writes();
    }

    /** The number of the first vertex in a format without {@linkplain Feature#IDS ids}. */
    int firstVertex() {
        return this == GRAPH6 || this == SPARSE6 ? 0 : 1;
    }

    Codec codec() {
        return codec;
    }

    /**
     * The format of that name.
     *
     * @throws IllegalArgumentException if there is none, naming all
     */
    public static GraphFormat of(String id) {
        return Arrays.stream(values())
                .filter(format -> format.id.equals(id.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no format '" + id + "', only "
                        + Arrays.stream(values()).map(GraphFormat::id).collect(Collectors.joining(", "))));
    }

    /** The format whose extension the file has, {@code .gz} left aside. */
    public static Optional<GraphFormat> forName(Path path) {
        Path last = path.getFileName();
        String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        String extension = plain.substring(plain.lastIndexOf('.') + 1);
        return Arrays.stream(values())
                .filter(format -> plain.indexOf('.') >= 0 && format.extensions.contains(extension))
                .findFirst();
    }

    /** The format that only a file that begins so can have. */
    static Optional<GraphFormat> recognised(Head head) {
        return Arrays.stream(values())
                .filter(format -> format.codec.recognises(head))
                .findFirst();
    }

    /** Whether its files are text; others tell binary data by themselves. */
    boolean text() {
        return this != NPZ && this != PLANETOID;
    }

    /** Whether it is XML, which says its encoding itself. */
    boolean xml() {
        return this == GRAPHML || this == GEXF;
    }
}
