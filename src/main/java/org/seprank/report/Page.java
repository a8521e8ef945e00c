package org.seprank.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A document in the order of a page: what came out, the figure that shows it, then the rest in the document's order,
 * each figure above the table whose numbers it shows; what made the answer apart.
 *
 * @param title of the page
 * @param lead sentences under it, the most important first
 * @param verdict the statements that held or not, if there are any
 * @param facts what it is about, if it says
 * @param sections in order
 */
record Page(String title, List<String> lead, Optional<Table> verdict, Optional<Facts> facts, List<Section> sections) {
    /** Under which facts have the name of what a document is about. */
    private static final List<String> NAMES = List.of("source", "name", "dataset");

    private static final List<String> SETTINGS = List.of("experiment", "lab");

    /** The key of the table that says what came out, and of the facts on a graph. */
    private static final String SUMMARY = "verdict";

    private static final String GRAPH = "graph";
    private static final int FEW_ROWS = 12;

    /**
     * Blocks under one title.
     *
     * @param title short
     * @param subtitle the rest of it; may be empty
     * @param figures above all
     * @param head the table or facts, if there are any
     * @param notes under them
     * @param folded whether the head is shown on demand only
     */
    record Section(
            String title,
            String subtitle,
            List<Block.Figure> figures,
            Optional<Block> head,
            List<Block.Note> notes,
            boolean folded) {
        boolean hasTableOnly() {
            return folded && figures.isEmpty();
        }
    }

    /** The page of a document. */
    static Page of(Document document) {
        List<Block> blocks = document.blocks();
        List<Block> head = blocks.stream().takeWhile(Page::isOfHeader).toList();
        List<Block.Note> lead = head.stream()
                .filter(Block.Note.class::isInstance)
                .map(Block.Note.class::cast)
                .toList();
        Optional<Facts> facts = blocks.stream()
                .filter(Facts.class::isInstance)
                .map(Facts.class::cast)
                .filter(one -> one.key().equals(GRAPH))
                .findFirst();
        List<Section> sections = sections(document, blocks.subList(head.size(), blocks.size()));
        List<String> said = lead.stream().map(Block.Note::text).toList();
        return new Page(title(document), said.isEmpty() ? finding(sections) : said, verdict(document), facts, sections);
    }

    /** What the first figure finds, if the first section has one. */
    private static List<String> finding(List<Section> sections) {
        return sections.stream()
                .limit(1)
                .flatMap(first -> first.figures().stream())
                .map(Block.Figure::finding)
                .filter(sentence -> !sentence.isEmpty())
                .limit(1)
                .toList();
    }

    private static boolean isOfHeader(Block block) {
        return block instanceof Block.Note
                || (block instanceof Table table && table.key().equals(SUMMARY))
                || (block instanceof Facts facts && facts.key().equals(GRAPH));
    }

