package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seprank.study.ExitCode;

class LabCommandTest {
    private static final String SMALL =
            "lab matrix-factorization --seed 3 --seeds 2 --set n=10 --set rank=1 --set observations=60"
                    + " --set iterations=200";

    @Test
    void everySeedHasAColumnAndEqualWordsGiveEqualAnswers(@TempDir Path folder) throws Exception {
        Path page = folder.resolve("lab.html");
        String[] words = (SMALL + " --format json --report " + page).split(" ", -1);
        CommandLineRun run = CommandLineRun.of(words);
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.CHECK_FAILED); // so few steps do not show it
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.at("/values/1/seed").asInt()).isEqualTo(4);
        assertThat(json.at("/values/1/value").isNumber()).isTrue();
        assertThat(json.at("/verdict").size()).isEqualTo(3);
        assertThat(Files.readString(page)).contains("Singular values, depth 3");
        CommandLineRun again = CommandLineRun.of(words);
        assertThat(again.out()).isEqualTo(run.out());
    }

    @Test
    void withoutANameTheSystemsAndTheirSettingsAreListed() {
        CommandLineRun run = CommandLineRun.of("lab");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("matrix-factorization", "depths", "1,2,3");
    }

    @Test
    void unknownNamesAndSettingsAreUsageErrors() {
        CommandLineRun name = CommandLineRun.of("lab", "nothing");
        assertThat(name.code()).isEqualTo(2);
        assertThat(name.err()).contains("matrix-factorization");
        CommandLineRun key = CommandLineRun.of("lab", "matrix-factorization", "--set", "width=3");
        assertThat(key.code()).isEqualTo(2);
        assertThat(key.err()).contains("depths");
        CommandLineRun value = CommandLineRun.of("lab", "matrix-factorization", "--set", "rank=99");
        assertThat(value.code()).isEqualTo(2);
        assertThat(value.err()).contains("rank 99 is not in 1..40");
    }

    @Test
    void nothingOfTheUsersIsOverwritten(@TempDir Path folder) throws Exception {
        Path report = Files.writeString(folder.resolve("report.html"), "mine");
        CommandLineRun taken = CommandLineRun.of("lab", "steepest-descent", "--out", folder.toString());
        assertThat(taken.code()).isEqualTo(2);
        assertThat(taken.err()).contains("holds report.html");
        assertThat(report).hasContent("mine");
        CommandLineRun file = CommandLineRun.of("lab", "steepest-descent", "--out", report.toString());
        assertThat(file.code()).isEqualTo(2);
        assertThat(file.err()).contains("is a file");
        CommandLineRun twice = CommandLineRun.of("lab", "matrix-factorization", "--set", "depths=2,2");
        assertThat(twice.code()).isEqualTo(2);
        assertThat(twice.err()).contains("names something twice");
    }

    @Test
    void divergenceHasItsOwnExitCode() {
        CommandLineRun run = CommandLineRun.of(
                "lab norm-divergence --set rate=1 --set iterations=5000 --set scale=10".split(" ", -1));
        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("diverged", "the loss is ").contains("lower the learning rate");
    }

    @Test
    void aFigureIsDrawnAsAnImage(@TempDir Path folder) throws Exception {
        Path image = folder.resolve("values.png");
        CommandLineRun run = CommandLineRun.of((SMALL + " --plot " + image + " --figure norms-depth-2").split(" ", -1));
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(Files.readAllBytes(image)).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void allAtOnceTakesNoNameAndNoSettings() {
        for (String more : new String[] {"steepest-descent", "--set depth=3"}) {
            CommandLineRun run = CommandLineRun.of(("lab --all " + more).split(" ", -1));
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("--all runs every system as it is set");
        }
    }
}
