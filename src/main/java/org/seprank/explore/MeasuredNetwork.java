package org.seprank.explore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.seprank.report.JsonRenderer;
import org.seprank.study.Context;
import org.seprank.study.Study;

/**
 * How strongly a trained network mixes the sides of the partitions of a page.
 *
 * @param study a study of interactions of these partitions; null where no network is given
 */
public record MeasuredNetwork(@Nullable Study study) {
    /** No network. */
    public static MeasuredNetwork none() {
        return new MeasuredNetwork(null);
    }

    /** Adds to each partition what was measured of it: entropy and rank of the grid of predictions. */
    void addTo(ArrayNode partitions, Context context) throws IOException {
        if (study == null) {
            return;
        }
        ObjectNode answer = JsonRenderer.tree(study.run(context).answer());
        JsonNode network = answer.path("network");
        for (JsonNode row : answer.path("interactions")) {
            for (JsonNode partition : partitions) {
                if (partition.path("name").equals(row.path("partition"))) {
                    ObjectNode measured = ((ObjectNode) partition).putObject("measured");
                    measured.set("entropy", row.path("entropy"));
                    measured.set("rank", row.path("rank"));
                    measured.set("samples", network.path("samples"));
                    measured.set("vertex", network.path("vertex"));
                }
            }
        }
    }
}
