package org.seprank.graph.io.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.seprank.file.TextLines;
import org.seprank.graph.io.codec.Draft.Kind;

/** What the comments of an edge list say of its graph; see {@link EdgeList}. */
final class EdgeListHeader {
    static final String ISOLATED = "Isolated:";
    static final String VERTICES = "Vertices:";
    private static final Pattern NODES = Pattern.compile("nodes:\\s*(\\d{1,18})\\b.*");

    private long vertexCount = -1;
    private long vertexCountLine;
    private Kind kind = Kind.UNSAID;
    private boolean bipartite;
    private final List<String> isolated = new ArrayList<>();
    private final List<String> vertices = new ArrayList<>();

    /** Takes a comment line. */
    void accept(String line, long number) {
        String comment = line.strip().substring(1).strip();
        if (comment.startsWith(ISOLATED)) {
            isolated.addAll(TextLines.words(comment.substring(ISOLATED.length()), true));
        } else if (comment.startsWith(VERTICES)) {
            vertices.addAll(TextLines.words(comment.substring(VERTICES.length()), true));
        } else if (comment.length() < 1000) {
            acceptWords(comment.toLowerCase(Locale.ROOT), number);
        }
    }

    private void acceptWords(String comment, long number) {
        Matcher nodes = NODES.matcher(comment);
        if (nodes.matches()) {
            vertexCount = Long.parseLong(nodes.group(1));
            vertexCountLine = number;
        } else if (comment.startsWith("directed graph") || comment.matches("asym\\b.*")) {
            kind = Kind.ARC;
        } else if (comment.startsWith("undirected graph") || comment.matches("(sym|bip)\\b.*")) {
            kind = Kind.EDGE;
            bipartite = comment.startsWith("bip");
        }
    }

    /** Adds what a later part of the file says. */
    void append(EdgeListHeader later) {
        if (later.vertexCount >= 0) {
            vertexCount = later.vertexCount;
        }
        if (later.kind != Kind.UNSAID) {
            kind = later.kind;
        }
        bipartite |= later.bipartite;
        isolated.addAll(later.isolated);
        vertices.addAll(later.vertices);
    }

    /** The number of vertices, or -1. */
    long vertexCount() {
        return vertexCount;
    }

    /** The line that says it. */
    long vertexCountLine() {
        return vertexCountLine;
    }

    /** What is said of the direction of edges. */
    Kind kind() {
        return kind;
    }

    /** Whether the two columns name vertices of two sets, so that 1 on the left is not 1 on the right. */
    boolean bipartite() {
        return bipartite;
    }

    /** Vertices that may have no edges. */
    List<String> isolated() {
        return isolated;
    }

    /** All vertices in their order, or none. */
    List<String> vertices() {
        return vertices;
    }
}
