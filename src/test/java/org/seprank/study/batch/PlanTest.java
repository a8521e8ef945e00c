package org.seprank.study.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.study.engine.StudySpec;

class PlanTest {
    private static final String PLAN = """
            base: {command: analyze, input: g.txt, depth: 3}
            grid:
              depth: [2, 3, 4]
              partition: [bisection, "attribute:faction", [0-3, 4-5]]
            seeds: 0-4
            """;

    @TempDir
    private Path folder;

    private Plan plan(String text) throws IOException {
        Path file = folder.resolve("plan.yaml");
        Files.writeString(file, text);
        return Plan.read(file, new FakeVocabulary());
    }

    @Test
    void aPlanIsBaseTimesGridTimesSeeds() throws Exception {
        List<StudySpec> studies = plan(PLAN).studies();
        assertThat(studies).hasSize(3 * 3 * 5).doesNotHaveDuplicates();
        assertThat(studies.get(0).words("f"))
                .containsExactly("analyze", "--depth=2", "--partition=bisection", "--seed=0", "--", "g.txt");
        assertThat(studies.get(1).text("seed")).isEqualTo("1");
        assertThat(studies.get(44).words("f"))
                .containsExactly(
                        "analyze", "--depth=4", "--partition=0-3", "--partition=4-5", "--seed=4", "--", "g.txt");
    }

    @Test
    void jsonSaysTheSameAsYaml() throws Exception {
        String json = """
                {"base": {"command": "analyze", "input": "g.txt", "depth": 3},
                 "grid": {"depth": [2, 3, 4], "partition": ["bisection", "attribute:faction", ["0-3", "4-5"]]},
                 "seeds": [0, 1, 2, 3, 4]}
                """;
        assertThat(plan(json).studies()).isEqualTo(plan(PLAN).studies());
    }

    @Test
    void valuesThatAreGivenTwiceAreOneStudy() throws Exception {
        assertThat(plan("base: {command: analyze, input: g}\ngrid: {depth: [2, 2, 3]}")
                        .studies())
                .hasSize(2);
    }

    @Test
    void patternsAndFoldersStandForTheirFiles() throws Exception {
        Path graphs = Files.createDirectory(folder.resolve("graphs"));
        for (String name : List.of("b.txt", "a.txt", "c.gml")) {
            Files.writeString(graphs.resolve(name), "0 1\n");
        }
        assertThat(plan("base: {command: analyze, input: '" + graphs + "/*.txt'}")
                        .studies())
                .extracting(study -> Path.of(study.text("input")).getFileName().toString())
                .containsExactly("a.txt", "b.txt");
        assertThat(plan("base: {command: analyze, input: '" + graphs + "'}").studies())
                .hasSize(3);
        assertThat(plan("base: {command: train, input: '" + graphs + "'}").studies())
                .extracting(study -> study.text("input"))
                .containsExactly(graphs.toString());
    }

