package org.seprank.study.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.seprank.study.Study;
import org.seprank.study.engine.StudyTask;

/** Two commands with a few options; depth must be a whole number. */
final class FakeVocabulary implements StudyCatalogue {
    private static final long serialVersionUID = 1L;

    @Override
    public Study of(StudyTask task) {
        throw new IllegalArgumentException("no study runs here");
    }

    @Override
    public List<String> commands() {
        return List.of("analyze", "train");
    }

    @Override
    public List<String> options(String command) {
        return command.equals("train") ? List.of("depth") : List.of("depth", "partition", "plot", "seed");
    }

    @Override
    public Set<String> outputs(String command) {
        return Set.of("plot");
    }

    @Override
    public boolean isFolderOfGraphs(String command, String input) {
        return command.equals("analyze") && Files.isDirectory(Path.of(input));
    }

    @Override
    public Optional<Complaint> check(List<String> words) {
        return words.stream()
                .filter(word -> word.startsWith("--depth=") && !word.matches("--depth=\\d+"))
                .findFirst()
                .map(word -> new Complaint("depth", "'" + word.substring(8) + "' is not an int"));
    }
}
