package org.seprank.dataset.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split.Part;
import org.seprank.dataset.Truth;
import org.seprank.file.FormatException;
import org.seprank.file.Fuzz;

class GraphLandTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        text(
                "info.yaml",
                "dataset_name: toy",
                "task: binary_classification",
                "target_name: t",
                "numerical_features_names:",
                "- a",
                "- b",
                "fraction_features_names: [b]",
                "categorical_features_names:",
                "  - 'c'",
                "  - d");
        text("features.csv", ",a,b,c,d", "0,1,0.5,7,1", "1,3,,8,2", "2,2,0.5,7,3", "3,,0.25,8,1", "4,10,1,7,1");
        text("targets.csv", ",t", "0,0", "1,1", "2,", "3,1.0", "4,0");
        text("edgelist.csv", "source,target", "0,1", "1,0", "1,2", "3,4", "4,1");
        text(
                "split_masks_RL.csv",
                ",train,val,test",
                "0,True,False,False",
                "1,False,True,False",
                "2,False,False,True",
                "3,False,False,True",
                "4,True,False,False");
        text(
                "split_masks_TH.csv",
                ",train,val,test",
                "0,True,False,False",
                "1,True,False,False",
                "2,True,False,False",
                "3,False,True,False",
                "4,False,False,True");
    }

    private Path text(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private NodeDataset read(String part) throws IOException {
        return (NodeDataset) Datasets.read(Path.of(folder + part));
    }

    @Test
    void featuresArePreparedAsItsAuthorsDo() throws IOException {
        NodeDataset toy = read("");
        assertThat(toy.provenance().format()).isEqualTo("graphland");
        assertThat(toy.graph().edgeCount()).isEqualTo(4);
        assertThat(toy.graph().directed()).isFalse();
        assertThat(toy.labels().toArray()).containsExactly(0, 1, -1, 1, 0);
        assertThat(toy.splits()).hasToString("[RL 2/1/1, TH 2/1/1]");
        assertThat(toy.featureCount()).isEqualTo(6); // a, b, c = 8, d = 1, 2, 3
        assertThat(column(toy, 1)).containsExactly(0.5f, 0.5f, 0.5f, 0.25f, 1);
        assertThat(column(toy, 2)).containsExactly(0, 1, 0, 1, 0);
        assertThat(column(toy, 4)).containsExactly(0, 1, 0, 0, 0);
        float[] a = column(toy, 0);
        assertThat(a[0]).isEqualTo(-a[4]).isCloseTo(-5.1993f, within(1e-3f));
        assertThat(a[2]).isCloseTo(-0.4307f, within(1e-3f)); // quantiles 1, 1.75, 2.5, 4.75, 10: 2 is at 1/3
        assertThat(a[1]).isCloseTo(0.1397f, within(1e-3f)); // and 3 at 5/9
        assertThat(a[3]).isEqualTo(a[0]); // missing: the least of the most frequent
    }

    private static float[] column(NodeDataset data, int column) {
        float[] values = new float[data.graph().vertexCount()];
        for (int v = 0; v < values.length; v++) {
            values[v] = data.features().value(v, column);
        }
        return values;
    }

    @Test
    void numbersArePredictedWhereTheTaskIsRegression() throws IOException {
        text("info.yaml", "task: regression", "numerical_features_names: [a]");
        NodeDataset toy = read("#RL");
        assertThat(toy.truth().kind()).isEqualTo(Truth.Kind.NUMBERS);
        assertThat(toy.truth().values().names()).containsExactly("t");
        assertThat(toy.truth().values().toArray()).containsExactly(0, 1, Double.NaN, 1, 0);
        assertThat(toy.splits()).hasToString("[RL 2/1/1]");
    }

    @Test
    void theInductiveTaskHidesTheVerticesToCome() throws IOException {
        NodeDataset toy = read("#THI");
        assertThat(toy.graph().vertexCount()).isEqualTo(3 + 4 + 5);
        assertThat(toy.graph().edgeCount()).isEqualTo(2 + 2 + 4);
        assertThat(toy.splits()).hasToString("[THI 2/1/1]");
        assertThat(toy.splits().get(0).indices(Part.TEST)).containsExactly(11);
        assertThat(toy.labels().toArray()).startsWith(0, 1, -1, 0, 1, -1, 1).endsWith(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "info.yaml | task: ranking | key 'task' is 'ranking'",
                "info.yaml | : | expected 'key: value'",
                "features.csv | ,a,b\\n0,1 | line 2: expected 3 fields, found 2",
                "features.csv | ,a\\n0,x | line 2",
                "targets.csv | ,t\\n0,1 | it has 1 rows for 5 vertices",
                "edgelist.csv | s,t\\n0,5 | line 2",
                "split_masks_RL.csv | ,train,val\\n0,True,False | column 'test'"
            })
    void faultsAreNamed(String name, String content, String expected) throws IOException {
        text(name, content.replace("\\n", "\n"));
        assertThatThrownBy(() -> read("")).isInstanceOf(FormatException.class).hasMessageContaining(expected);
    }

    @Test
    void anUnknownSplitIsRefused() {
        assertThatThrownBy(() -> read("#RH")).hasMessageContaining("it has no split 'RH'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"info.yaml", "features.csv", "targets.csv", "edgelist.csv", "split_masks_TH.csv"})
    void mutatedFilesAreReadOrRefused(String name) throws IOException {
        Fuzz.check(folder.resolve(name), 150, () -> Datasets.read(folder));
    }
}
