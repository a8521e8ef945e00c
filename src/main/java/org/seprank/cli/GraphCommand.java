package org.seprank.cli;

import org.seprank.study.input.GraphSource;
import picocli.CommandLine.Mixin;

/** A command that asks about a graph. */
abstract class GraphCommand extends StudyCommand {
    @Mixin
    private GraphOptions graph = new GraphOptions();

    @Mixin
    private RunOptions run = new RunOptions();

    GraphCommand(Console console) {
        super(console);
    }

    GraphSource source() {
        return graph.source(run.seed());
    }

    long seed() {
        return run.seed();
    }

    @Override
    boolean takesGraphs() {
        return true;
    }

    @Override
    boolean takesDatasets() {
        return true;
    }

    @Override
    int threads() {
        return run.threads();
    }
}
