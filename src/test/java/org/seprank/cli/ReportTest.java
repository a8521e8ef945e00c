package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {
    private static final String DATA = "synthetic:csbm,n=60";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "analyze graphs/karate.graphml|bounds graph walk_index_by_depth",
                "rewire graphs/karate.graphml --remove 10%|edits vertex_walk_index",
                "train synthetic:csbm,n=60 --epochs 4 --seeds 2 -q|learning_curves training_loss",
                "interactions synthetic:csbm,n=60 --epochs 4 --samples 8 --every 2 --across 4 --bootstrap 0 -q"
                        + "|energy_over_training entropy_by_walk_index entropy_over_training",
                "dataset info synthetic:csbm,n=60|",
            })
    void everyAnswerHasAPageWithItsFiguresAndCommand(String words, String figures, @TempDir Path folder)
            throws Exception {
        Path page = folder.resolve("it's a page.html");
        List<String> all = Stream.concat(Stream.of(words.split(" ", -1)), Stream.of("--report", page.toString()))
                .toList();
        CommandLineRun run = CommandLineRun.of(all.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isNotEmpty().doesNotContain("Command and machine");
        JsonNode json = json(page);
        List<String> drawn = new ArrayList<>();
        json.path("figures").fieldNames().forEachRemaining(drawn::add);
        assertThat(drawn.stream().sorted().collect(Collectors.joining(" "))).isEqualTo(figures == null ? "" : figures);
        assertThat(json.at("/question/command").asText())
                .isEqualTo("seprank " + words + " --report '" + folder + "/it'\\''s a page.html'");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(page);
        }
    }

    private static JsonNode json(Path page) throws Exception {
        Matcher json = Pattern.compile("id=\"document\">(.*?)</script>", Pattern.DOTALL)
                .matcher(Files.readString(page));
        assertThat(json.find()).isTrue();
        return new ObjectMapper().readTree(json.group(1));
    }

    @Test
    void aGraphOnWhichNothingCouldBeSeenIsNotDrawn(@TempDir Path folder) throws Exception {
        Path page = folder.resolve("large.html");
        CommandLineRun run = CommandLineRun.of("analyze", "family:cycle,n=601", "--report", page.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(json(page).get("figures").fieldNames())
                .toIterable()
                .containsExactly("walk_index_by_depth", "bounds");
    }

    @Test
    void aFigureForAPaperHasItsWidth(@TempDir Path folder) throws Exception {
        String karate = "graphs/karate.graphml";
        Path svg = folder.resolve("karate.svg");
        Path pdf = folder.resolve("karate.pdf");
        CommandLineRun drawn = CommandLineRun.of("analyze", karate, "--plot", svg.toString(), "--plot-width", "8.5cm");
        assertThat(drawn.code()).as(drawn.err()).isZero();
        assertThat(Files.readString(svg)).contains(" width=\"85mm\"");
        CommandLineRun printed =
                CommandLineRun.of("analyze", karate, "--plot", pdf.toString(), "--plot-width", "3.5in");
        assertThat(printed.code()).as(printed.err()).isZero();
        assertThat(Files.readAllBytes(pdf)).startsWith("%PDF-1.4".getBytes(StandardCharsets.US_ASCII));
        assertThat(CommandLineRun.of("analyze", karate, "--plot-width", "85mm").err())
                .contains("--plot-width says how --plot draws, but there is no --plot");
        assertThat(CommandLineRun.of("analyze", karate, "--plot", svg.toString(), "--plot-width", "wide")
                        .err())
                .startsWith("error: --plot-width wide is not a number of mm, cm or in, such as 85mm\n");
        assertThat(CommandLineRun.of("analyze", karate, "--plot", svg.toString(), "--plot-width", "1mm")
                        .err())
                .contains("width of 1.0 mm is not in 30.0..400.0 mm");
    }

    @Test
    void theNamedFigureIsDrawn(@TempDir Path folder) throws Exception {
        Path plot = folder.resolve("loss.svg");
        String[] words = {"train", DATA, "--epochs", "3", "-q", "--plot", plot.toString(), "--figure", "training_loss"};
        assertThat(CommandLineRun.of(words).code()).isZero();
        assertThat(Files.readString(plot))
                .startsWith("<svg")
                .contains("Training loss")
                .endsWith("</svg>\n");
        words[words.length - 1] = "none";
        CommandLineRun none = CommandLineRun.of(words);
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("no figure 'none', only [learning_curves, training_loss]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "analyze none.graphml --report page.htm|--report page.htm does not end in .html",
                "analyze none.graphml --report none/page.html|no such folder",
                "train none --plot loss.gif|--plot loss.gif does not end in .svg, .png or .pdf",
                "train none --plot none/loss.png|no such folder",
                "train none --figure loss|--figure loss says what --plot draws, but there is no --plot",
            })
    void mistakesAreSaidBeforeTheWork(String words, String expected) {
        CommandLineRun run = CommandLineRun.of(words.split(" ", -1));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(expected);
        assertThat(run.err().lines()).hasSize(2);
    }

    @Test
    void answersAreAlsoGivenForPapers() {
        CommandLineRun markdown = CommandLineRun.of("analyze", "graphs/karate.graphml", "--format", "markdown");
        assertThat(markdown.out())
                .startsWith("# seprank analyze: karate.graphml\n")
                .contains("| faction=Mr. Hi | 17 | 13 | 869 |");
        CommandLineRun latex = CommandLineRun.of("analyze", "graphs/karate.graphml", "--format", "latex");
        assertThat(latex.out()).contains("\\toprule", "faction=Mr. Hi & 17 & 13 & 869 &", "\\label{tab:partitions}");
    }
}
