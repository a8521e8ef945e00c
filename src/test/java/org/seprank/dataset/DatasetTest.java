package org.seprank.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.seprank.dataset.Split.Part;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;

class DatasetTest {
    private static final Graph PATH = Graph.undirected(3, new int[][] {{0, 1}, {1, 2}});
    private static final Graph EDGE = Graph.undirected(2, new int[][] {{0, 1}});
    private static final Labels LABELS = Labels.of(0, -1, 1);

    private static NodeDataset nodes() {
        Features features = DenseFeatures.over(3, 2, new float[] {1, 0, 0, 2, 3, 0});
        return NodeDataset.of("path", PATH, features, LABELS);
    }

    private static Graph weighted(double weight) {
        GraphBuilder builder = GraphBuilder.over(3, false);
        builder.edge(0, 1, weight);
        return builder.build();
    }

    private static GraphDataset graphs() {
        Features features = DenseFeatures.over(5, 1, new float[] {1, 2, 3, 4, 5});
        return GraphDataset.of("pair", List.of(PATH, EDGE), features, Labels.of(1, 0));
    }

    @Test
    void splitsLoseTheItemsWithoutLabel() {
        Split split = Split.over("s", 3).put(Part.TRAIN, 0, 1).put(Part.TEST, 2).build();
        NodeDataset dataset = nodes().withSplits(List.of(split));
        assertThat(dataset.splits().get(0).indices(Part.TRAIN)).containsExactly(0);
        assertThat(dataset.withLabels(Labels.of(0, 1, -1)).splits().get(0)).hasToString("s 1/0/0");
    }

    @Test
    void contentHashIsAboutContentOnly() {
        NodeDataset dataset = nodes();
        Split split = Split.over("s", 3).build();
        assertThat(dataset.withSplits(List.of(split)).contentHash()).isEqualTo(dataset.contentHash());
        assertThat(dataset.withFeatures(dataset.features().toSparse()).contentHash())
                .isEqualTo(dataset.contentHash());
        assertThat(dataset.withProvenance(Provenance.synthetic("x")).contentHash())
                .isEqualTo(dataset.contentHash());
        BitSet first = new BitSet();
        first.set(0);
        assertThat(dataset.withGraph(PATH.without(first)).contentHash()).isNotEqualTo(dataset.contentHash());
        assertThat(dataset.withLabels(Labels.of(0, 0, 1)).contentHash()).isNotEqualTo(dataset.contentHash());
        assertThat(dataset.withFeatures(Features.none(3)).contentHash()).isNotEqualTo(dataset.contentHash());
        assertThat(graphs().withTargets(0, 1).contentHash()).isNotEqualTo(graphs().contentHash());
        assertThat(dataset.withGraph(weighted(1.5)).contentHash())
                .hasSize(64)
                .isNotEqualTo(dataset.withGraph(weighted(2)).contentHash());
    }

    @Test
    void rowsOfGraphsAreStacked() {
        GraphDataset dataset = graphs();
        assertThat(dataset.vertexOffset(1)).isEqualTo(3);
        assertThat(dataset.edgeOffset(2)).isEqualTo(3);
        assertThat(dataset.features(1)).isEqualTo(DenseFeatures.over(2, 1, new float[] {4, 5}));
        assertThat(dataset.target(0)).isEmpty();
        assertThat(dataset.withTargets(2, 1).target(1)).hasValue(1);
        assertThat(dataset).hasToString("pair: 2 graphs, 5 vertices, 3 edges, 1 features, 2 classes");
        Features edges = DenseFeatures.over(3, 1, new float[] {7, 8, 9});
        GraphDataset withEdges = dataset.withEdgeFeatures(edges);
        assertThat(withEdges.edgeFeatures()).isEqualTo(edges);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nodes().withFeatures(Features.none(2)))
                .withMessage("features for 2 vertices do not fit a graph with 3");
        assertThatIllegalArgumentException().isThrownBy(() -> nodes().withLabels(Labels.of(0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nodes().withSplits(List.of(Split.over("s", 2).build())));
        assertThatIllegalArgumentException().isThrownBy(() -> graphs().withTargets(3, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> graphs().withTargets(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> graphs().withEdgeFeatures(DenseFeatures.over(1, 1, new float[] {1})));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> graphs().withSplits(List.of(Split.over("s", 3).build())));
        assertThatIllegalArgumentException().isThrownBy(() -> Labels.of(new int[] {2}, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Provenance("", "", "12", List.of()));
    }

    @Test
    void infoCountsEverything() {
        DatasetInfo info = DatasetInfo.of(nodes());
        assertThat(info.structure().vertices()).isEqualTo(3);
        assertThat(info.features().nonZeros()).isEqualTo(3);
        assertThat(info.features().density()).isEqualTo(0.5);
        assertThat(info.classes().histogram()).containsExactly(1, 1);
        assertThat(info.classes().missing()).isEqualTo(1);
        assertThat(info.structure().maxDegree()).isEqualTo(2);
        DatasetInfo many = DatasetInfo.of(graphs());
        assertThat(many.structure().graphs()).isEqualTo(2);
        assertThat(many.structure().edges()).isEqualTo(3);
        assertThat(many.homophily().edge()).isNaN();
    }

    @Test
    void rankedLabelsKeepTheOrderOfTheInput() {
        assertThat(Labels.ranked(new long[] {1, -1, 7, -1})).isEqualTo(Labels.of(1, 0, 2, 0));
        assertThat(Labels.missing(2).missingCount()).isEqualTo(2);
        assertThat(Labels.of(0, 1, 0).ofClass(0)).containsExactly(0, 2);
    }
}
