package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the program is asked does not depend on the order of different options. */
class OptionOrderTest {
    static Stream<String> commands() {
        return program().getSubcommands().keySet().stream().filter(name -> !name.equals("help"));
    }

    private static CommandLine program(String... words) {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        return Seprank.commandLine(nowhere, nowhere, new Interruption(), words);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void repeatedOptionsKeepTheirValuesBesideAnyOther(String name) {
        List<OptionSpec> options =
                Objects.requireNonNull(program(name).getSubcommands().get(name)).getCommandSpec().options().stream()
                        .filter(option -> !option.usageHelp() && !option.versionHelp())
                        .toList();
        for (OptionSpec repeated : options) {
            if (!repeated.isMultiValue()) {
                continue;
            }
            for (OptionSpec other : options) {
                if (!other.longestName().equals(repeated.longestName())) {
                    List<String> twice = new ArrayList<>(words(repeated));
                    twice.addAll(words(repeated));
                    Map<String, String> first = values(name, words(other), twice);
                    assertThat(values(name, twice, words(other)))
                            .as(repeated.longestName() + " and " + other.longestName())
                            .isEqualTo(first);
                    assertThat(first.get(other.longestName()))
                            .as(other.longestName() + " beside " + repeated.longestName())
                            .isEqualTo(values(name, words(other), List.of()).get(other.longestName()));
                }
            }
        }
    }

    /** Of all options, after these words. */
    private static Map<String, String> values(String name, List<String> one, List<String> other) {
        CommandLine program = program(name);
        CommandLine command = Objects.requireNonNull(program.getSubcommands().get(name));
        List<String> all = new ArrayList<>(List.of(name));
        all.addAll(one);
        all.addAll(other);
        try {
            program.parseArgs(all.toArray(String[]::new));
        } catch (CommandLine.MissingParameterException withoutInput) {
            // options are read all the same
        }
        Map<String, String> values = new TreeMap<>();
        for (OptionSpec option : command.getCommandSpec().options()) {
            Object value = option.getValue();
            values.put(option.longestName(), String.valueOf(value));
        }
        return values;
    }

    private static List<String> words(OptionSpec option) {
        return option.arity().max() == 0 ? List.of(option.longestName()) : List.of(option.longestName(), value(option));
    }

    private static String value(ArgSpec option) {
        if (option.completionCandidates() != null) {
            return option.completionCandidates().iterator().next();
        }
        Class<?> type = option.isMultiValue() ? option.auxiliaryTypes()[0] : option.type();
        if (type.isEnum()) {
            return type.getEnumConstants()[0].toString();
        }
        if (option.defaultValue() != null && !option.defaultValue().isEmpty()) {
            return option.defaultValue();
        }
        if (option.paramLabel().equals("WIDTH")) {
            return "85mm";
        }
        if (option.paramLabel().endsWith(".html")) {
            return "a.html";
        }
        boolean words = type == String.class || type == Path.class || Map.class.isAssignableFrom(option.type());
        return words ? "a=b.svg" : "2";
    }

    /** The folder of images is used wherever it stands: one that is not there is missed both ways. */
    @Test
    void imagesAreTheSameBeforeAndAfterSettings() {
        String set = " --set models=gcn --set epochs=1";
        for (String options : new String[] {" --images /nonexistent" + set, set + " --images /nonexistent"}) {
            CommandLineRun run =
                    CommandLineRun.of(("experiment walk-index-importance --scale smoke" + options).split(" ", -1));
            assertThat(run.code()).isEqualTo(3);
            assertThat(run.err()).contains("/nonexistent");
        }
    }
}
