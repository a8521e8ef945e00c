package org.seprank.study.rewire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.seprank.graph.Graph;
import org.seprank.report.Block;
import org.seprank.rewire.Budget;
import org.seprank.rewire.edit.EditFile;
import org.seprank.rewire.edit.EditHeader;
import org.seprank.rewire.edit.EditList;
import org.seprank.study.Context;
import org.seprank.study.Question;
import org.seprank.study.input.EditsFile;
import org.seprank.study.input.GraphInput;
import org.seprank.study.input.NetworkShape;

/**
 * The edits of an earlier run.
 *
 * @param file which holds them
 * @param amount how many of them are made; empty: all
 */
public record Replay(EditsFile file, Optional<Budget> amount) implements EditSource {
    @Override
    public Question addTo(Question question) {
        return file.addTo(question).with("budget", amount.map(Budget::text).orElse("all"));
    }

    @Override
    public Decided decide(Subject subject, RewireFiles files, Context context) throws IOException {
        GraphInput input = subject.input();
        Graph graph = input.graph();
        EditFile.Content read = file.content(graph);
        EditList all = read.edits();
        boolean exchanges = all.additionCount() > 0 && all.additionCount() < all.size();
        if (exchanges && amount.isPresent() && amount.get() instanceof Budget.MeanDegree) {
            throw new IllegalArgumentException("--mean-degree says how many edges stay or come, but " + file.path()
                    + " removes and adds edges; say --edit N");
        }
        boolean keeps = amount.isPresent() && amount.get().text().startsWith("keep");
        if (all.additionCount() > 0 && keeps) {
            throw new IllegalArgumentException("--" + amount.get().text() + " says how many edges stay, but "
                    + file.path() + " adds edges; say --edit N");
        }
        int count = amount.filter(budget -> budget != Budget.all())
                .map(budget -> budget.in(graph, all.additionCount() > 0).edits(graph.edgeCount()))
                .orElse(all.size());
        if (count > all.size()) {
            throw new IllegalArgumentException(
                    count + " edits are to be made, but " + file.path() + " has only " + all.size());
        }
        EditHeader header = EditHeader.of(input.location(), graph)
                .decidedBy(read.header().settings(), read.header().parameters())
                .withVersion(read.header().version());
        EditList some = all.prefix(count);
        files.keep(some, header, graph);
        return new Decided(some, header, List.of(file.input()));
    }

    /** The edits that {@link RewiredSet} wrote. */
    @Override
    public EditSource of(int number) {
        if (!Files.isDirectory(file.path())) {
            throw new IllegalArgumentException("--edits-in " + file.path()
                    + " is of one graph; take it with --graph K, or name a folder of edits");
        }
        Path own = RewiredSet.file(file.path(), number);
        if (!Files.exists(own)) {
            throw new IllegalArgumentException(file.path() + " has no edits of the graph");
        }
        return new Replay(new EditsFile(own, file.force()), amount);
    }

    @Override
    public List<String> protect() {
        return List.of();
    }

    @Override
    public OptionalInt asked(Graph graph) {
        return OptionalInt.empty();
    }

    @Override
    public Block facts(NetworkShape network, EditList edits) {
        return RewirePlan.counts("edits of " + file.path(), edits);
    }
}
