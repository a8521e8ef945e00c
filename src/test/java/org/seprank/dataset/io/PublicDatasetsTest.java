package org.seprank.dataset.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.Shared;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.DatasetInfo;
import org.seprank.dataset.Features;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.Homophily;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.SparseFeatures;
import org.seprank.dataset.Split.Part;
import org.seprank.file.FormatException;
import org.seprank.graph.Graph;

/** Published facts of public datasets. */
class PublicDatasetsTest {
    @Test
    void coraIsAsPublished() throws IOException {
        NodeDataset cora = Read.nodes(Shared.file("data/planetoid/ind.cora.graph"));
        Graph graph = cora.graph();
        assertThat(graph.vertexCount()).isEqualTo(2708);
        assertThat(graph.edgeCount()).isEqualTo(5278);
        assertThat(graph.out().maxDegree()).isEqualTo(168);
        // the lists have 10858 entries; twice 5278 of them are edges, and twice 151 repeat some
        assertThat(graph.dropped().duplicates()).isEqualTo(151);
        assertThat(graph.dropped().selfLoops()).isZero();
        assertThat(cora.features()).isInstanceOf(SparseFeatures.class);
        assertThat(cora.featureCount()).isEqualTo(1433);
        assertThat(cora.features().nonZeros()).isEqualTo(49_216);
        assertThat(cora.labels().histogram()).containsExactly(351, 217, 418, 818, 426, 298, 180);
        assertThat(cora.splits()).hasSize(1);
        assertThat(cora.splits().get(0)).hasToString("public 140/500/1000");
        assertThat(cora.splits().get(0).indices(Part.TEST)).startsWith(1708).endsWith(2707);
    }

    @Test
    void everyClassHasTwentyTrainingVerticesInPublicSplits() throws IOException {
        for (String name : List.of("cora", "citeseer")) {
            NodeDataset dataset = Read.nodes(Shared.file("data/planetoid/ind." + name + ".graph"));
            int[] perClass = new int[dataset.classCount()];
            for (int v : dataset.splits().get(0).indices(Part.TRAIN)) {
                perClass[dataset.labels().label(v)]++;
            }
            assertThat(perClass).containsOnly(20);
        }
    }

    @Test
    void citeSeersMissingTestVerticesHaveEdgesButNeitherFeaturesNorLabel() throws IOException {
        NodeDataset citeseer =
                Read.nodes(Shared.file("data/planetoid/ind.citeseer.graph").resolveSibling("citeseer"));
        assertThat(citeseer.graph().vertexCount()).isEqualTo(3327);
        assertThat(citeseer.graph().edgeCount()).isEqualTo(4552);
        assertThat(citeseer.graph().dropped().selfLoops()).isEqualTo(124);
        assertThat(citeseer.graph().dropped().duplicates()).isEqualTo(56);
        assertThat(citeseer.featureCount()).isEqualTo(3703);
        assertThat(citeseer.labels().histogram()).containsExactly(249, 590, 668, 701, 596, 508);
        assertThat(citeseer.labels().missingCount()).isEqualTo(15);
        assertThat(citeseer.splits().get(0)).hasToString("public 120/500/1000");
        for (int v = 0; v < 3327; v++) {
            if (!citeseer.labels().known(v)) {
                assertThat(citeseer.features().rowSum(v)).isZero();
                assertThat(citeseer.graph().out().degree(v)).isPositive();
            }
        }
        assertThat(DatasetInfo.of(citeseer).structure().isolated()).isEqualTo(48);
    }

