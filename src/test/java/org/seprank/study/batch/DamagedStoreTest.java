package org.seprank.study.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.file.FormatException;
import org.seprank.study.engine.LocalEngine;
import org.seprank.study.engine.Store;
import org.seprank.study.engine.StudySpec;
import org.seprank.work.Progress;

/** Files of a store that are not what they were. */
class DamagedStoreTest {
    @TempDir
    private Path folder;

    private Store store;
    private Path outcome;
    private Path start;

    @BeforeEach
    void aFinishedBatch() throws IOException {
        store = Store.of(folder);
        StudySpec study = new StudySpec("analyze", new TreeMap<>(Map.of("depth", List.of("2"))));
        Batch batch = Batch.of(store, List.of(study), "1");
        batch.run(new LocalEngine(1), CountingRunner.start(), false, Progress.none());
        outcome = folder.resolve("outcomes").resolve(store.keys().get(0) + ".json");
        start = folder.resolve("start.json");
    }

    private static void replace(Path file, String pattern, String replacement) throws IOException {
        String whole = Files.readString(file);
        String changed = whole.replaceFirst(pattern, replacement);
        assertThat(changed).isNotEqualTo(whole);
        Files.writeString(file, changed);
    }

    private void assertRefused(Path file, String word) {
        assertThatThrownBy(() -> store.all())
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("cannot read " + file)
                .hasMessageContaining(word)
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"key\" : \"[^\"]*\"|\"key\" : \"\"|key 'key': '' is not of 64 hexadecimal digits",
                "\"key\" : \"[^\"]{9}|\"key\" : \"000000000|is not the name of the file",
                "\"command\"|\"comand\"|key 'command' is missing",
                "\\[ \"2\" \\]|null|key 'options.depth': 'null' is not a list",
                "\\[ \"2\" \\]|[ 2 ]|key 'options.depth': '2' is not a text",
                "\"inputs\" : \\{ \\}|\"inputs\" : [ ]|key 'inputs': '[]' is not an object",
                "\"exit_code\" : 0|\"exit_code\" : \"0\"|key 'exit_code'",
                "\"finished\" : \"[^\"]*\"|\"finished\" : \"soon\"|key 'finished': 'soon' is not a time",
                "\"seconds\" : [^,]*|\"seconds\" : -1|key 'seconds': '-1' is not a number from 0 on",
                "\"answer\"|\"answers\"|key 'answer' is missing",
                "seprank/finished/2|seprank/study-outcome/1|another version",
                "\"version\"|\"key\"|'key' comes twice"
            })
    void anOutcomeIsRefusedByItsKey(String before, String after, String fault) throws IOException {
        replace(outcome, before, after);
        assertRefused(outcome, fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "null", "[]", "{}", "{\"schema\":", "\u00ff"})
    void anythingElseIsRefusedByItsName(String text) throws IOException {
        for (Path file : List.of(outcome, start)) {
            byte[] sound = Files.readAllBytes(file);
            Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
            assertRefused(file, file.toString());
            Files.write(file, sound);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"started\"|\"begun\"|key 'started' is missing",
                "\"started\" : \"[^\"]*\"|\"started\" : \"\"|key 'started': '' is not a time",
                "\"key\" : \"[^\"]*\"|\"key\" : \"ab\"|key 'key': 'ab' is not of 64",
                "\"studies\" : \\[ |\"studies\" : [ 3, |key 'studies': '3' is not an object",
                "seprank/start/2|seprank/start/3|another version"
            })
    void aStartIsRefusedByItsKey(String before, String after, String fault) throws IOException {
        replace(start, before, after);
        assertRefused(start, fault);
    }

    @Test
    void withoutTheStartWhatHasFinishedStays() throws IOException {
        Files.delete(start);
        assertThat(store.all()).hasSize(1);
    }
}
