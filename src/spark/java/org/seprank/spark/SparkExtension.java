package org.seprank.spark;

import org.seprank.cli.CommandExtension;
import org.seprank.cli.Console;
import org.seprank.spark.command.GraphAnalyzeCommand;
import org.seprank.spark.command.GraphSparsifyCommand;
import org.seprank.spark.command.SparkAnalyzeCommand;
import org.seprank.spark.command.SparkCheckCommand;
import org.seprank.spark.command.SparkMeasureCommand;
import org.seprank.spark.command.SparkRewireCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code seprank spark}, which has commands of its own. */
public final class SparkExtension implements CommandExtension {
    static final String NAME = "spark";

    /** For {@link java.util.ServiceLoader}. */
    public SparkExtension() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public CommandLine line(Console console) {
        return new CommandLine(new Group())
                .addSubcommand(new SparkCheckCommand(console))
                .addSubcommand(new SparkMeasureCommand(console))
                .addSubcommand(new SparkAnalyzeCommand(console))
                .addSubcommand(new SparkRewireCommand(console))
                .addSubcommand(new GraphAnalyzeCommand(console))
                .addSubcommand(new GraphSparsifyCommand(console));
    }

    /** The command above the others. */
    @Command(
            name = NAME,
            description = {
                "On Apache Spark: many graphs, or one that does not fit one machine. Without --master it runs where spark-submit",
                "says, else on all processors of this machine. Spark's own settings: --conf, or SEPRANK_OPTS=-Dspark.KEY=VALUE."
            },
            subcommands = CommandLine.HelpCommand.class)
    private static final class Group implements Runnable {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public void run() {
            throw new ParameterException(spec.commandLine(), "no command given");
        }
    }
}
