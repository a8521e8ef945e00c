package org.seprank.study.advise;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.seprank.gnn.NetworkKind;
import org.seprank.graph.ParallelEdges;
import org.seprank.graph.io.ReadOptions;
import org.seprank.graph.io.codec.Direction;
import org.seprank.rewire.Budget;
import org.seprank.study.ShellWord;
import org.seprank.study.input.GraphSource;
import org.seprank.study.input.NetworkShape;

/**
 * What advice is asked for.
 *
 * @param source the graph, or a dataset
 * @param model the kind of the network's layers
 * @param network depth, widths and target
 * @param budget how many edits there may be; null: as the advice says
 * @param seed of samples
 */
public record Asked(
        GraphSource source,
        NetworkKind model,
        NetworkShape network,
        @Nullable Budget budget,
        long seed) {
    /** The command that measures some groups, to the same numbers. */
    String measure(String groups) {
        return command("measure") + " --groups " + groups + " --depths 1-" + network.depth() + seedWord();
    }

    /** The command that measures walk indices and bounds across classes, to the same numbers. */
    String measureClasses() {
        return command("measure") + " --groups walks,separation --partition labels --depths " + network.depth()
                + " --input-width " + network.inputWidth() + " --hidden-width " + network.hiddenWidth() + targetWords()
                + seedWord();
    }

    /** The command that tries a method on networks beside the graph as it is. */
    String trial(String method, String budget) {
        return command("compare") + " --methods " + method + " --budgets " + budget + " --train --model " + model.id()
                + " --depth " + network.depth() + " --split folds:6+validation --seeds 1 --no-measures" + seedWord();
    }

    /** The command that trains networks on the graph as it is. */
    String train(int depth) {
        return "seprank train " + ShellWord.quoted(source.location()) + reading() + " --model " + model.id()
                + " --depth " + depth + " --seeds 5" + seedWord();
    }

    private String targetWords() {
        return network.target().equals(NetworkShape.GRAPH) ? "" : " --target " + ShellWord.quoted(network.target());
    }

    private String seedWord() {
        return seed == 0 ? "" : " --seed " + seed;
    }

    private String command(String verb) {
        ReadOptions options = source.options();
        String words = "seprank " + verb + " " + ShellWord.quoted(source.location()) + reading();
        if (options.format() != null) {
            words += " --input-format " + options.format().id();
        }
        if (options.direction() != Direction.AUTO) {
            words += " --" + options.direction().name().toLowerCase(Locale.ROOT);
        }
        if (options.vertexCount() > 0) {
            words += " --vertices " + options.vertexCount();
        }
        return source.number() == null ? words : words + " --graph " + source.number();
    }

    private String reading() {
        ReadOptions options = source.options();
        String merge = options.parallel() == ParallelEdges.FIRST
                ? ""
                : " --merge " + options.parallel().name().toLowerCase(Locale.ROOT);
        return merge + (options.largestComponent() ? " --largest-component" : "");
    }
}
