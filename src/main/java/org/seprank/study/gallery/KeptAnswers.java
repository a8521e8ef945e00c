package org.seprank.study.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.seprank.report.Gallery;

/**
 * The folders below one that hold an answer, as {@code --out} writes it: {@code report.md} or {@code report.html}, its
 * figures as SVG and {@code outcome.json}.
 */
public final class KeptAnswers {
    private static final int DEEPEST = 8;
    private static final String CLAIM = "Claim: ";
    private static final Pattern STATEMENT = Pattern.compile("\\| .* \\| (yes|no) \\|");

    private KeptAnswers() {}

    /**
     * The page of all answers in a folder.
     *
     * @param folder below which they are
     * @param page the file that the page will be in; links are relative to it
     * @throws IllegalArgumentException if there is no answer
     */
    public static String page(Path folder, Path page) throws IOException {
        Path from = page.toAbsolutePath().normalize().resolveSibling("");
        List<Gallery.Card> cards = new ArrayList<>();
        for (Path one : answers(folder)) {
            String name = folder.relativize(one).toString().replace('\\', '/');
            cards.add(card(name.isEmpty() ? String.valueOf(folder.getFileName()) : name, one, from));
        }
        if (cards.isEmpty()) {
            throw new IllegalArgumentException("no answer in " + folder
                    + ": a folder below it with report.md or report.html, as --out writes them, is one");
        }
        String made = cards.size() + (cards.size() == 1 ? " answer" : " answers")
                + " with their figures, reports and data, each kept by --out.";
        return Gallery.page("Results of seprank", made, cards);
    }

    private static List<Path> answers(Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder, DEEPEST)) {
            return below.filter(Files::isDirectory)
                    .filter(one -> Files.exists(one.resolve("report.md")) || Files.exists(one.resolve("report.html")))
                    .sorted()
                    .toList();
        }
    }

    private static Gallery.Card card(String name, Path folder, Path from) throws IOException {
        Map<String, String> links = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        names.put("report.html", "page");
        names.put("report.md", "report");
        names.put("outcome.json", "data");
        names.put("README.md", "how it was made");
        names.forEach((file, words) -> {
            if (Files.exists(folder.resolve(file))) {
                links.put(words, link(from, folder.resolve(file)));
            }
        });
        String picture = pictures(folder).stream()
                .findFirst()
                .map(file -> link(from, file))
                .orElse("");
        List<String> lines =
                Files.exists(folder.resolve("report.md")) ? Files.readAllLines(folder.resolve("report.md")) : List.of();
        String claim = lines.stream()
                .filter(line -> line.startsWith(CLAIM))
                .map(line -> line.replace("\\", ""))
                .findFirst()
                .orElse("");
        return new Gallery.Card(name, claim, outcome(lines), picture, links);
    }

    /** The figures in the order of the report, else of their names. */
    private static List<Path> pictures(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".svg"))
                    .sorted()
                    .toList();
        }
    }

    /** From the first table of the report, which says what held. */
    private static String outcome(List<String> report) {
        List<String> first = report.stream()
                .dropWhile(line -> !line.startsWith("| "))
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        List<String> said = new ArrayList<>();
        for (String line : first) {
            Matcher statement = STATEMENT.matcher(line);
            if (statement.matches()) {
                said.add(statement.group(1));
            }
        }
        long held = said.stream().filter("yes"::equals).count();
        return said.isEmpty()
                ? ""
                : held == said.size() ? "The claim holds." : held + " of " + said.size() + " statements hold.";
    }

    private static String link(Path from, Path file) {
        StringBuilder link = new StringBuilder();
        for (Path part : from.relativize(file.toAbsolutePath().normalize())) {
            link.append(link.length() == 0 ? "" : "/").append(escaped(part.toString()));
        }
        return link.toString();
    }

    /** Characters that end a part of a link are written as their codes. */
    private static String escaped(String name) {
        return name.replace("%", "%25").replace("#", "%23").replace("?", "%3F").replace(":", "%3A");
    }
}
