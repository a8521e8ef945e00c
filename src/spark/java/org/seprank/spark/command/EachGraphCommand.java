package org.seprank.spark.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.seprank.cli.CommandCatalogue;
import org.seprank.cli.Console;
import org.seprank.cli.ExtensionCommand;
import org.seprank.report.Document;
import org.seprank.spark.set.GraphsStudy;
import org.seprank.spark.set.RowTable;
import org.seprank.study.Context;
import org.seprank.study.batch.StudyCatalogue;
import org.seprank.study.engine.StudySpec;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks every one of many graphs what a command of seprank asks of one. */
abstract class EachGraphCommand extends ExtensionCommand {
    private final String verb;

    @Mixin
    private PlaceOptions place = new PlaceOptions();

    @Parameters(
            index = "0",
            paramLabel = "GRAPHS",
            description = {
                "A file with a graph a line (.g6, .s6), a folder of graph files, a TUDataset folder, or a .parquet table with",
                "the columns graph, src and dst; a path of Hadoop, such as s3a://BUCKET/KEY."
            })
    private String graphs = "";

    @Parameters(
            index = "1..*",
            paramLabel = "-- OPTION..",
            description = "After --, options of the command of the same name without spark, such as -- --depth 2.")
    private List<String> words = List.of();

    @Option(
            names = "--out",
            paramLabel = "TABLE",
            required = true,
            description =
                    "Where the rows are written, one a graph: a folder of Parquet files, or of CSV files if its name ends with .csv.")
    private String out = "";

    EachGraphCommand(Console console, String verb) {
        super(console);
        this.verb = verb;
    }

    /** Whether the table has the graphs after edits. */
    boolean rewired() {
        return false;
    }

    @Override
    protected GraphsStudy asked() {
        CommandCatalogue catalogue = new CommandCatalogue();
        StudySpec spec = new StudySpec(verb, options(catalogue));
        List<String> line = new ArrayList<>(spec.words(""));
        line.add(graphs);
        Optional<StudyCatalogue.Complaint> complaint = catalogue.check(line);
        if (complaint.isPresent()) {
            throw new IllegalArgumentException(complaint.get().message());
        }
        return new GraphsStudy(place.place(), catalogue, spec, graphs, new RowTable(out), rewired());
    }

    /** The words after the two dashes as options with values. */
    private SortedMap<String, List<String>> options(CommandCatalogue catalogue) {
        Set<String> outputs = catalogue.outputs(verb);
        List<String> known = catalogue.options(verb);
        TreeMap<String, List<String>> options = new TreeMap<>();
        for (int i = 0; i < words.size(); i++) {
            String[] parts = words.get(i).split("=", 2);
            String name = parts[0].replaceFirst("^--", "");
            if (!parts[0].startsWith("--") || !known.contains(name)) {
                throw new IllegalArgumentException("'" + words.get(i) + "' is no option of " + verb + "; allowed: --"
                        + String.join(", --", known));
            }
            if (outputs.contains(name)) {
                throw new IllegalArgumentException("--" + name + " is for one graph");
            }
            boolean separate = parts.length == 1
                    && i + 1 < words.size()
                    && !words.get(i + 1).startsWith("--");
            String value = parts.length == 2 ? parts[1] : separate ? words.get(++i) : "true";
            options.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
        return options;
    }

    @Override
    protected Optional<Document> expected(Context context) throws IOException {
        return Optional.of(asked().expected(context));
    }
}
