package org.seprank.live;

import java.math.BigInteger;
import java.util.List;
import org.seprank.graph.Graph;
import org.seprank.separation.Bound;
import org.seprank.separation.Bounds;
import org.seprank.separation.matroid.InteractionDimension;
import org.seprank.walk.EdgeRemovalEffect;

/** Answers as JSON. The strings in it are names and notes of this program, which need no escapes. */
final class LiveAnswers {
    /** Ranks with more digits are given by their logarithm alone. */
    private static final int DIGITS = 30;

    private LiveAnswers() {}

    static String of(BigInteger[] numbers) {
        StringBuilder json = new StringBuilder();
        for (BigInteger number : numbers) {
            json.append(json.length() == 0 ? "[\"" : ",\"").append(number).append('"');
        }
        return (json.length() == 0 ? json.append('[') : json).append(']').toString();
    }

    static String of(Graph graph, List<EdgeRemovalEffect> effects) {
        StringBuilder json = new StringBuilder();
        for (EdgeRemovalEffect effect : effects) {
            json.append(json.length() == 0 ? "[[" : ",[")
                    .append(graph.source(effect.edge()))
                    .append(',')
                    .append(graph.target(effect.edge()))
                    .append(",\"")
                    .append(effect.loss())
                    .append("\"]");
        }
        return (json.length() == 0 ? json.append('[') : json).append(']').toString();
    }

    static String of(Bounds bounds) {
        StringBuilder json = new StringBuilder();
        for (Bound bound : bounds.all()) {
            json.append(json.length() == 0 ? "{\"bounds\":[" : ",");
            append(json, bound);
        }
        return json.append("]}").toString();
    }

    static String of(InteractionDimension dimension) {
        return "{\"value\":" + dimension.value() + ",\"certainty\":\""
                + dimension.certainty().id() + "\"}";
    }

    private static void append(StringBuilder json, Bound bound) {
        String rank = bound.rank()
                .exact()
                .map(BigInteger::toString)
                .filter(digits -> digits.length() <= DIGITS)
                .map(digits -> "\"" + digits + "\"")
                .orElse("null");
        json.append("{\"side\":\"")
                .append(bound.side() == Bound.Side.UPPER ? "upper" : "lower")
                .append("\",\"name\":\"")
                .append(bound.name())
                .append("\",\"nats\":")
                .append(bound.isFinite() ? Double.toString(bound.nats()) : "null")
                .append(",\"rank\":")
                .append(rank)
                .append(",\"note\":\"")
                .append(bound.note())
                .append("\"}");
    }
}