    @Test
    void featuresOfCitationGraphsAreIndicators() throws IOException {
        Features features =
                Read.nodes(Shared.file("data/planetoid/ind.cora.graph")).features();
        Features normalized = features.rowNormalized();
        int[] offsets = features.toSparse().offsets();
        for (int v = 0; v < features.rows(); v++) {
            assertThat(features.rowSum(v)).isEqualTo((double) offsets[v + 1] - offsets[v]);
            assertThat(normalized.rowSum(v)).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void planetoidWithoutFeatureFilesHasNoFeaturesAndSaysSo() throws IOException {
        NodeDataset pubmed = Read.nodes(Shared.file("data/planetoid/ind.pubmed.graph"));
        assertThat(pubmed.graph().vertexCount()).isEqualTo(19_717);
        assertThat(pubmed.graph().edgeCount()).isEqualTo(44_324);
        assertThat(pubmed.featureCount()).isZero();
        assertThat(pubmed.labels().histogram()).containsExactly(4103, 7739, 7875);
        assertThat(pubmed.splits().get(0)).hasToString("public 60/500/1000");
        assertThat(pubmed.provenance().steps()).containsExactly("no features: allx and tx are absent");
    }

    @Test
    void aFolderOfSeveralPlanetoidSetsAsksForOne() {
        Path folder = Shared.file("data/planetoid");
        assertThatThrownBy(() -> Datasets.read(folder))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("several datasets: [citeseer, cora, pubmed]");
    }

    @ParameterizedTest
    @CsvSource({
        "chameleon_filtered, 890, 8854, 2325, 5",
        "squirrel_filtered, 2223, 46998, 2089, 5",
        "texas, 183, 279, 1703, 5",
        "cornell, 183, 277, 1703, 5",
        "wisconsin, 251, 450, 1703, 5",
        "actor, 7600, 26659, 932, 5",
        "minesweeper, 10000, 39402, 7, 2",
        "tolokers, 11758, 519000, 10, 2"
    })
    void heterophilousSetsAreAsPublished(String name, int vertices, int edges, int features, int classes)
            throws IOException {
        Dataset dataset = Datasets.read(Shared.file("data/heterophilous/" + name + ".npz"));
        NodeDataset nodes = (NodeDataset) dataset;
        assertThat(nodes.graph().vertexCount()).isEqualTo(vertices);
        assertThat(nodes.graph().edgeCount()
                        + nodes.graph().dropped().selfLoops()
                        + nodes.graph().dropped().duplicates())
                .isEqualTo(edges);
        assertThat(nodes.featureCount()).isEqualTo(features);
        assertThat(nodes.classCount()).isEqualTo(classes);
        assertThat(nodes.splits()).hasSize(10);
        nodes.splits()
                .forEach(split -> assertThat(
                                split.count(Part.TRAIN) + split.count(Part.VALIDATION) + split.count(Part.TEST))
                        .isEqualTo(vertices));
        assertThat(nodes.provenance().sha256()).hasSize(64);
    }

    /** Table 1 of arXiv 2302.11640 (edge, adjusted homophily). */
    @ParameterizedTest
    @CsvSource({
        "heterophilous/chameleon_filtered.npz, 0.24, 0.03",
        "heterophilous/squirrel_filtered.npz, 0.21, 0.01",
        "heterophilous/actor.npz, 0.22, 0.00", // film
        "heterophilous/minesweeper.npz, 0.68, 0.01",
        "heterophilous/tolokers.npz, 0.59, 0.09",
        "planetoid/ind.cora.graph, 0.81, 0.77",
        "planetoid/ind.citeseer.graph, 0.74, 0.67"
    })
    void homophilyIsAsPublished(String file, double edge, double adjusted) throws IOException {
        NodeDataset dataset = Read.nodes(Shared.file("data/" + file));
        Homophily homophily = Homophily.of(dataset.graph(), dataset.labels());
        assertThat(homophily.edge()).isCloseTo(edge, within(0.0051));
        assertThat(homophily.adjusted()).isCloseTo(adjusted, within(0.0051));
    }

    /** By an independent program from the same files; edge, adjusted and informativeness round to published digits. */
    @ParameterizedTest
    @CsvSource({
        "minesweeper, .6828, .0094, .0001, .0001, .0145, .0094",
        "tolokers, .5945, .0926, .0066, .0180, .1016, .1801",
        "actor, .2167, .0028, .0002, .0023, .0053, .0064",
        "chameleon_filtered, .2361, .0295, .0139, .0367, .0812, .0444",
        "squirrel_filtered, .2072, .0086, .0013, .0201, .0197, .0398",
        "texas, .0609, -.2936, .1923, .2850, -.8050, 0"
    })
    void homophilyHasTheDigitsOfAnIndependentProgram(
            String name,
            double edge,
            double adjusted,
            double ofEdges,
            double ofVertices,
            double unbiased,
            double insensitive)
            throws IOException {
        NodeDataset dataset = Read.nodes(Shared.file("data/heterophilous/" + name + ".npz"));
        Homophily homophily = Homophily.of(dataset.graph(), dataset.labels());
        assertThat(homophily.edge()).isCloseTo(edge, within(6e-5));
        assertThat(homophily.adjusted()).isCloseTo(adjusted, within(6e-5));
        assertThat(homophily.informativeness().ofEdges()).isCloseTo(ofEdges, within(6e-5));
        assertThat(homophily.informativeness().ofVertices()).isCloseTo(ofVertices, within(6e-5));
        assertThat(homophily.unbiased()).isCloseTo(unbiased, within(6e-5));
        assertThat(homophily.classInsensitive()).isCloseTo(insensitive, within(6e-5));
    }

    @ParameterizedTest
    @CsvSource({
        "MUTAG, 188, 3371, 3721, 7, '63/125'",
        "PROTEINS, 1113, 43471, 81044, 3, '663/450'",
        "ENZYMES, 600, 19580, 37282, 3, '100/100/100/100/100/100'"
    })
    void graphClassificationSetsAreAsPublished(
            String name, int graphs, int vertices, int edges, int features, String sizes) throws IOException {
        GraphDataset dataset = Read.graphs(Shared.file("data/tu/" + name + ".txt"));
        assertThat(dataset.size()).isEqualTo(graphs);
        assertThat(dataset.vertexOffset(graphs)).isEqualTo(vertices);
        assertThat(dataset.edgeOffset(graphs)).isEqualTo(edges);
        assertThat(dataset.featureCount()).isGreaterThanOrEqualTo(features);
        assertThat(dataset.labels().histogram().stream().sorted().map(String::valueOf))
                .containsExactlyInAnyOrder(sizes.split("/", -1));
    }

    @Test
    void molecularFeaturesAreOneHot() throws IOException {
        GraphDataset mutag = Read.graphs(Shared.file("data/tu/MUTAG.txt"));
        for (int row = 0; row < mutag.features().rows(); row++) {
            assertThat(mutag.features().rowSum(row)).isEqualTo(1);
        }
    }
}
