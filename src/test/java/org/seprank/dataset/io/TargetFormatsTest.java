package org.seprank.dataset.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.DenseFeatures;
import org.seprank.dataset.Features;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.Labels;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split.Part;
import org.seprank.dataset.TargetValues;
import org.seprank.dataset.Truth;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;

class TargetFormatsTest {
    private static final double UNKNOWN = Double.NaN;

    @TempDir
    Path folder;

    private static NodeDataset dataset(boolean events, boolean directed) {
        SplittableRandom random = new SplittableRandom(3);
        GraphBuilder builder = GraphBuilder.over(12, directed);
        for (int k = 0; k < 30; k++) {
            builder.edge(random.nextInt(12), random.nextInt(12));
        }
        Graph graph = builder.build();
        float[] features = new float[3 * graph.edgeCount()];
        for (int k = 0; k < features.length; k++) {
            features[k] = random.nextInt(2) == 0 ? 0 : (float) random.nextDouble();
        }
        double[] values = new double[24];
        Arrays.setAll(values, k -> events ? random.nextInt(2) : 1e3 * random.nextDouble() - 17);
        values[4] = UNKNOWN;
        values[5] = UNKNOWN;
        values[8] = UNKNOWN;
        TargetValues.Kind kind = events ? TargetValues.Kind.EVENTS : TargetValues.Kind.NUMBERS;
        return NodeDataset.of("d", graph, Features.none(12), Labels.missing(12))
                .withTargetValues(TargetValues.of(kind, TargetValues.names(2), values))
                .withEdgeFeatures(DenseFeatures.over(graph.edgeCount(), 3, features));
    }

