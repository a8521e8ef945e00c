package org.seprank.graph.io.markup;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.seprank.file.FormatException;
import org.seprank.file.ReadLimits;
import org.seprank.file.TextLines;
import org.seprank.graph.Attributes;
import org.seprank.graph.io.codec.Columns;
import org.seprank.graph.io.codec.Draft;
import org.seprank.graph.io.codec.Draft.Kind;
import org.seprank.graph.io.codec.Input;
import org.seprank.graph.io.markup.DotTokens.Token;

/** Reads one DOT graph into a draft by the grammar of Graphviz. */
final class DotDocument {
    /** An edge takes about 24 bytes while it is read. */
    private static final int BYTES_PER_EDGE = 24;

    private final Input input;
    private final DotTokens tokens;
    private final Draft draft;
    private Token token;
    private Kind kind = Kind.EDGE;
    private int depth;

    /** Attributes that statements of a group give to the vertices and edges named first after them. */
    private record Defaults(Map<String, String> vertices, Map<String, String> edges) {
        Defaults copy() {
            return new Defaults(new LinkedHashMap<>(vertices), new LinkedHashMap<>(edges));
        }
    }

    DotDocument(Input input, DotTokens tokens) throws IOException {
        this.input = input;
        this.tokens = tokens;
        this.draft = new Draft(input).inferTypes();
        this.token = tokens.next();
    }

    Draft read() throws IOException {
        accept("strict");
        boolean digraph = token.is("digraph");
        if (!accept("digraph") && !accept("graph")) {
            throw expected("'graph {' or 'digraph {'");
        }
        kind = digraph ? Kind.ARC : Kind.EDGE;
        draft.directed(digraph);
        if (token.kind() == DotTokens.Kind.NAME) {
            draft.graphColumns().put(Dot.NAME, 0, take().text(), Attributes.Type.TEXT);
        }
        require("{");
        statements(new Defaults(new LinkedHashMap<>(), new LinkedHashMap<>()), new LinkedHashSet<>(), true);
        accept(";");
        if (token.kind() != DotTokens.Kind.END) {
            boolean second = token.is("graph") || token.is("digraph") || token.is("strict");
            throw second
                    ? error("a second graph begins here", "split the file")
                    : error("something follows the graph: " + shown(), "a file holds one graph");
        }
        return draft;
    }

    /** The statements up to the closing brace; {@code group} gets the vertices. */
    private void statements(Defaults defaults, Set<Integer> group, boolean outermost) throws IOException {
        if (++depth > ReadLimits.DEEPEST) {
            throw error("braces inside braces, more than " + ReadLimits.DEEPEST + " deep", "flatten the subgraphs");
        }
        while (!accept("}")) {
            if (!accept(";") && !accept(",")) {
                statement(defaults, group, outermost);
            }
        }
        depth--;
    }

    private void statement(Defaults defaults, Set<Integer> group, boolean outermost) throws IOException {
        if (accept("graph")) {
            Map<String, String> values = new LinkedHashMap<>();
            attributes(values);
            values.forEach((name, value) -> ofGraph(name, value, outermost));
        } else if (accept("node")) {
            attributes(defaults.vertices());
        } else if (accept("edge")) {
            attributes(defaults.edges());
        } else if (token.is("subgraph") || token.is("{")) {
            edges(subgraph(defaults, group), defaults, group);
        } else {
            Token name = name();
            if (accept("=")) {
                ofGraph(name.text(), name().text(), outermost);
            } else {
                vertex(name, defaults, group);
            }
        }
    }

    private void ofGraph(String name, String value, boolean outermost) {
        if (outermost) {
            draft.graphColumns().put(name, 0, value, Attributes.Type.TEXT);
        } else {
            input.warn("the attributes of subgraphs are left out");
        }
    }

    private void vertex(Token name, Defaults defaults, Set<Integer> group) throws IOException {
        int v = mention(name, defaults, group);
        port();
        if (token.is("--") || token.is("->")) {
            edges(Set.of(v), defaults, group);
        } else {
            Map<String, String> values = new LinkedHashMap<>();
            attributes(values);
            put(draft.vertexColumns(), v, values);
        }
    }

    private int mention(Token name, Defaults defaults, Set<Integer> group) {
        boolean known = draft.has(name.text());
        int v = draft.mention(name.text(), name.line());
        group.add(v);
        if (!known) {
            put(draft.vertexColumns(), v, defaults.vertices());
        }
        return v;
    }

