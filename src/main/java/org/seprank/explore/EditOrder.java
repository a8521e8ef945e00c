package org.seprank.explore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.seprank.graph.Graph;
import org.seprank.graph.partition.Partition;
import org.seprank.rewire.Budget;
import org.seprank.rewire.catalogue.Method;
import org.seprank.rewire.catalogue.MethodSetting;
import org.seprank.rewire.catalogue.Methods;
import org.seprank.rewire.catalogue.Request;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.edit.EditSink;
import org.seprank.study.Context;
import org.seprank.study.input.EditsFile;
import org.seprank.study.input.GraphInput;
import org.seprank.walk.Interaction;
import org.seprank.walk.Target;

/**
 * Edits in an order that a page can step through.
 *
 * @param key its name among those of the page
 * @param label what it is called
 * @param command the options of {@code seprank rewire} that make it
 * @param edits in order, without new vertices
 */
record EditOrder(String key, String label, String command, EditList edits) {
    /** Methods that add edges are asked for so many per hundred that there are. */
    private static final int PERCENT_ADDED = 30;

    private static final int MOST_ADDED = 2_000;

    /** Checks the edits. */
    EditOrder {
        if (!edits.vertices().isEmpty()) {
            throw new IllegalArgumentException(
                    label + " adds vertices; a page shows edits of edges alone, so leave it out");
        }
    }

    /**
     * What a method decides on.
     *
     * @param input the graph, with features of its vertices where it is that of a dataset
     * @param told which interactions count for methods that are told
     */
    static EditOrder by(String id, GraphInput input, MethodSetting setting, List<Interaction> told, Context context) {
        Method method = Methods.named(id);
        if (method.needsLabels()) {
            throw new IllegalArgumentException(
                    "method " + id + " trains a network; let rewire make its edits and give them with --edits");
        }
        Graph graph = input.graph();
        int edges = graph.edgeCount();
        Budget budget = method.onlyRemoves()
                ? Budget.remove(edges)
                : Budget.remove(Math.min(MOST_ADDED, Math.max(1, edges * PERCENT_ADDED / 100)));
        Request plain = Request.of(graph, budget);
        Request request = input.dataset()
                .map(dataset -> plain.describedBy(dataset.features()))
                .orElse(plain)
                .with(setting)
                .forInteractions(method.needsInteractions() ? told : List.of())
                .watchedBy(EditSink.none(), context.progress());
        return new EditOrder(
                method.byDepth() ? id + ":" + setting.depth() : id,
                method.byDepth() ? method.order(setting.depth()) : id,
                "--method " + id,
                method.rewire(request));
    }

    /** The edits of a file. */
    static EditOrder of(EditsFile file, Graph graph) throws IOException {
        String path = file.path().toString();
        return new EditOrder(
                "file:" + path, String.valueOf(file.path().getFileName()), "--edits-in " + path, file.read(graph));
    }

    static List<Interaction> interactions(List<Partition> partitions, Target target) {
        List<Interaction> told = new ArrayList<>();
        partitions.forEach(partition -> told.add(new Interaction(partition.vertices(), target)));
        return told;
    }
}
