package org.seprank.study.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.PatternSyntaxException;
import org.seprank.study.Failure;
import org.seprank.study.engine.StudySpec;

/** The choices of a plan by option: one for what the base says, several for what the grid and the seeds say. */
final class PlanAxes {
    /**
     * The choices of one option.
     *
     * @param line of the plan where they stand
     * @param choices each the values of the option in one study
     */
    record Axis(int line, List<List<String>> choices) {}

    private static final List<String> ROOT = List.of("base", "grid", "seeds");
    private static final String COMMAND = "command";
    static final String SEED = "seed";

    private final Path file;
    private final StudyCatalogue vocabulary;
    private final String command;
    private final Map<String, Axis> axes = new LinkedHashMap<>();

    private PlanAxes(Path file, StudyCatalogue vocabulary, String command) {
        this.file = file;
        this.vocabulary = vocabulary;
        this.command = command;
    }

    static PlanAxes read(Path file, StudyCatalogue vocabulary) throws IOException {
        PlanNode.Keys root = keys(file, "plan", PlanNode.read(file));
        for (Map.Entry<String, PlanNode> entry : root.entries().entrySet()) {
            known(file, entry, ROOT);
        }
        PlanNode given = root.entries().get("base");
        if (given == null) {
            throw PlanNode.wrong(file, root.line(), "key 'base' is missing; allowed: " + String.join(", ", ROOT));
        }
        PlanNode.Keys base = keys(file, "base", given);
        PlanAxes axes = new PlanAxes(file, vocabulary, command(file, base, vocabulary));
        axes.addBase(base);
        PlanNode grid = root.entries().get("grid");
        if (grid != null) {
            axes.addGrid(keys(file, "grid", grid));
        }
        PlanNode seeds = root.entries().get("seeds");
        if (seeds != null) {
            axes.addSeeds(seeds);
        }
        axes.expandInputs();
        axes.checkOutputs();
        return axes;
    }

    Path file() {
        return file;
    }

    String command() {
        return command;
    }

    Map<String, Axis> axes() {
        return axes;
    }

    private static PlanNode.Keys keys(Path file, String key, PlanNode node) {
        if (node instanceof PlanNode.Keys keys) {
            return keys;
        }
        throw PlanNode.wrong(
                file, node.line(), "key '" + key + "': " + node.text() + " is not a map of keys to values");
    }

    private static void known(Path file, Map.Entry<String, PlanNode> entry, Collection<String> allowed) {
        if (!allowed.contains(entry.getKey())) {
            throw PlanNode.wrong(
                    file,
                    entry.getValue().line(),
                    "unknown key '" + entry.getKey() + "' with the value "
                            + entry.getValue().text() + "; allowed: " + String.join(", ", allowed));
        }
    }

    private static String command(Path file, PlanNode.Keys base, StudyCatalogue vocabulary) {
        String allowed = "; allowed: " + String.join(", ", vocabulary.commands());
        PlanNode node = base.entries().get(COMMAND);
        if (node == null) {
            throw PlanNode.wrong(file, base.line(), "key 'base' has no key 'command'" + allowed);
        }
        if (!(node instanceof PlanNode.Scalar) || !vocabulary.commands().contains(node.text())) {
            throw PlanNode.wrong(
                    file, node.line(), "key 'command': " + node.text() + " is not a command for batches" + allowed);
        }
        return node.text();
    }

    private List<String> allowed() {
        List<String> allowed = new ArrayList<>(List.of(StudySpec.INPUT));
        allowed.addAll(vocabulary.options(command));
        return allowed;
    }

    private void addBase(PlanNode.Keys base) {
        List<String> allowed = allowed();
        allowed.add(0, COMMAND);
        for (Map.Entry<String, PlanNode> entry : base.entries().entrySet()) {
            known(file, entry, allowed);
            if (!entry.getKey().equals(COMMAND)) {
                PlanNode node = entry.getValue();
                axes.put(entry.getKey(), new Axis(node.line(), List.of(values(entry.getKey(), node))));
            }
        }
    }

    private void addGrid(PlanNode.Keys grid) {
        if (grid.entries().isEmpty()) {
            throw PlanNode.wrong(file, grid.line(), "key 'grid': {} is empty; allowed: options with lists of values");
        }
        for (Map.Entry<String, PlanNode> entry : grid.entries().entrySet()) {
            known(file, entry, allowed());
            PlanNode node = entry.getValue();
            if (!(node instanceof PlanNode.Items items) || items.items().isEmpty()) {
                throw PlanNode.wrong(
                        file,
                        node.line(),
                        "key '" + entry.getKey() + "' of the grid: " + node.text()
                                + " is not a list of one value at least");
            }
            List<List<String>> choices = items.items().stream()
                    .map(item -> values(entry.getKey(), item))
                    .toList();
            axes.remove(entry.getKey());
            axes.put(entry.getKey(), new Axis(node.line(), choices));
        }
    }

