package org.seprank.study.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.seprank.graph.Graph;
import org.seprank.graph.family.GraphFamily;
import org.seprank.report.Document;
import org.seprank.report.HtmlRenderer;
import org.seprank.report.JsonRenderer;
import org.seprank.walk.SingletonWalkIndices;

class SingletonTablesTest {
    @Test
    void aRowIsAPlaceSoThatSortingKeepsItsMeaning() {
        Graph graph = GraphFamily.parse("family:star,n=4", 0);
        Document document = Document.of("t")
                .add(SingletonTables.of(graph, SingletonWalkIndices.vertexPrediction(graph, 1))
                        .extremes(2))
                .build();
        assertThat(HtmlRenderer.render(document))
                .contains(">place</button>", "1 (", "0 (")
                .doesNotContain(">its walk index<");
        assertThat(JsonRenderer.render(document)).contains("\"its_walk_index\"", "\"weakest\"");
    }
}
