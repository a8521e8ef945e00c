package org.seprank.study.input;

import java.util.OptionalInt;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexIds;
import org.seprank.graph.VertexSet;
import org.seprank.separation.SeparationProblem;
import org.seprank.study.Question;
import org.seprank.walk.Target;

/**
 * The network a study is about.
 *
 * @param depth L
 * @param inputWidth D_x
 * @param hiddenWidth D_h
 * @param target "graph", the id of a vertex, or those of two with a comma between
 */
public record NetworkShape(int depth, int inputWidth, int hiddenWidth, String target) {
    /** The target of graph prediction. */
    public static final String GRAPH = "graph";

    private static final String VERTEX = "vertex:";

    /**
     * The target as vertices of that graph know it. A vertex whose id is "graph" is written {@code vertex:graph}; a
     * pair of vertices has a comma between, which is no part of the first id that has a vertex so.
     */
    public Target targetIn(Graph graph) {
        if (target.equals(GRAPH)) {
            return Target.graph();
        }
        VertexIds ids = graph.ids();
        OptionalInt vertex = ids.vertex(target.startsWith(VERTEX) ? target.substring(VERTEX.length()) : target);
        if (vertex.isPresent()) {
            return Target.vertex(vertex.getAsInt());
        }
        for (int comma = target.indexOf(','); comma >= 0; comma = target.indexOf(',', comma + 1)) {
            OptionalInt u = ids.vertex(target.substring(0, comma).strip());
            OptionalInt v = ids.vertex(target.substring(comma + 1).strip());
            if (u.isPresent() && v.isPresent()) {
                return Target.pair(u.getAsInt(), v.getAsInt());
            }
        }
        throw new IllegalArgumentException("target '" + target
                + "' is neither 'graph' nor the id of a vertex, nor those of two with a comma between");
    }

    /** In words for that graph, such as "graph prediction". */
    public String predictionIn(Graph graph) {
        if (target.equals(GRAPH)) {
            return "graph prediction";
        }
        return targetIn(graph) instanceof Target.OfPair pair
                ? "prediction of the pair " + graph.ids().id(pair.u()) + " and "
                        + graph.ids().id(pair.v())
                : "vertex prediction at " + target;
    }

    /** Of such a network, the separation problem of one side of a partition. */
    public SeparationProblem problem(Graph graph, VertexSet side) {
        return new SeparationProblem(graph, side, targetIn(graph), depth, inputWidth, hiddenWidth);
    }

    /** The question with this network. */
    public Question addTo(Question question) {
        return question.with("depth", depth)
                .with("input_width", inputWidth)
                .with("hidden_width", hiddenWidth)
                .with("target", target);
    }
}
