package org.seprank.cli;

import java.io.PrintWriter;
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

    /** The program with all its commands, writing to these streams. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err, Interruption interruption) {
        Console console = new Console(out, err, interruption);
        CommandLine line = new CommandLine(new Seprank());
        line.addSubcommand(new AnalyzeCommand(console));
        line.addSubcommand(new RewireCommand(console));
        line.addSubcommand(new MeasureCommand(console));
        line.addSubcommand(new ConvertCommand(console));
        line.addSubcommand(new FamiliesCommand(console));
        line.addSubcommand(new TrainCommand(console));
        line.addSubcommand(new PredictCommand(console));
        line.addSubcommand(new InteractionsCommand(console));
        line.addSubcommand(new ExperimentCommand(console));
        line.addSubcommand(new MethodsCommand(console));
        line.addSubcommand(new CompareCommand(console));
        line.addSubcommand(new CommandLine(new BatchCommand(console)).addSubcommand(new BatchStatusCommand(console)));
        line.addSubcommand(new ReportCommand(console));
        line.addSubcommand(new LabCommand(console));
        DatasetCommand.addTo(line, console);
        line.addSubcommand(new SchemaCommand(console));
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
