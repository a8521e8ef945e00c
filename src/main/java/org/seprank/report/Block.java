package org.seprank.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.seprank.report.chart.Drawing;
import org.seprank.report.number.Numbers;

/** A part of a {@link Document}. Keys name a part for machines, titles for people. */
public sealed interface Block permits Facts, Table, Block.Figure, Block.Note, Block.Question, Block.Run {
    /** A name as people read it. */
    static String heading(String name) {
        return name.replace('_', ' ');
    }

    /**
     * A picture.
     *
     * @param key for machines, such as "walk_index_by_depth"; of letters, digits, - and _, and no other figure's
     * @param title for people: a caption
     * @param drawing what is shown
     * @param finding what is to be seen first, in a sentence; may be empty
     * @param about the key of the table whose numbers it shows, above which it stands on a page; empty: none
     */
    record Figure(String key, String title, Drawing drawing, String finding, String about) implements Block {
        /** One that says what its drawing finds, about the table of its own key, if there is one. */
        public Figure(String key, String title, Drawing drawing) {
            this(key, title, drawing, drawing.finding(), key);
        }

        /** The same figure about another table. */
        public Figure ofTable(String table) {
            return new Figure(key, title, drawing, finding, table);
        }

        /** The same figure with another sentence under it. */
        public Figure finding(String sentence) {
            return new Figure(key, title, drawing, sentence, about);
        }

        /** Checks the key, which names files and elements. */
        public Figure {
            if (!key.matches("[A-Za-z0-9_-]+")) {
                throw new IllegalArgumentException("figure key '" + key + "' is not of letters, digits, - and _");
            }
        }
    }

    /**
     * A sentence or two for people, under the block before it.
     *
     * @param text plain text
     */
    record Note(String text) implements Block {}

    /**
     * What was asked: all that the answer depends on. Equal questions have equal answers.
     *
     * @param command as typed, without the program's name
     * @param version of the program
     * @param settings by name, with defaults resolved
     * @param inputs what was read
     */
    record Question(String command, String version, Map<String, Value> settings, List<Input> inputs) implements Block {
        private static final int SHORT_HASH = 12;

        /** Keeps the order. */
        public Question {
            settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
            inputs = List.copyOf(inputs);
        }

        /** The same under names, one for each setting and input. */
        Facts facts() {
            Facts facts =
                    Facts.of("question", "Question").add("command", command).add("version", version);
            for (Map.Entry<String, Value> setting : settings.entrySet()) {
                facts = facts.add(setting.getKey(), setting.getValue());
            }
            for (Input input : inputs) {
                facts = facts.add(input.role() + " " + input.location(), "sha256 " + input.sha256());
            }
            return facts;
        }

        /** A line for people. */
        public String text() {
            Stream<String> said = settings.entrySet().stream()
                    .map(setting ->
                            heading(setting.getKey()) + " " + setting.getValue().text());
            Stream<String> read = inputs.stream()
                    .map(input -> input.role() + " sha256 "
                            + input.sha256()
                                    .substring(
                                            0,
                                            Math.min(SHORT_HASH, input.sha256().length())));
            return Stream.of(
                            Stream.of(Stream.concat(Stream.of(command), said).collect(Collectors.joining(", "))),
                            Stream.of("seprank " + version),
                            read)
                    .flatMap(part -> part)
                    .collect(Collectors.joining("; "))
                    .replaceAll("\\R", " ");
        }
    }

    /**
     * Something that was read.
     *
     * @param role what it is, such as "graph", "dataset" or "edits"
     * @param location a path or a family, as given
     * @param sha256 of its content, in hexadecimal
     */
    record Input(String role, String location, String sha256) {}

    /**
     * How long a part of the work took.
     *
     * @param work what was done, such as the name of a method
     * @param seconds it took
     */
    record Duration(String work, double seconds) {
        /** A line for people. */
        public static String text(List<Duration> durations) {
            return durations.stream()
                    .map(one -> one.work() + " " + Numbers.duration(one.seconds()))
                    .collect(Collectors.joining(", "));
        }
    }

    /**
     * Where and how long an answer was made: it does not depend on this.
     *
     * @param java the version of the virtual machine
     * @param system its operating system and processor
     * @param processors how many were there
     * @param memoryLimit bytes that the virtual machine may take
     * @param seconds it took
     * @param durations of those of its parts whose time is worth knowing
     */
    record Run(String java, String system, int processors, long memoryLimit, double seconds, List<Duration> durations)
            implements Block {
        /** Copies the list. */
        public Run {
            durations = List.copyOf(durations);
        }

        /**
         * This machine.
         *
         * @param startNanos {@link System#nanoTime} at the start
         * @param durations of parts
         */
        public static Run since(long startNanos, List<Duration> durations) {
            Runtime machine = Runtime.getRuntime();
            return new Run(
                    Runtime.version().toString(),
                    System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                    machine.availableProcessors(),
                    machine.maxMemory(),
                    (System.nanoTime() - startNanos) / 1e9,
                    durations);
        }

        /** The same under names, but for the parts. */
        Facts facts() {
            return Facts.of("run", "Machine and duration")
                    .add("java", java)
                    .add("system", system)
                    .add("processors", processors)
                    .add("memory_limit", Value.bytes((double) memoryLimit))
                    .add("seconds", Value.duration(seconds));
        }

        /** The parts. */
        Table table() {
            return Table.of("durations", "Durations", Duration.class, durations);
        }

        /** A line for people. */
        public String text() {
            return Numbers.duration(seconds) + " on " + system + ", " + processors + " processors, Java " + java
                    + (durations.isEmpty() ? "" : "; " + Duration.text(durations));
        }
    }
}