    @ParameterizedTest
    @CsvSource({
        "values, false, false",
        "values.npz, false, false",
        "events, true, false",
        "events.npz, true, false",
        "values-directed, false, true",
        "events-directed.npz, true, true"
    })
    void valuesAndFeaturesOfEdgesAreReadAsTheyWereWritten(String name, boolean events, boolean directed)
            throws IOException {
        NodeDataset written = dataset(events, directed);
        Datasets.write(written, folder.resolve(name));
        NodeDataset read = Read.nodes(folder.resolve(name));
        assertThat(read.contentHash()).isEqualTo(written.contentHash());
        assertThat(read.truth().values()).isEqualTo(written.truth().values());
        assertThat(read.truth().known()).doesNotContain(2).contains(4);
        assertThat(read.labels().missingCount()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"planetoid", "gnn-benchmark-npz"})
    void whatHasNoPlaceIsRefused(String format) {
        NodeDataset dataset = dataset(false, false);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Datasets.write(dataset, folder.resolve("out"), format))
                .withMessageContaining("no place for the values to be predicted");
        NodeDataset classes = dataset.withTargetValues(TargetValues.none(12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Datasets.write(classes, folder.resolve("out"), format))
                .withMessageContaining("no place for the features of the edges");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void graphAttributesOfTuFoldersAreNumbersToPredict() throws IOException {
        Path tu = Fixtures.tu(folder);
        Path numbers = tu.resolve("DS_graph_attributes.txt");
        Fixtures.text(numbers, "0.5, -1e3", "nan, 7", "2, 3");
        Dataset both = Datasets.read(tu);
        assertThat(both.truth().kind()).isEqualTo(Truth.Kind.NUMBERS);
        assertThat(both.classCount()).isEqualTo(2);
        Files.delete(tu.resolve("DS_graph_labels.txt"));
        GraphDataset read = (GraphDataset) Datasets.read(tu);
        assertThat(read.truth().values())
                .isEqualTo(TargetValues.of(
                        TargetValues.Kind.NUMBERS, List.of("y0", "y1"), new double[] {0.5, -1e3, UNKNOWN, 7, 2, 3}));
        List<String> warnings = new ArrayList<>();
        new TuWriter().write(read, folder.resolve("again"), warnings::add);
        assertThat(warnings).isEmpty();
        assertThat(Datasets.read(folder.resolve("again")).contentHash()).isEqualTo(read.contentHash());
        assertThat(folder.resolve("again/again_graph_labels.txt")).doesNotExist();
        Fixtures.text(numbers, "0.5, 1", "2");
        assertThatThrownBy(() -> Datasets.read(tu))
                .hasMessageContaining(numbers + ": line 2: expected 2 labels, found 1");
        Fixtures.text(numbers, "0.5, 1", "2, 3");
        assertThatThrownBy(() -> Datasets.read(tu)).hasMessageContaining(tu.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0;2;nan;1|CLASSES|3",
                "0.5;2;nan;1|NUMBERS|1",
                "-7.0;2;nan;1|NUMBERS|1",
                "1,0;nan,1;0.0,0;nan,nan|EVENTS|2",
                "1,0;nan,1;0.3,0;nan,nan|NUMBERS|2"
            })
    void labelsOfTheOpenGraphBenchmarkSayWhatTheTaskIs(String lines, Truth.Kind kind, int width) throws IOException {
        Path ogb = Fixtures.ogb(folder);
        Files.delete(ogb.resolve("raw/node-label.csv.gz"));
        Fixtures.text(ogb.resolve("raw/node-label.csv"), lines.split(";", -1));
        Dataset read = Datasets.read(ogb);
        assertThat(read.truth().kind()).isEqualTo(kind);
        assertThat(read.truth().width()).isEqualTo(width);
        assertThat(read.splits()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id,label,target:a,event:b|x,0,1,1|there are target: and event: columns",
                "id,label,event:b|x,0,2|line 2: event '2' is neither 0 nor 1",
                "id,label,target:b|x,0,many|line 2",
                "id,label,f,target:b|x,0,1,1|follows a feature",
                "id,f,target:b|x,1,1|begins with id,label",
                "id|x|begins with id,label"
            })
    void faultsInTablesNameTheLine(String heading, String row, String message) throws IOException {
        Path csv = folder.resolve("csv");
        Fixtures.text(csv.resolve("vertices.csv"), heading, row);
        Fixtures.text(csv.resolve("edges.csv"), "source,target");
        assertThatThrownBy(() -> Datasets.read(csv))
                .hasMessageContaining("vertices.csv")
                .hasMessageContaining(message);
    }

    @Test
    void tablesOfNumbersNeedNoLabels() throws IOException {
        Path csv = folder.resolve("csv");
        Fixtures.text(csv.resolve("vertices.csv"), "id,target:a,split:s,target:b,f", "x,1.5,train,2,7", "y,,test,-3,8");
        Fixtures.text(csv.resolve("edges.csv"), "source,target", "x,y");
        NodeDataset read = Read.nodes(csv);
        assertThat(read.truth().kind()).isEqualTo(Truth.Kind.NUMBERS);
        assertThat(read.truth().width()).isEqualTo(2);
        assertThat(read.features().columns()).isEqualTo(1);
        assertThat(read.splits().get(0).indices(Part.TEST)).containsExactly(1);
    }

    @Test
    void ofParallelEdgesTheFeaturesOfTheFirstAreTaken() throws IOException {
        Path csv = folder.resolve("csv");
        Fixtures.text(csv.resolve("vertices.csv"), "id,label", "x,0", "y,1", "z,1");
        Fixtures.text(
                csv.resolve("edges.csv"), "source,target,weight,length,kind", "y,x,2,0.5,1", "x,y,3,9,9", "z,y,1,4,0");
        NodeDataset read = Read.nodes(csv);
        float[] row = new float[2];
        read.edgeFeatures().copyRow(read.graph().edgeBetween(0, 1), row, 0);
        assertThat(row).containsExactly(0.5f, 1);
        read.edgeFeatures().copyRow(read.graph().edgeBetween(1, 2), row, 0);
        assertThat(row).containsExactly(4, 0);
    }
}
