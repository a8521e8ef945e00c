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
import java.util.stream.Collectors;
import org.seprank.dataset.io.Datasets;
import org.seprank.study.Study;
import org.seprank.study.batch.StudyCatalogue;
import org.seprank.study.engine.StudyTask;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The commands that ask one question, as the studies of batches; what each of them is it says itself. */
public record CommandCatalogue() implements StudyCatalogue {
    private static final long serialVersionUID = 1L;

    /** What a batch decides itself, or what gives no answer. */
    private static final Set<String> OWN = Set.of("dry-run", "resume", "help", "version");

    @Override
    public List<String> commands() {
        return line(List.of()).getSubcommands().entrySet().stream()
                .filter(entry -> entry.getValue().getCommand() instanceof StudyCommand command && command.isBatched())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public List<String> options(String command) {
        StudyCommand known = command(command);
        Set<String> forms = names(CommandSpec.forAnnotatedObject(new OutputOptions()));
        return names(CommandSpec.forAnnotatedObject(known)).stream()
                .filter(name -> !OWN.contains(name) && !forms.contains(name))
                .sorted()
                .toList();
    }

    private static Set<String> names(CommandSpec spec) {
        return spec.options().stream()
                .map(OptionSpec::longestName)
                .filter(name -> name.startsWith("--"))
                .map(name -> name.substring(2))
                .collect(Collectors.toSet());
    }

    @Override
    public Set<String> outputs(String command) {
        return command(command).outputs();
    }

    /** Datasets may be folders; other folders hold graphs. */
    @Override
    public boolean isFolderOfGraphs(String command, String input) {
        StudyCommand known = command(command);
        if (!known.takesGraphs() || !Files.isDirectory(Path.of(input))) {
            return false;
        }
        try {
            return !known.takesDatasets() || Datasets.format(Path.of(input)).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Complaint> check(List<String> words) {
        try {
            line(words).parseArgs(words.toArray(String[]::new));
            return Optional.empty();
        } catch (ParameterException e) {
            String option = e.getArgSpec() instanceof OptionSpec spec
                    ? spec.longestName().replaceFirst("^--", "")
                    : e.getArgSpec() == null ? "" : "input";
            String what = ErrorReport.message(e).replaceFirst("^Invalid value for option '--[^']*': ", "");
            return Optional.of(new Complaint(option, what));
        }
    }

    @Override
    public Study of(StudyTask task) throws IOException {
        List<String> words = task.spec().words(task.folder());
        CommandLine line = line(words);
        line.parseArgs(words.toArray(String[]::new));
        return command(line, words.get(0)).study();
    }

    private static StudyCommand command(String name) {
        return command(line(List.of(name)), name);
    }

    private static StudyCommand command(CommandLine line, String name) {
        CommandLine known = line.getSubcommands().get(name);
        if (known == null || !(known.getCommand() instanceof StudyCommand command)) {
            throw new IllegalArgumentException("no study '" + name + "', only " + new CommandCatalogue().commands());
        }
        return command;
    }

    private static CommandLine line(List<String> words) {
        PrintWriter nowhere = new PrintWriter(PrintWriter.nullWriter());
        return Seprank.commandLine(nowhere, nowhere, new Interruption(), words.toArray(String[]::new));
    }
}
