package org.seprank.browser;

import java.util.BitSet;
import org.seprank.graph.VertexSet;
import org.seprank.live.ExploredGraph;
import org.seprank.live.Moment;
import org.seprank.rewire.Ties;
import org.seprank.walk.Target;
import org.teavm.jso.JSExport;

/** The functions that a page's workers call; each worker has one graph. Sides are arrays with a 1 for vertices of I. */
public final class Engine {
    private static ExploredGraph graph = ExploredGraph.of(0, false, new int[0]);
    private static int n;

    private Engine() {}

    @JSExport
    public static int load(int vertices, boolean directed, int[] ends) {
        n = vertices;
        graph = ExploredGraph.of(vertices, directed, ends);
        return graph.edgeCount();
    }

    @JSExport
    public static int list(String name, int[] ends) {
        graph.list(name, ends);
        return ends.length / 2;
    }

    private static Moment moment(byte[] side, int target, String list, int edits) {
        BitSet bits = new BitSet(n);
        for (int v = 0; v < side.length; v++) {
            if (side[v] != 0) {
                bits.set(v);
            }
        }
        return new Moment(VertexSet.of(n, bits), target < 0 ? Target.graph() : Target.vertex(target), list, edits);
    }

    @JSExport
    public static String walkIndices(byte[] side, int target, String list, int edits, int maxDepth) {
        return graph.walkIndices(moment(side, target, list, edits), maxDepth);
    }

    @JSExport
    public static String own(int v, String list, int edits, int depth) {
        return graph.own(moment(new byte[0], -1, list, edits), v, depth).toString();
    }

    @JSExport
    public static String fastBounds(
            byte[] side, int target, String list, int edits, int depth, int inputWidth, int hiddenWidth) {
        return graph.fastBounds(moment(side, target, list, edits), depth, inputWidth, hiddenWidth);
    }

    @JSExport
    public static String allBounds(
            byte[] side, int target, String list, int edits, int depth, int inputWidth, int hiddenWidth) {
        return graph.allBounds(moment(side, target, list, edits), depth, inputWidth, hiddenWidth);
    }

    @JSExport
    public static String dimension(byte[] side, int target, String list, int edits, int depth) {
        return graph.dimension(moment(side, target, list, edits), depth);
    }

    @JSExport
    public static String strongest(byte[] side, int target, String list, int edits, int depth, int count) {
        return graph.strongest(moment(side, target, list, edits), depth, count);
    }

    @JSExport
    public static String walkIndexAlong(byte[] side, int target, String list, int depth, int[] counts) {
        return graph.walkIndexAlong(moment(side, target, list, 0), depth, counts);
    }

    @JSExport
    public static int[] componentsAlong(String list, int[] counts) {
        return graph.componentsAlong(list, counts);
    }

    @JSExport
    public static int[] order(int depth, boolean lastOfEquals) {
        return graph.order(depth, lastOfEquals ? Ties.LAST : Ties.FIRST);
    }
}