    private List<String> values(String key, PlanNode node) {
        if (node instanceof PlanNode.Scalar scalar) {
            return List.of(scalar.text());
        }
        if (node instanceof PlanNode.Items items
                && !items.items().isEmpty()
                && items.items().stream().allMatch(PlanNode.Scalar.class::isInstance)) {
            return items.items().stream().map(PlanNode::text).toList();
        }
        throw PlanNode.wrong(
                file, node.line(), "key '" + key + "': " + node.text() + " is neither a value nor a list of values");
    }

    private void addSeeds(PlanNode node) {
        if (!vocabulary.options(command).contains(SEED)) {
            throw PlanNode.wrong(
                    file, node.line(), "key 'seeds': " + node.text() + ", but " + command + " has no seed");
        }
        if (axes.containsKey(SEED)) {
            throw PlanNode.wrong(file, node.line(), "key 'seeds': " + node.text() + ", but 'seed' is given too");
        }
        List<List<String>> choices = new ArrayList<>();
        for (String text : values("seeds", node)) {
            try {
                Arrays.stream(Plan.seeds(text)).forEach(seed -> choices.add(List.of(Long.toString(seed))));
                if (choices.size() > Plan.MOST_STUDIES) {
                    throw new IllegalArgumentException("more than " + Plan.MOST_STUDIES + " seeds");
                }
            } catch (IllegalArgumentException e) {
                throw PlanNode.wrong(file, node.line(), "key 'seeds': " + e.getMessage());
            }
        }
        axes.put(SEED, new Axis(node.line(), choices));
    }

    private void expandInputs() {
        Axis axis = axes.get(StudySpec.INPUT);
        if (axis == null) {
            throw PlanNode.wrong(file, 1, "key 'input' is missing in base and grid");
        }
        List<List<String>> choices = new ArrayList<>();
        for (List<String> choice : axis.choices()) {
            for (String input : choice) {
                List<String> expanded = expanded(input, axis.line());
                if (expanded.isEmpty()) {
                    throw PlanNode.wrong(file, axis.line(), "key 'input': no file matches " + input);
                }
                expanded.forEach(one -> choices.add(List.of(one)));
            }
        }
        axes.replace(StudySpec.INPUT, new Axis(axis.line(), choices));
    }

    private List<String> expanded(String input, int line) {
        try {
            return InputFiles.expand(input, vocabulary.isFolderOfGraphs(command, input));
        } catch (PatternSyntaxException e) {
            throw PlanNode.wrong(
                    file, line, "key 'input': the pattern '" + input + "' is malformed: " + e.getDescription());
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw PlanNode.wrong(
                    file,
                    line,
                    "key 'input': '" + input + "' cannot be looked up: "
                            + Failure.of(e, "batch").error());
        }
    }

    /** Two studies that write the same file would overwrite each other's, and none writes outside of its folder. */
    private void checkOutputs() {
        for (String name : vocabulary.outputs(command)) {
            Axis axis = axes.get(name);
            if (axis == null) {
                continue;
            }
            for (List<String> choice : axis.choices()) {
                if (!choice.stream().allMatch(PlanAxes::isBelowFolder)) {
                    throw PlanNode.wrong(
                            file,
                            axis.line(),
                            "key '" + name + "': " + String.join(", ", choice) + " would be written by every study,"
                                    + " or out of its folder; let it begin with " + StudySpec.FOLDER
                                    + "/ and stay there");
                }
            }
        }
    }

    private static boolean isBelowFolder(String value) {
        String below = value.startsWith(StudySpec.FOLDER + "/") ? value.substring(StudySpec.FOLDER.length()) : "";
        Path root = Path.of("/folder");
        try {
            Path meant = Path.of(root + below.replace('\\', '/')).normalize();
            return !below.contains(StudySpec.FOLDER) && meant.startsWith(root) && !meant.equals(root);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Has every value looked at by the command line once; seeds that are numbers need no look. */
    void check() {
        SortedMap<String, List<String>> first = new TreeMap<>();
        axes.forEach((name, axis) -> first.put(name, axis.choices().get(0)));
        check(first, axes.keySet().iterator().next());
        for (Map.Entry<String, Axis> axis : axes.entrySet()) {
            for (List<String> choice : axis.getValue().choices()) {
                boolean number = axis.getKey().equals(SEED) && choice.stream().allMatch(PlanAxes::isNumber);
                if (!number && !choice.equals(axis.getValue().choices().get(0))) {
                    SortedMap<String, List<String>> options = new TreeMap<>(first);
                    options.put(axis.getKey(), choice);
                    check(options, axis.getKey());
                }
            }
        }
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d{1,18}");
    }

    private void check(SortedMap<String, List<String>> options, String changed) {
        Optional<StudyCatalogue.Complaint> complaint =
                vocabulary.check(new StudySpec(command, options).words("folder"));
        if (complaint.isPresent()) {
            String named = complaint.get().option();
            Axis guilty = axes.get(named);
            Axis other = axes.get(changed);
            int line = guilty != null ? guilty.line() : other == null ? 1 : other.line();
            String key = guilty != null ? named : changed;
            throw PlanNode.wrong(
                    file, line, "key '" + key + "': " + complaint.get().message());
        }
    }
}
