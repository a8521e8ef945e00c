package org.seprank.gnn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.seprank.gnn.layer.Check;
import org.seprank.gnn.layer.SpecJson;

/**
 * A network with the widths of its data: all that a network is before it is trained. {@link #toJson} and
 * {@link #fromJson} are inverse to each other.
 *
 * @param network the rest, for as many relations as the data have
 * @param inputWidth D_x, the width of the features, in 1..1048576
 * @param outputWidth the number of classes, events or numbers that are predicted, in 1..1048576
 * @param scale the units of numbers that are predicted
 */
public record FittedSpec(GnnSpec network, int inputWidth, int outputWidth, TargetScale scale) {
    private static final String SHAPE = "shape";
    private static final String DEPTH = "depth";
    private static final String WIDTH = "width";
    private static final String SCALE = "scale";

    /** Checks the ranges. */
    public FittedSpec {
        Check.range("input width", inputWidth, 1, GnnSpec.WIDEST);
        Check.range("output width", outputWidth, 1, GnnSpec.WIDEST);
        if (!scale.empty() && scale.means().size() != outputWidth) {
            throw new IllegalArgumentException(
                    "the scale of " + scale.means().size() + " numbers does not fit an output of " + outputWidth);
        }
    }

    /** This as JSON, all widths and the depth in one object. */
    public String toJson() {
        ObjectNode rest = SpecJson.tree(network);
        ObjectNode json = rest.objectNode();
        json.set("aggregation", rest.remove("aggregation"));
        json.putObject(SHAPE)
                .put("inputWidth", inputWidth)
                .put(WIDTH, network.width())
                .put(DEPTH, network.depth())
                .put("outputWidth", outputWidth);
        rest.remove(List.of(WIDTH, DEPTH));
        if (!scale.empty()) {
            json.set(SCALE, SpecJson.tree(scale));
        }
        return json.setAll(rest).toString();
    }

    /**
     * The spec of that JSON.
     *
     * @throws IllegalArgumentException if it is not one
     */
    static FittedSpec fromJson(String json) {
        ObjectNode parts = SpecJson.parse(json);
        JsonNode shape = parts.path(SHAPE);
        JsonNode scale = parts.path(SCALE);
        parts.remove(List.of(SHAPE, SCALE));
        parts.set(DEPTH, shape.get(DEPTH));
        parts.set(WIDTH, shape.get(WIDTH));
        return new FittedSpec(
                SpecJson.read(parts, GnnSpec.class),
                shape.path("inputWidth").intValue(),
                shape.path("outputWidth").intValue(),
                scale.isMissingNode() ? TargetScale.none() : SpecJson.read(scale, TargetScale.class));
    }
}
