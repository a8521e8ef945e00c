package org.seprank.study.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FilePlacesTest {
    private static final FilePlaces PLACES = new FilePlaces(
            new TreeMap<>(Map.of("graphs/ü.gml", "/s/0a/ü.gml", "out/files/k", "/s/k", "none", "/s/none")));

    @Test
    void aTaskNamesThePaths() {
        StudySpec spec = new StudySpec(
                "analyze",
                new TreeMap<>(Map.of(
                        "input", List.of("graphs/ü.gml"),
                        "partition", List.of("file:graphs/ü.gml", "graphs/ü.gml#a", "0-3", "agraphs/ü.gml"),
                        "edits", List.of("{folder}/e.csv"))));
        StudyTask placed = PLACES.of(new StudyTask("k", spec, "v", new TreeMap<>(), "out/files/k"));
        assertThat(placed.folder()).isEqualTo("/s/k");
        assertThat(placed.spec().options())
                .containsEntry("input", List.of("/s/0a/ü.gml"))
                .containsEntry("partition", List.of("file:/s/0a/ü.gml", "/s/0a/ü.gml#a", "0-3", "agraphs/ü.gml"))
                .containsEntry("edits", List.of("{folder}/e.csv"));
        assertThat(placed.key()).isEqualTo("k");
    }

    @Test
    void answersAndFilesNameTheNames() throws Exception {
        ObjectNode answer = (ObjectNode) new JsonMapper()
                .readTree("{\"a\": [\"of /s/0a/ü.gml\", 1, {\"b\": \"/s/k/e.csv\"}], \"/s/none\": null}");
        PLACES.restore(answer);
        assertThat(answer)
                .hasToString("{\"a\":[\"of graphs/ü.gml\",1,{\"b\":\"out/files/k/e.csv\"}],\"/s/none\":null}");
        assertThat(restored("# /s/0a/ü.gml\n/s/k")).isEqualTo("# graphs/ü.gml\nout/files/k");
        assertThat(restored("\0/s/k")).isEqualTo("\0/s/k");
    }

    private static String restored(String content) {
        return new String(PLACES.restored(content.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
