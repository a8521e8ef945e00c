package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seprank.graph.io.GraphFormat;

/** What README and the pages of the site say is so. */
class DocumentationTest {
    private static final Path README = Path.of("README.md");
    private static final Path PAGES = Path.of("src", "site", "markdown");
    private static final Path SITE = Path.of("src", "site", "site.xml");
    /** Options whose value is a file or folder that the command makes. */
    private static final Set<String> MADE = Set.of(
            "-o",
            "--edits",
            "--graph-out",
            "--predictions",
            "--report",
            "--plot",
            "--out",
            "--each",
            "--checkpoint",
            "--order-out",
            "--table-out");

    @TempDir
    Path folder;

    private static List<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            return Stream.concat(Stream.of(README), pages.sorted()).toList();
        }
    }

    private static List<Path> pagesWithCommands() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path page : pages()) {
            if (!commands(page).isEmpty()) {
                found.add(page);
            }
        }
        return found;
    }

    /** Those for Apache Spark are run by the tests of src/spark. */
    private static List<String> commands(Path page) throws IOException {
        return matches(page, "^\\./seprank ([a-z].*)$").stream()
                .map(command -> command.replaceFirst("\\s+#.*", "").strip())
                .filter(command -> !command.startsWith("spark ") && !command.contains("--engine spark"))
                .toList();
    }

    private static List<String> matches(Path page, String pattern) throws IOException {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(Files.readString(page))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    /** The commands of a page run as written, one after the other, in a folder of their own. */
    @ParameterizedTest
    @MethodSource("pagesWithCommands")
    void commandsRun(Path page) throws IOException {
        for (String command : commands(page)) {
            CommandLineRun run = CommandLineRun.of(inFolder(command.split(" +", -1)));
            // claims need not hold for the little that is run at the smallest scale
            assertThat(run.code())
                    .as(command + "\n" + run.err())
                    .isIn(command.contains("experiment ") ? List.of(0, 4) : List.of(0));
        }
    }

    /** The words with every file that the page's commands make, and find again, moved to the folder. */
    private String[] inFolder(String[] words) {
        String[] moved = words.clone();
        for (int i = 1; i < words.length; i++) {
            boolean made = MADE.contains(words[i - 1]);
            boolean bare = words[i].matches("[\\w-]+\\.[a-z]+") && !Files.exists(Path.of(words[i]));
            boolean found = !words[i].startsWith("-") && Files.exists(folder.resolve(words[i]));
            if (made || bare || found) {
                moved[i] = folder.resolve(words[i]).toString();
            }
        }
        return moved;
    }

    @Test
    void thereAreManyCommands() throws IOException {
        assertThat(pagesWithCommands()).hasSizeGreaterThan(5).contains(README);
    }

    /** Lines between {@code [..]} are lines of the answer, in their order. */
    @Test
    void theReadmeShowsWhatIsPrinted() throws IOException {
        List<String> printed = CommandLineRun.of("analyze", "graphs/karate.graphml")
                .out()
                .lines()
                .map(String::stripTrailing)
                .toList();
        List<String> shown =
                matches(README, "(?s)```\\n(faction=.*?)```").get(0).lines().toList();
        int next = 0;
        for (String line : shown) {
            if (!line.strip().equals("[..]")) {
                int at = next + printed.subList(next, printed.size()).indexOf(line);
                assertThat(at).as(line).isGreaterThanOrEqualTo(next);
                next = at + 1;
            }
        }
        assertThat(next).isGreaterThan(20);
    }

    @Test
    void theReadmeIsOfOneSitting() throws IOException {
        assertThat(Files.readAllLines(README)).hasSizeLessThanOrEqualTo(170);
    }

    @Test
    void everyFormatIsListed() throws IOException {
        String formats = Files.readString(PAGES.resolve("formats.md"));
        for (GraphFormat format : GraphFormat.values()) {
            assertThat(formats).contains("`" + format.id() + "`");
        }
    }

    /** Links from README lead to files, those between pages to pages, and pictures are there. */
    @Test
    void linksLeadSomewhere() throws IOException {
        for (Path page : pages()) {
            for (String link : matches(page, "\\]\\(([^)#:]+)\\)")) {
                Path root = page.equals(README) || link.startsWith("results/") ? Path.of("") : PAGES;
                assertThat(root.resolve(link)).as("link in " + page).exists();
            }
        }
    }

    @Test
    void theSiteHasEveryPage() throws IOException {
        List<String> listed = matches(SITE, "href=\"([^\"]+)\\.html\"");
        List<String> there = new ArrayList<>();
        for (Path page : pages().subList(1, pages().size())) {
            there.add(page.getFileName().toString().replace(".md", ""));
        }
        assertThat(listed).containsExactlyInAnyOrderElementsOf(there);
    }
}