    private void port() throws IOException {
        while (accept(":")) {
            name();
            input.warn("the ports of edges are left out");
        }
    }

    /** The vertices of a subgraph. */
    private Set<Integer> subgraph(Defaults defaults, Set<Integer> group) throws IOException {
        if (accept("subgraph") && token.kind() == DotTokens.Kind.NAME) {
            take();
            if (!token.is("{")) {
                return Set.of(); // a subgraph that is only named
            }
        }
        require("{");
        Set<Integer> inside = new LinkedHashSet<>();
        statements(defaults.copy(), inside, false);
        group.addAll(inside);
        return inside;
    }

    /** The chain of edges that goes on from some vertices, if there is one. */
    private void edges(Set<Integer> first, Defaults defaults, Set<Integer> group) throws IOException {
        int from = draft.edgeCount();
        boolean chain = false;
        for (Set<Integer> tails = first; token.is("--") || token.is("->"); chain = true) {
            if (token.is("->") != (kind == Kind.ARC)) {
                throw error(
                        "'" + token.text() + "' in a " + (kind == Kind.ARC ? "digraph" : "graph"),
                        "edges of a graph are a -- b, arcs of a digraph a -> b");
            }
            take();
            Set<Integer> heads;
            if (token.is("subgraph") || token.is("{")) {
                heads = subgraph(defaults, group);
            } else {
                heads = Set.of(mention(name(), defaults, group));
                port();
            }
            join(tails, heads);
            tails = heads;
        }
        if (chain) {
            long line = token.line();
            Map<String, String> values = new LinkedHashMap<>(defaults.edges());
            attributes(values);
            for (int e = from; e < draft.edgeCount(); e++) {
                edgeValues(e, values, line);
            }
        }
    }

    private void join(Set<Integer> tails, Set<Integer> heads) throws IOException {
        long all = draft.edgeCount() + (long) tails.size() * heads.size();
        if (all > ReadLimits.roomFor(BYTES_PER_EDGE)) {
            throw error(
                    "groups of " + tails.size() + " and " + heads.size() + " vertices make " + all
                            + " edges, more than memory has room for",
                    "give Java more memory, as in SEPRANK_OPTS=-Xmx8g, or make the groups smaller");
        }
        for (int u : tails) {
            for (int v : heads) {
                draft.edge(u, v, kind);
            }
        }
    }

    private void edgeValues(int e, Map<String, String> values, long line) throws IOException {
        for (Map.Entry<String, String> value : values.entrySet()) {
            if (!value.getKey().equals(Dot.WEIGHT)) {
                draft.edgeColumns().put(value.getKey(), e, value.getValue(), Attributes.Type.TEXT);
            } else if (input.weights()) {
                draft.weight(e, TextLines.weight(input.path(), line, value.getValue()));
            }
        }
    }

    private static void put(Columns columns, int row, Map<String, String> values) {
        values.forEach((name, value) -> columns.put(name, row, value, Attributes.Type.TEXT));
    }

    /** Lists of attributes in brackets; one without a value is true. */
    private void attributes(Map<String, String> values) throws IOException {
        while (accept("[")) {
            while (!accept("]")) {
                String name = name().text();
                values.put(name, accept("=") ? name().text() : "true");
                if (!accept(",")) {
                    accept(";");
                }
            }
        }
    }

    private Token name() throws IOException {
        if (token.kind() != DotTokens.Kind.NAME) {
            throw expected("a name");
        }
        return take();
    }

    private Token take() throws IOException {
        Token taken = token;
        token = tokens.next();
        return taken;
    }

    private boolean accept(String sign) throws IOException {
        boolean found = token.is(sign);
        if (found) {
            token = tokens.next();
        }
        return found;
    }

    private void require(String sign) throws IOException {
        if (!accept(sign)) {
            throw expected("'" + sign + "'");
        }
    }

    private FormatException expected(String what) {
        return error("expected " + what + ", found " + shown(), "the file may be truncated, or a name may lack quotes");
    }

    private String shown() {
        return token.kind() == DotTokens.Kind.END ? token.text() : "'" + TextLines.shortened(token.text()) + "'";
    }

    private FormatException error(String what, String hint) {
        return tokens.error(token.line(), what, hint);
    }
}
