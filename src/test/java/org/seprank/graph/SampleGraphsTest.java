package org.seprank.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jgrapht.GraphTests;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.AttributeType;
import org.jgrapht.nio.DefaultAttribute;
import org.jgrapht.nio.graphml.GraphMLExporter;
import org.jgrapht.nio.graphml.SimpleGraphMLImporter;
import org.jgrapht.util.SupplierUtil;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.graph.family.GraphFamily;

/** The files in {@code graphs/}: how they were made, and that they hold what their description says. */
class SampleGraphsTest {
    private static final Path FOLDER = Path.of("graphs");

    @ParameterizedTest
    @CsvSource({
        "karate.graphml, 34, 78, faction",
        "two-cliques-16.graphml, 32, 241, image_low image_high",
        "sbm.graphml, 120, 537, block",
        "road.graphml, 144, 231, x y"
    })
    void filesHoldTheVerticesEdgesAndAttributesDescribed(String file, int n, int m, String attributes) {
        Map<String, Map<Integer, String>> columns = new TreeMap<>();
        Graph graph = read(file, columns);

        assertThat(graph.vertexCount()).isEqualTo(n);
        assertThat(graph.edgeCount()).isEqualTo(m);
        assertThat(GraphTests.isConnected(graph.asJGraphT())).isTrue();
        assertThat(columns.keySet()).containsExactlyInAnyOrder(attributes.split(" ", -1));
        assertThat(columns.values()).allSatisfy(column -> assertThat(column).hasSize(n));
    }

    @Test
    void filesAreWhatTheirRecipesMake() throws IOException {
        for (Map.Entry<String, Graph> recipe : recipes().entrySet()) {
            assertThat(Files.readString(FOLDER.resolve(recipe.getKey())))
                    .as(recipe.getKey())
                    .isEqualTo(graphMl(recipe.getValue()));
        }
    }

    @Test
    void theImagesOfTheTwoCliquesAreSeparatedAndMixed() {
        Map<String, Map<Integer, String>> columns = new TreeMap<>();
        read("two-cliques-16.graphml", columns);
        for (int v = 0; v < 32; v++) {
            assertThat(columns.get("image_low")).containsEntry(v, v < 16 ? "1" : "2");
            assertThat(columns.get("image_high")).containsEntry(v, v < 16 == (v % 2 == 0) ? "1" : "2");
        }
    }

    @Test
    void theSevenVertexGraphIsTwoTrianglesAroundAVertex() throws IOException {
        List<String> edges = Files.readAllLines(FOLDER.resolve("seven-vertex.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();

        assertThat(edges).containsExactly("0 1", "0 2", "1 2", "2 3", "3 4", "4 5", "4 6", "5 6");
    }

    private static Graph read(String file, Map<String, Map<Integer, String>> columns) {
        var graph = new SimpleGraph<Integer, DefaultEdge>(
                SupplierUtil.createIntegerSupplier(), SupplierUtil.createDefaultEdgeSupplier(), false);
        var importer = new SimpleGraphMLImporter<Integer, DefaultEdge>();
        importer.addVertexAttributeConsumer((vertexAndName, value) -> {
            if (!vertexAndName.getSecond().equalsIgnoreCase("id")) {
                columns.computeIfAbsent(vertexAndName.getSecond(), name -> new TreeMap<>())
                        .put(vertexAndName.getFirst(), value.getValue());
            }
        });
        importer.importGraph(graph, FOLDER.resolve(file).toFile());
        return Graph.from(graph);
    }

    @Disabled("Generates the GraphML files in graphs/; run it by hand and commit what changed")
    @Test
    void generatesTheSampleGraphs() throws IOException {
        for (Map.Entry<String, Graph> recipe : recipes().entrySet()) {
            Files.writeString(FOLDER.resolve(recipe.getKey()), graphMl(recipe.getValue()));
        }
    }

    private static Map<String, Graph> recipes() {
        Map<String, Graph> recipes = new LinkedHashMap<>();
        recipes.put("karate.graphml", GraphFamily.parse("family:karate", 0));
        recipes.put("two-cliques-16.graphml", twoCliques());
        recipes.put("sbm.graphml", GraphFamily.parse("family:sbm,blocks=4,size=30,p_in=0.25,p_out=0.015,seed=1", 0));
        recipes.put("road.graphml", road());
        return recipes;
    }

    private static Graph twoCliques() {
        GraphBuilder builder = GraphBuilder.from(GraphFamily.parse("family:two-cliques,k=16", 0));
        builder.vertexAttributes().column("image_low", Attributes.Type.INTEGER);
        builder.vertexAttributes().column("image_high", Attributes.Type.INTEGER);
        for (int v = 0; v < 32; v++) {
            builder.vertexAttributes().value("image_low", v, v < 16 ? "1" : "2");
            builder.vertexAttributes().value("image_high", v, v < 16 == (v % 2 == 0) ? "1" : "2");
        }
        return builder.build();
    }

    /** A 12 x 12 grid that loses 45 edges at random, none of them a bridge, and gains 12 diagonals. */
    private static Graph road() {
        int side = 12;
        SplittableRandom random = new SplittableRandom(12);
        Graph grid = GraphFamily.parse("family:grid,rows=12,cols=12", 0);
        for (int removed = 0; removed < 45; ) {
            BitSet edge = new BitSet();
            edge.set(random.nextInt(grid.edgeCount()));
            Graph without = grid.without(edge);
            if (new ConnectivityInspector<>(without.asJGraphT()).isConnected()) {
                grid = without;
                removed++;
            }
        }
        GraphBuilder builder = GraphBuilder.from(grid);
        BitSet corners = new BitSet();
        while (corners.cardinality() < 12) {
            int row = random.nextInt(side - 1);
            int column = random.nextInt(side - 1);
            if (!corners.get(row * side + column)) {
                corners.set(row * side + column);
                builder.edge(row * side + column, (row + 1) * side + column + 1);
            }
        }
        builder.vertexAttributes().column("x", Attributes.Type.REAL).column("y", Attributes.Type.REAL);
        for (int v = 0; v < side * side; v++) {
            builder.vertexAttributes().value("x", v, Integer.toString(v % side));
            builder.vertexAttributes().value("y", v, Integer.toString(v / side));
        }
        return builder.build();
    }

    private static String graphMl(Graph graph) throws IOException {
        GraphMLExporter<Integer, Integer> exporter = new GraphMLExporter<>(v -> Integer.toString(v));
        Attributes attributes = graph.vertexAttributes();
        for (String name : attributes.names()) {
            exporter.registerAttribute(name, GraphMLExporter.AttributeCategory.NODE, type(attributes.type(name)));
        }
        exporter.setVertexAttributeProvider(v -> {
            Map<String, Attribute> values = new LinkedHashMap<>();
            for (String name : attributes.names()) {
                attributes
                        .value(name, v)
                        .ifPresent(
                                value -> values.put(name, new DefaultAttribute<>(value, type(attributes.type(name)))));
            }
            return values;
        });
        exporter.setEdgeIdProvider(e -> Integer.toString(e));
        try (Writer writer = new StringWriter()) {
            exporter.exportGraph(graph.asJGraphT(), writer);
            return writer.toString();
        }
    }

    private static AttributeType type(Attributes.Type type) {
        return switch (type) {
            case BOOLEAN -> AttributeType.BOOLEAN;
            case INTEGER -> AttributeType.INT;
            case REAL -> AttributeType.DOUBLE;
            case STRUCTURE, TEXT -> AttributeType.STRING;
        };
    }
}
