package org.seprank.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "check --master x|spark check --master x",
                "--help|spark --help",
                "batch p.yaml --out d|batch --engine spark p.yaml --out d",
                "batch p.yaml --engine local|batch p.yaml --engine local",
                "batch p.yaml --engine=local|batch p.yaml --engine=local",
                "batch status d|batch status d"
            })
    void wordsAreThoseOfTheProgram(String args, String expected) {
        assertThat(Main.words(List.of(args.split(" ", -1)))).containsExactly(expected.split(" ", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "check", "measure", "analyze", "rewire"})
    void everyLevelHasHelp(String command) {
        CommandRun run = CommandRun.of(("spark " + command + " --help").split(" +", -1));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("Usage: seprank spark", "Exit codes:", "130");
        assertThat(CommandRun.of("generate-completion").out()).contains(" check measure analyze rewire");
    }
}
