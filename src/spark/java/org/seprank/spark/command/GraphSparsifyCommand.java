package org.seprank.spark.command;

import org.seprank.cli.Console;
import org.seprank.cli.ExtensionCommand;
import org.seprank.rewire.Budget;
import org.seprank.spark.graph.BlockRemoval;
import org.seprank.study.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code seprank spark graph-sparsify}. */
@Command(
        name = "graph-sparsify",
        description = "The order in which edges of one graph too large for one machine are removed.",
        footer = {
            "",
            "OUT is the table of the edges with the columns order and score, .csv or Parquet. A budget of K edges is",
            "replayed by a filter: the graph without them are the rows whose order is above K or missing.",
            "",
            "Examples:",
            "  seprank spark graph-sparsify web.parquet kept.parquet --method local-similarity --master local[4]",
            "  seprank spark graph-sparsify web.parquet kept.parquet --method wis --remove 50% --chunk 5%"
        })
public final class GraphSparsifyCommand extends ExtensionCommand {
    @Mixin
    private BlockOptions blocks = new BlockOptions();

    @Parameters(index = "1", paramLabel = "OUT", description = "The table to write; what is there is replaced.")
    private String output = "";

    @Option(
            names = "--method",
            paramLabel = "NAME",
            defaultValue = "wis",
            description = {
                "wis (1-WIS in chunks), wis-exact (by rounds; many on power laws), random, local-degree, dspar, triangles,",
                "jaccard, local-similarity, disparity, k-neighbour or spanning-forest (default: ${DEFAULT-VALUE})."
            })
    private String method = "";

    @Option(
            names = "--remove",
            paramLabel = "N|P%",
            defaultValue = "100%",
            description = "How many edges wis orders (default: ${DEFAULT-VALUE}); scores order all.")
    private String remove = "";

    @Option(
            names = "--chunk",
            paramLabel = "N|P%",
            defaultValue = "5%",
            description = "Edges that go between two rankings of wis (default: ${DEFAULT-VALUE} of all).")
    private String chunk = "";

    @Option(names = "--seed", paramLabel = "S", defaultValue = "0", description = "Of what is random (default: 0).")
    private long seed;

    /** One that speaks to this console. */
    public GraphSparsifyCommand(Console console) {
        super(console);
    }

    @Override
    protected Study asked() {
        return new BlockRemoval(
                blocks.plan(), output, method, Budget.parseRemoval(remove), Budget.parseRemoval(chunk), seed);
    }
}
