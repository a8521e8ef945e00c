package org.seprank.study.input;

import org.seprank.graph.Graph;
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
 * @param target "graph", or the id of a vertex
 */
public record NetworkShape(int depth, int inputWidth, int hiddenWidth, String target) {
    /** The target as vertices of that graph know it. A vertex whose id is "graph" is written {@code vertex:graph}. */
    public Target targetIn(Graph graph) {
        if (target.equals("graph")) {
            return Target.graph();
        }
        String id = target.startsWith("vertex:") ? target.substring("vertex:".length()) : target;
        return Target.vertex(graph.ids()
                .vertex(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "target '" + target + "' is neither 'graph' nor the id of a vertex")));
    }

    /** In words, such as "graph prediction". */
    public String prediction() {
        return target.equals("graph") ? "graph prediction" : "vertex prediction at " + target;
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
