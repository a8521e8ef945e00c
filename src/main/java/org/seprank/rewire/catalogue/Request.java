package org.seprank.rewire.catalogue;

import java.util.List;
import org.seprank.dataset.Features;
import org.seprank.graph.Graph;
import org.seprank.rewire.Budget;
import org.seprank.rewire.Sparsifier;
import org.seprank.rewire.edit.EditList;
import org.seprank.rewire.edit.EditSink;
import org.seprank.walk.Interaction;
import org.seprank.work.Progress;

/**
 * What a {@link Method} is asked for. Immutable.
 *
 * @param graph before any edit
 * @param budget how many edits
 * @param setting seed, depth, rules and parameters
 * @param interactions that count; empty: none are stated
 * @param known of the vertices beside their edges
 * @param decided the first edits, if an earlier run decided on them
 * @param watch who is told while it runs
 */
public record Request(
        Graph graph,
        Budget budget,
        MethodSetting setting,
        List<Interaction> interactions,
        Known known,
        EditList decided,
        Watch watch) {
    /** Makes the sparsifiers that train on the labels of a dataset, which this room does not know. */
    @FunctionalInterface
    public interface Training {
        /**
         * The sparsifier that a method of the catalogue stands for.
         *
         * @throws IllegalArgumentException if there is no dataset to train on
         */
        Sparsifier sparsifier(Method method, MethodSetting setting);

        /** Where there is no dataset. */
        static Training none() {
            return (method, setting) -> {
                throw new IllegalArgumentException(
                        "method " + method.id() + " trains on the labels of a dataset, but there is only a graph");
            };
        }
    }

    /**
     * What is known of the vertices beside their edges.
     *
     * @param features a row for each vertex; no columns where there are none
     * @param training makes the methods that train on labels
     */
    public record Known(Features features, Training training) {}

    /**
     * Who is told.
     *
     * @param sink gets each removal as soon as it is decided
     * @param progress told the number of edits; if it cancels, the edits so far are the answer
     */
    public record Watch(EditSink sink, Progress progress) {}

    /** Keeps the interactions, and checks that every vertex has a row of features. */
    public Request {
        interactions = List.copyOf(interactions);
        if (known.features().rows() != graph.vertexCount()) {
            throw new IllegalArgumentException("features of " + known.features().rows()
                    + " vertices do not fit a graph with " + graph.vertexCount());
        }
    }

    /** So many edits of a graph with usual settings. */
    public static Request of(Graph graph, Budget budget) {
        return new Request(
                graph,
                budget,
                MethodSetting.of(0, MethodSetting.DEPTH),
                List.of(),
                new Known(Features.none(graph.vertexCount()), Training.none()),
                EditList.empty(),
                new Watch(EditSink.none(), Progress.none()));
    }

    /** The same with another setting. */
    public Request with(MethodSetting other) {
        return new Request(graph, budget, other, interactions, known, decided, watch);
    }

    /** The same with another budget. */
    Request with(Budget other) {
        return new Request(graph, other, setting, interactions, known, decided, watch);
    }

    /** The same for these interactions. */
    public Request forInteractions(List<Interaction> others) {
        return new Request(graph, budget, setting, others, known, decided, watch);
    }

    /** The same where there is a dataset to train on. */
    public Request trainedBy(Training other) {
        return with(new Known(known.features(), other));
    }

    /**
     * The same where vertices have features.
     *
     * @throws IllegalArgumentException unless there is a row for each
     */
    public Request describedBy(Features features) {
        return with(new Known(features, known.training()));
    }

    private Request with(Known other) {
        return new Request(graph, budget, setting, interactions, other, decided, watch);
    }

    /** The same, continuing what an earlier run on the same graph decided. */
    public Request resuming(EditList edits) {
        return new Request(graph, budget, setting, interactions, known, edits, watch);
    }

    /** The same, telling these. */
    public Request watchedBy(EditSink sink, Progress progress) {
        return new Request(graph, budget, setting, interactions, known, decided, new Watch(sink, progress));
    }

    EditSink sink() {
        return watch.sink();
    }

    Progress progress() {
        return watch.progress();
    }
}