    private static List<Section> sections(Document document, List<Block> blocks) {
        List<Table> tables = document.tables();
        List<Section> atEnd = new ArrayList<>();
        List<Section> inOrder = new ArrayList<>();
        Set<String> titles = new HashSet<>(shared(document));
        Set<String> drawn = new HashSet<>();
        int lastTable = tables.isEmpty() ? -1 : blocks.lastIndexOf(tables.get(tables.size() - 1));
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block instanceof Block.Note note) {
                List<Section> those = inOrder.isEmpty() || (i > lastTable && !atEnd.isEmpty()) ? atEnd : inOrder;
                if (those.isEmpty()) {
                    those.add(section("Note", titles, List.of(), Optional.empty(), false));
                }
                those.get(those.size() - 1).notes().add(note);
            } else if (block instanceof Block.Figure figure) {
                boolean own = tables.stream().noneMatch(table -> isOf(figure, table));
                if (own && drawn.add(figure.key())) {
                    (i > lastTable ? atEnd : inOrder)
                            .add(section(figure.title(), titles, List.of(figure), Optional.empty(), false));
                }
            } else if (block instanceof Table table && !table.key().equals(SUMMARY)) {
                List<Block.Figure> figures = document.figures().stream()
                        .filter(figure -> isOf(figure, table))
                        .toList();
                String title =
                        figures.isEmpty() ? table.title() : figures.get(0).title();
                boolean first = tables.get(0).equals(table);
                inOrder.add(section(title, titles, figures, Optional.of(table), isFolded(table, figures, first)));
            } else if (block instanceof Facts facts && !facts.key().equals(GRAPH)) {
                inOrder.add(section(facts.title(), titles, List.of(), Optional.of(facts), false));
            }
        }
        List<Section> all = new ArrayList<>(atEnd);
        all.addAll(inOrder);
        long before = inOrder.stream() // up to the first table
                .takeWhile(one -> one.head().isEmpty() || one.head().get() instanceof Facts)
                .count();
        Stream.of(
                        inOrder.stream().limit(before),
                        inOrder.stream().filter(one -> one.head().isPresent()),
                        atEnd.stream())
                .flatMap(some -> some)
                .filter(one -> !one.figures().isEmpty())
                .findFirst()
                .ifPresent(first -> {
                    all.remove(first);
                    all.add(0, first);
                });
        return all;
    }

    private static boolean isOf(Block.Figure figure, Table table) {
        return figure.about().equals(table.key());
    }

    private static boolean isFolded(Table table, List<Block.Figure> figures, boolean first) {
        int rows = table.shown().rows().size();
        boolean bulk = table.key().startsWith("histogram_") || table.key().endsWith("_distributions");
        return !figures.isEmpty() || bulk || (!first && rows > FEW_ROWS);
    }

    private static Section section(
            String title, Set<String> taken, List<Block.Figure> figures, Optional<Block> head, boolean folded) {
        String brief = brief(title, taken);
        taken.add(brief);
        String rest =
                title.substring(brief.length()).replaceFirst("^[\\s,;:]+", "").strip();
        boolean enclosed = rest.startsWith("(") && rest.endsWith(")") && rest.indexOf(')') == rest.length() - 1;
        String subtitle = enclosed ? rest.substring(1, rest.length() - 1) : rest;
        return new Section(brief, subtitle, figures, head, new ArrayList<>(), folded);
    }

    /** Up to a semicolon, a comma or a parenthesis after the first words, but not so short that it is taken. */
    private static String brief(String title, Set<String> taken) {
        return starts(title).filter(start -> !taken.contains(start)).findFirst().orElse(title);
    }

    private static Stream<String> starts(String title) {
        return IntStream.range(Math.min(12, title.length()), title.length())
                .filter(i -> {
                    char c = title.charAt(i);
                    return ((c == ';' || c == ',') && title.startsWith(" ", i + 1))
                            || (c == '(' && title.charAt(i - 1) == ' ');
                })
                .mapToObj(i -> title.substring(0, i).strip());
    }

    /** What several begin with, which is no title of one of them. */
    private static Set<String> shared(Document document) {
        Map<String, Long> times = Stream.concat(
                        document.figures().stream().map(Block.Figure::title),
                        document.tables().stream().map(Table::title))
                .distinct()
                .flatMap(Page::starts)
                .collect(Collectors.groupingBy(start -> start, Collectors.counting()));
        times.values().removeIf(count -> count < 2);
        return times.keySet();
    }

    /** The name of the experiment or laboratory with what came out, or of what the answer is about. */
    static String title(Document document) {
        List<Map<String, Value>> facts = document.blocks().stream()
                .filter(Facts.class::isInstance)
                .map(block -> ((Facts) block).values())
                .toList();
        List<Map<String, Value>> settings =
                document.question().stream().map(Block.Question::settings).toList();
        String name = Stream.of(named(SETTINGS, settings), named(NAMES, facts), named(NAMES, settings))
                .flatMap(names -> names)
                .findFirst()
                .orElse("seprank " + document.kind());
        return name.replaceFirst("^\\S*/(?=\\S+$)", "")
                + verdict(document).map(Page::outcome).orElse("");
    }

    private static Optional<Table> verdict(Document document) {
        return document.tables().stream()
                .filter(table -> table.key().equals(SUMMARY))
                .findFirst();
    }

    private static Stream<String> named(List<String> keys, List<Map<String, Value>> said) {
        return keys.stream()
                .flatMap(key -> said.stream().map(values -> values.get(key)).filter(Objects::nonNull))
                .map(Value::text);
    }

    private static String outcome(Table verdict) {
        long held = verdict.rows().stream().filter(Page::held).count();
        int all = verdict.rows().size();
        return held == all ? ": the claim holds" : ": " + held + " of " + all + " statements hold";
    }

    /** Whether a row of a verdict says that its statement held. */
    static boolean held(List<Value> statement) {
        return statement.stream().anyMatch(value -> value.bare() instanceof Value.Flag flag && flag.set());
    }
}
