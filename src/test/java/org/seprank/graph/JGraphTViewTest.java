package org.seprank.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import org.jgrapht.alg.clustering.LabelPropagationClustering;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.alg.drawing.FRLayoutAlgorithm2D;
import org.jgrapht.alg.drawing.model.Box2D;
import org.jgrapht.alg.drawing.model.MapLayoutModel2D;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.alg.spanning.KruskalMinimumSpanningTree;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DefaultUndirectedWeightedGraph;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.Pseudograph;
import org.jgrapht.graph.builder.GraphTypeBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.oracle.SmallGraphs;

class JGraphTViewTest {
    private static final Graph PATH = Graph.undirected(5, new int[][] {{0, 1}, {1, 2}, {2, 3}, {3, 4}});

    static List<Long> seeds() {
        return SmallGraphs.seeds(60).toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theViewEqualsACopyBuiltEdgeByEdge(long seed) {
        for (Graph graph : List.of(SmallGraphs.undirected(seed), SmallGraphs.directed(seed))) {
            org.jgrapht.Graph<Integer, Integer> copy = copy(graph);
            org.jgrapht.Graph<Integer, Integer> view = graph.asJGraphT();

            assertThat(view).hasToString(copy.toString());
            for (Integer v : copy.vertexSet()) {
                assertThat(view.edgesOf(v)).containsExactlyInAnyOrderElementsOf(copy.edgesOf(v));
                assertThat(view.incomingEdgesOf(v)).containsExactlyInAnyOrderElementsOf(copy.incomingEdgesOf(v));
                assertThat(view.outgoingEdgesOf(v)).containsExactlyInAnyOrderElementsOf(copy.outgoingEdgesOf(v));
                assertThat(view.degreeOf(v)).isEqualTo(copy.degreeOf(v));
                assertThat(view.inDegreeOf(v)).isEqualTo(copy.inDegreeOf(v));
                assertThat(view.outDegreeOf(v)).isEqualTo(copy.outDegreeOf(v));
                for (Integer w : copy.vertexSet()) {
                    assertThat(view.getEdge(v, w)).isEqualTo(copy.getEdge(v, w));
                    assertThat(view.getAllEdges(v, w)).isEqualTo(copy.getAllEdges(v, w));
                }
            }
        }
    }

    private static org.jgrapht.Graph<Integer, Integer> copy(Graph graph) {
        var type = graph.directed()
                ? GraphTypeBuilder.<Integer, Integer>directed()
                : GraphTypeBuilder.<Integer, Integer>undirected();
        org.jgrapht.Graph<Integer, Integer> copy = type.buildGraph();
        for (int v = 0; v < graph.vertexCount(); v++) {
            copy.addVertex(v);
        }
        for (int e = 0; e < graph.edgeCount(); e++) {
            copy.addEdge(graph.source(e), graph.target(e), e);
        }
        return copy;
    }

    @Test
    void connectivityRunsOnTheView() {
        Graph graph = Graph.undirected(5, new int[][] {{0, 1}, {2, 3}});
        Graph cycleAndTail = Graph.directed(4, new int[][] {{0, 1}, {1, 2}, {2, 0}, {2, 3}});

        assertThat(new ConnectivityInspector<>(graph.asJGraphT()).connectedSets())
                .containsExactlyInAnyOrder(Set.of(0, 1), Set.of(2, 3), Set.of(4));
        assertThat(new KosarajuStrongConnectivityInspector<>(cycleAndTail.asJGraphT()).stronglyConnectedSets())
                .containsExactlyInAnyOrder(Set.of(0, 1, 2), Set.of(3));
    }

    @Test
    void betweennessOnAPathCountsThePairsOnEitherSide() {
        var scores = new BetweennessCentrality<>(PATH.asJGraphT()).getScores();

        for (int v = 0; v < 5; v++) {
            assertThat(scores.get(v)).as("vertex %d", v).isCloseTo(v * (4 - v), within(1e-9));
        }
    }

    @Test
    void clusteringFindsTwoComponents() {
        Graph graph = Graph.undirected(6, new int[][] {{0, 1}, {1, 2}, {0, 2}, {3, 4}, {4, 5}, {3, 5}});
        var clustering = new LabelPropagationClustering<>(graph.asJGraphT(), new Random(1)).getClustering();

        assertThat(clustering.getClusters()).containsExactlyInAnyOrder(Set.of(0, 1, 2), Set.of(3, 4, 5));
    }

    @Test
    void layoutGivesEveryVertexAPlace() {
        var places = new MapLayoutModel2D<Integer>(new Box2D(1, 1));
        new FRLayoutAlgorithm2D<Integer, Integer>(20, 0.5, new Random(1)).layout(PATH.asJGraphT(), places);

        for (int v = 0; v < 5; v++) {
            assertThat(places.get(v)).isNotNull();
        }
    }

    @Test
    void shortestPathsAndSpanningTreesUseTheWeights() {
        GraphBuilder builder = GraphBuilder.over(3, false);
        builder.edge(0, 1, 1);
        builder.edge(1, 2, 1);
        builder.edge(0, 2, 5);
        org.jgrapht.Graph<Integer, Integer> view = builder.build().asJGraphT();

        assertThat(new DijkstraShortestPath<>(view).getPathWeight(0, 2)).isEqualTo(2);
        assertThat(new KruskalMinimumSpanningTree<>(view).getSpanningTree().getWeight())
                .isEqualTo(2);
    }

    @Test
    void theViewRefusesChanges() {
        var view = PATH.asJGraphT();

        assertThat(view.getType().isModifiable()).isFalse();
        assertThat(view.getVertexSupplier()).isNull();
        assertThat(view.getEdgeSupplier()).isNull();
        assertThatThrownBy(view::addVertex).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> view.addVertex(9)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> view.addEdge(0, 2)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> view.addEdge(0, 2, 9)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> view.removeEdge(0)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> view.removeEdge(0, 1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> view.removeVertex(0)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> view.setEdgeWeight(0, 2.0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void unknownVerticesAndEdgesAreRefused() {
        var view = PATH.asJGraphT();

        assertThat(view.containsVertex(5)).isFalse();
        assertThat(view.containsVertex(-1)).isFalse();
        assertThat(view.containsEdge(4)).isFalse();
        assertThat(view.vertexSet().contains(5)).isFalse();
        assertThat(view.getEdge(0, 5)).isNull();
        assertThat(view.getAllEdges(0, 5)).isNull();
        assertThatThrownBy(() -> view.edgesOf(5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> view.getEdgeSource(4)).isInstanceOf(IllegalArgumentException.class);
        var edges = view.edgesOf(0).iterator();
        edges.next();
        assertThatThrownBy(edges::next).isInstanceOf(NoSuchElementException.class);
        var vertices = Graph.undirected(0, new int[0][]).asJGraphT().vertexSet().iterator();
        assertThatThrownBy(vertices::next).isInstanceOf(NoSuchElementException.class);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void copyingAViewGivesTheGraphBack(long seed) {
        Graph graph = SmallGraphs.directed(seed);

        assertThat(Graph.from(graph.asJGraphT())).isSameAs(graph);
        assertThat(Graph.from(copy(graph)).asJGraphT()).isEqualTo(graph.asJGraphT());
    }

    @Test
    void copyingKeepsNamesWeightsAndDirection() {
        var weighted = new DefaultUndirectedWeightedGraph<String, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        weighted.addVertex("b");
        weighted.addVertex("a");
        weighted.setEdgeWeight(weighted.addEdge("a", "b"), 2.5);
        Graph graph = Graph.from(weighted);
        var directed = new DefaultDirectedGraph<String, DefaultEdge>(DefaultEdge.class);
        directed.addVertex("x");

        assertThat(graph.ids().id(0)).isEqualTo("b");
        assertThat(graph.weight(0)).isEqualTo(2.5);
        assertThat(Graph.from(directed).directed()).isTrue();
    }

    @Test
    void copyingDropsAndCountsLoopsAndRepeatedEdges() {
        var pseudograph = new Pseudograph<Integer, DefaultEdge>(DefaultEdge.class);
        pseudograph.addVertex(0);
        pseudograph.addVertex(1);
        pseudograph.addEdge(0, 1);
        pseudograph.addEdge(1, 0);
        pseudograph.addEdge(1, 1);

        assertThat(Graph.from(pseudograph).dropped()).isEqualTo(new Dropped(1, 1));
    }

    @Test
    void verticesWithTheSameTextAreRefused() {
        var graph = new Pseudograph<Object, DefaultEdge>(DefaultEdge.class);
        graph.addVertex("1");
        graph.addVertex(1);

        assertThatThrownBy(() -> Graph.from(graph))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two vertices are called '1'");
    }
}
