package org.seprank.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.seprank.dataset.io.Datasets;
import org.seprank.study.batch.Vocabulary;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The commands that give an answer, as studies of a batch, and their options as picocli knows them. */
final class StudyOptions implements Vocabulary {
    private static final List<String> COMMANDS =
            List.of("analyze", "measure", "rewire", "compare", "train", "interactions", "experiment", "lab");

    /** What a batch decides itself, or what gives no answer. */
    private static final Set<String> OWN = Set.of(
            "output", "format", "table", "quiet", "report", "plot", "figure", "dry-run", "resume", "help", "version");

    private static final Map<String, Set<String>> OUTPUTS = Map.of(
            "measure", Set.of("each"),
            "rewire", Set.of("graph-out", "edits"),
            "train", Set.of("checkpoint", "epochs-csv"),
            "experiment", Set.of("out"),
            "lab", Set.of("out"));

    private final CommandLine line = Seprank.commandLine(
            new PrintWriter(PrintWriter.nullWriter()), new PrintWriter(PrintWriter.nullWriter()), new Interruption());

    /** The option by which a command takes several processors for itself; empty where it has none. */
    static String parallelism(String command) {
        return switch (command) {
            case "train" -> "--parallel";
            case "interactions", "experiment" -> "--threads";
            default -> "";
        };
    }

    /** Whether a command has a dry run. */
    static boolean estimates(String command) {
        return List.of("analyze", "train").contains(command);
    }

    @Override
    public List<String> commands() {
        return COMMANDS;
    }

    @Override
    public List<String> options(String command) {
        CommandLine known = line.getSubcommands().get(command);
        if (known == null) {
            throw new IllegalArgumentException("no command '" + command + "', only " + COMMANDS);
        }
        return known.getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .filter(name -> name.startsWith("--"))
                .map(name -> name.substring(2))
                .filter(name -> !OWN.contains(name))
                .sorted()
                .toList();
    }

    @Override
    public Set<String> outputs(String command) {
        return OUTPUTS.getOrDefault(command, Set.of());
    }

    /** Datasets may be folders; other folders hold graphs. */
    @Override
    public boolean isFolderOfGraphs(String command, String input) {
        if (!List.of("analyze", "measure", "rewire", "compare").contains(command)
                || !Files.isDirectory(Path.of(input))) {
            return false;
        }
        try {
            return !command.equals("measure") || Datasets.format(Path.of(input)).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Complaint> check(List<String> words) {
        try {
            CommandLine fresh = Seprank.commandLine(
                    new PrintWriter(PrintWriter.nullWriter()),
                    new PrintWriter(PrintWriter.nullWriter()),
                    new Interruption());
            fresh.parseArgs(words.toArray(String[]::new));
            return Optional.empty();
        } catch (ParameterException e) {
            String option = e.getArgSpec() instanceof OptionSpec spec
                    ? spec.longestName().replaceFirst("^--", "")
                    : e.getArgSpec() == null ? "" : "input";
            return Optional.of(new Complaint(option, String.valueOf(e.getMessage())));
        }
    }
}
