package org.seprank.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.seprank.study.AnswerProvenance;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The top command. */
@Command(
        name = "seprank",
        description = {
            "Tells how strongly a graph neural network can model interactions across partitions of a graph,",
            "and sparsifies graphs so that those interactions are preserved."
        },
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Seprank.Version.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:internal error",
            "2:wrong usage",
            "3:input unreadable or malformed",
            "4:ran, but a requested check failed",
            "130:interrupted; what was finished is kept"
        },
        subcommands = {CommandLine.HelpCommand.class, AutoComplete.GenerateCompletion.class})
final class Seprank implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** The commands by name, in the order of the help; each is made only when it is asked for. */
    private static final Map<String, Function<Console, CommandLine>> COMMANDS = commands();

    private static Map<String, Function<Console, CommandLine>> commands() {
        Map<String, Function<Console, CommandLine>> commands = new LinkedHashMap<>();
        commands.put("analyze", console -> new CommandLine(new AnalyzeCommand(console)));
        commands.put("explore", console -> new CommandLine(new ExploreCommand(console)));
        commands.put("rewire", console -> new CommandLine(new RewireCommand(console)));
        commands.put("advise", console -> new CommandLine(new AdviseCommand(console)));
        commands.put("measure", console -> new CommandLine(new MeasureCommand(console)));
        commands.put("entangle", console -> new CommandLine(new EntangleCommand(console)));
        commands.put("convert", console -> new CommandLine(new ConvertCommand(console)));
        commands.put("families", console -> new CommandLine(new FamiliesCommand(console)));
        commands.put("train", console -> new CommandLine(new TrainCommand(console)));
        commands.put("predict", console -> new CommandLine(new PredictCommand(console)));
        commands.put("interactions", console -> new CommandLine(new InteractionsCommand(console)));
        commands.put("experiment", console -> new CommandLine(new ExperimentCommand(console)));
        commands.put("methods", console -> new CommandLine(new MethodsCommand(console)));
        commands.put("compare", console -> new CommandLine(new CompareCommand(console)));
        commands.put(
                "batch",
                console -> new CommandLine(new BatchCommand(console)).addSubcommand(new BatchStatusCommand(console)));
        commands.put("spark", console -> CommandExtension.find("spark", console).orElseGet(SparkCommand::line));
        commands.put(
                "report",
                console -> new CommandLine(new ReportCommand(console)).addSubcommand(new GalleryCommand(console)));
        commands.put("lab", console -> new CommandLine(new LabCommand(console)));
        commands.put("dataset", DatasetCommand::line);
        commands.put("mapped", MappedCommand::line);
        commands.put("schema", console -> new CommandLine(new SchemaCommand(console)));
        return commands;
    }

    /**
     * The program for a command line, writing to these streams: with the one command that its first word names, as the
     * others take longer to set up than to run; with all of them where it names none.
     */
    static CommandLine commandLine(PrintWriter out, PrintWriter err, Interruption interruption, String... words) {
        Console console = new Console(out, err, interruption);
        CommandLine line = new CommandLine(new Seprank());
        String first = words.length == 0 ? "" : words[0];
        if (COMMANDS.containsKey(first)) {
            line.addSubcommand(COMMANDS.get(first).apply(console));
        } else {
            COMMANDS.values().forEach(command -> line.addSubcommand(command.apply(console)));
        }
        line.setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(colours()));
        ErrorReport errors = new ErrorReport(err);
        line.setParameterExceptionHandler(errors::usage).setExecutionExceptionHandler(errors::failure);
        return line;
    }

    private static Ansi colours() {
        return System.getenv("NO_COLOR") == null ? Ansi.AUTO : Ansi.OFF;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }

    /** Reads the version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"seprank " + AnswerProvenance.currentVersion()};
        }
    }
}
