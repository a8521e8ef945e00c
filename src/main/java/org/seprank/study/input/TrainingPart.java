package org.seprank.study.input;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.seprank.dataset.Split;

/**
 * Which vertices a method learnt from that decided on edits by the labels of a dataset. A list of such edits says so: a
 * network that is tested on some of them has seen their labels.
 */
public final class TrainingPart {
    /** The setting of an edit list that names the vertices, by a checksum. */
    private static final String KEY = "training_part";

    private static final String RULE = "split";

    private TrainingPart() {}

    /** Adds what a list of edits says of the split that they were learnt from. */
    public static void addTo(Map<String, String> settings, String rule, Split split) {
        settings.put(RULE, rule.isEmpty() ? DatasetSource.GIVEN : rule);
        settings.put(KEY, checksum(split));
    }

    /** What is to be warned of where edits with these settings meet these splits; empty where nothing is. */
    static List<String> warnings(Map<String, String> settings, List<Split> splits) {
        String known = settings.getOrDefault(KEY, "");
        List<String> others = splits.stream()
                .filter(split -> !checksum(split).equals(known))
                .map(Split::name)
                .toList();
        return known.isEmpty() || others.isEmpty()
                ? List.of()
                : List.of("the edits were learnt from the labels of another training part (--split "
                        + settings.getOrDefault(RULE, "") + ") than that of " + String.join(", ", others)
                        + ": labels of its test vertices may have shaped the graph");
    }

    private static String checksum(Split split) {
        int[] vertices = split.indices(Split.Part.TRAIN);
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * vertices.length);
        bytes.asIntBuffer().put(vertices);
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return Long.toHexString(sum.getValue());
    }
}
