package org.seprank.dataset.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.dataset.Features;
import org.seprank.dataset.Labels;
import org.seprank.dataset.NodeDataset;
import org.seprank.file.FormatException;
import org.seprank.file.Fuzz;
import org.seprank.file.NpzOutput;
import org.seprank.file.NpzOutput.Item;
import org.seprank.graph.GraphBuilder;

class SplitFileTest {
    @TempDir
    Path folder;

    private static NodeDataset dataset() {
        GraphBuilder builder = GraphBuilder.named(false);
        builder.edge(builder.vertex("a"), builder.vertex("b"));
        builder.edge(builder.vertex("b"), builder.vertex("7"));
        builder.vertex("d");
        return NodeDataset.of("abc", builder.build(), Features.none(4), Labels.of(0, 1, 0, 1));
    }

    private Path json(String text) throws IOException {
        return Files.writeString(folder.resolve("split.json"), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'train': ['a', 7], 'val': ['d'], 'test': ['b']} | [file 2/1/1]",
                "{'train': [true, false, true, false], 'test': [false, true, false, false]} | [file 2/0/1]",
                "[{'train': ['a'], 'test': ['b']}, {'train': ['b'], 'validation': ['a'], 'test': [7]}] | "
                        + "[file 0 1/0/1, file 1 1/1/1]"
            })
    void idsAndMasksAreSplits(String text, String expected) throws IOException {
        assertThat(SplitFile.applied("file:" + json(text.replace('\'', '"')), dataset(), 0)
                        .splits())
                .hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'train': ['a'], 'test': ['x']} | 'test' has 'x', which is no vertex",
                "{'train': ['a', 'b'], 'test': ['b']} | is in TEST and in another part",
                "{'train': ['a'], 'test': []} | part 'test' of split 'file' is empty",
                "{'train': ['a']} | has no 'train' or no 'test'",
                "{'train': [true], 'test': ['b']} | mask 'train' is of 1 items, not 4",
                "{'train': ['a', true], 'test': ['b']} | neither ids nor truth values",
                "{'train': 1, 'test': ['b']} | 'train' is no list",
                "{'train': | malformed JSON",
                "[] | it has no split"
            })
    void faultsAreNamed(String text, String expected) throws IOException {
        Path file = json(text.replace('\'', '"'));
        assertThatThrownBy(() -> SplitFile.read(file, dataset()))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("split.json")
                .hasMessageContaining(expected);
    }

    private Path archive() throws IOException {
        Path file = folder.resolve("split.npz");
        try (NpzOutput out = NpzOutput.to(Files.newOutputStream(file))) {
            out.begin("train_idx", Item.LONG, 2);
            out.put(3L).put(0L).end();
            out.begin("val_mask", Item.BOOLEAN, 4);
            for (int i = 0; i < 4; i++) {
                out.put(i == 1);
            }
            out.end();
            out.begin("test_mask", Item.BOOLEAN, 4);
            for (int i = 0; i < 4; i++) {
                out.put(i == 2);
            }
            out.end();
        }
        return file;
    }

    @Test
    void arraysOfNumpyAreSplits() throws IOException {
        assertThat(SplitFile.read(archive(), dataset())).hasToString("[file 2/1/1]");
    }

    @Test
    void mutatedFilesAreReadOrRefused() throws IOException {
        Path file = json("{\"train\": [\"a\", 7], \"val\": [\"d\"], \"test\": [\"b\"]}");
        Fuzz.check(file, 300, () -> SplitFile.read(file, dataset()));
        Path arrays = archive();
        Fuzz.check(arrays, 300, () -> SplitFile.read(arrays, dataset()));
    }
}