    @Test
    void generatedInputsAreNoPatterns() throws Exception {
        assertThat(plan("base: {command: analyze, input: 'family:x,p=[1]*?'}").studies())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "base: {command: analyze, input: g}\\ngrids: {depth: [1]}|line 2: unknown key 'grids' with the value {depth}; allowed: base, grid, seeds",
                "base: {command: analyze, input: g}\\n\\ngrid: {dept: [1]}|line 3: unknown key 'dept' with the value [1]; allowed: input, depth, partition, plot, seed",
                "base: {command: analyze, input: g, width: 3}|line 1: unknown key 'width' with the value 3; allowed: command, input, depth",
                "base: {command: analyse, input: g}|key 'command': analyse is not a command for batches; allowed: analyze, train",
                "base: {input: g}|no key 'command'; allowed: analyze, train",
                "grid: {depth: [1]}|key 'base' is missing; allowed: base, grid, seeds",
                "base: {command: analyze}|key 'input' is missing",
                "base: 3|key 'base': 3 is not a map",
                "base: {command: analyze, input: g}\\ngrid: {}|line 2: key 'grid': {} is empty",
                "base: {command: analyze, input: g}\\ngrid: {depth: []}|line 2: key 'depth' of the grid: [] is not a list",
                "base: {command: analyze, input: g}\\ngrid: {depth: 3}|line 2: key 'depth' of the grid: 3 is not a list",
                "base: {command: analyze, input: g}\\ngrid: {depth: [2, {a: 3}]}|line 2: key 'depth': {a} is neither a value nor",
                "base: {command: analyze, input: g}\\ngrid:\\n  partition: [x]\\n  depth: [2, two]|line 4: key 'depth': 'two' is not an int",
                "base: {command: analyze, input: g, depth: two}\\ngrid: {partition: [x]}|line 1: key 'depth': 'two' is not an int",
                "base: {command: analyze, input: g}\\nseeds: 4-0|line 2: key 'seeds': '4-0' is neither a seed",
                "base: {command: analyze, input: g, seed: 1}\\nseeds: 0-4|line 2: key 'seeds': 0-4, but 'seed' is given too",
                "base: {command: train, input: g}\\nseeds: 0-4|line 2: key 'seeds': 0-4, but train has no seed",
                "base: {command: analyze, input: g, plot: a.svg}|key 'plot': a.svg would be written by every study",
                "base: {command: analyze, input: 'none/*.g6'}|key 'input': no file matches none/*.g6",
                "base: {command: analyze, input: g}\\nbase: {command: train, input: g}|line 2: key 'base' is given twice",
                "base: {command: analyze, input: g, depth: }|key 'depth' has no value",
                "base: {command: analyze, input: g}\\nseeds: *x|line 2",
                "base: [1|line ",
                "'# nothing'|line 1: the plan is empty",
                "base: {command: analyze, input: g}\\n---\\nbase: 3|second one begins",
                "base: {command: analyze, input: g}\\nseeds: [0-9999, 10000-19999]\\ngrid: {depth: [1,2,3,4,5,6]}|120000 studies, more than 100000",
                "base: {command: analyze, input: g}\\nseeds: -9223372036854775808-9223372036854775807|line 2: key 'seeds': '-9223372036854775808-9223372036854775807' are more than 100000 seeds",
                "base: {command: analyze, input: g}\\nseeds: [0-99999, 0-99999]|line 2: key 'seeds': more than 100000 seeds",
                "base: {command: analyze, input: '[!a'}|line 1: key 'input': the pattern '[!a' is malformed",
                "base: {command: analyze, input: 'a*{b'}|line 1: key 'input': the pattern 'a*{b' is malformed",
                "base: {command: analyze, input: g, plot: '{folder}/../a.svg'}|key 'plot': {folder}/../a.svg",
                "base: {command: analyze, input: g, plot: '{folder}/a/../../../b.svg'}|key 'plot'",
                "base: {command: analyze, input: g, plot: '{folder}/'}|key 'plot'",
                "base: {command: analyze, input: g, plot: '{folder}/{folder}/a.svg'}|key 'plot'",
                "base: {command: analyze, input: g, plot: '{folder}/..\\\\..\\\\a.svg'}|key 'plot'",
                "base: {command: analyze, input: g, plot: '{folder}x/a.svg'}|key 'plot'",
            })
    void mistakesAreOneLineWithFileLineKeyAndValue(String text, String expected) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(text.replace("\\n", "\n")))
                .withMessageContaining(expected)
                .withMessageContaining(folder.resolve("plan.yaml") + ": line ")
                .satisfies(
                        e -> assertThat(String.valueOf(e.getMessage()).lines()).hasSize(1));
    }

    @Test
    void outputsBelongIntoTheStudysFolder() throws Exception {
        StudySpec study = plan("base: {command: analyze, input: g, plot: '{folder}/a.svg'}")
                .studies()
                .get(0);
        assertThat(study.hasFolder()).isTrue();
        assertThat(study.words("out/files/k")).contains("--plot=out/files/k/a.svg");
    }
}
