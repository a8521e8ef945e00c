package org.seprank.rewire.catalogue;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.seprank.rewire.Rewirer;
import org.seprank.rewire.Sparsifier;
import org.seprank.rewire.toward.InteractionGoal;

/** A way to change graphs, under its name. */
public sealed interface Method {
    /** Its name on the command line. */
    String id();

    /** What it does, in a line, with its source. */
    String summary();

    /** What can be set. */
    List<Parameter> parameters();

    /** The names of {@link #parameters}. */
    default List<String> parameterNames() {
        return parameters().stream().map(Parameter::name).toList();
    }

    /**
     * Removes edges.
     *
     * @param id its name
     * @param summary what it does
     * @param parameters what can be set
     * @param maker makes it
     */
    record Removal(String id, String summary, List<Parameter> parameters, Function<Setting, Sparsifier> maker)
            implements Method {
        /** The method with that setting. */
        public Sparsifier with(Setting setting) {
            return maker.apply(setting.completedFor(this));
        }
    }

    /**
     * Adds edges, or exchanges them.
     *
     * @param id its name
     * @param summary what it does
     * @param parameters what can be set
     * @param endless whether it would go on exchanging edges for ever
     * @param maker makes it
     */
    record Change(
            String id, String summary, List<Parameter> parameters, boolean endless, Function<Setting, Rewirer> maker)
            implements Method {
        /** The method with that setting. */
        public Rewirer with(Setting setting) {
            return maker.apply(setting.completedFor(this));
        }
    }

    /**
     * Rewires for stated interactions.
     *
     * @param id its name
     * @param summary what it does
     * @param parameters what can be set
     * @param maker makes it
     */
    record Goal(
            String id,
            String summary,
            List<Parameter> parameters,
            BiFunction<List<InteractionGoal.Interaction>, Setting, Rewirer> maker)
            implements Method {
        /** The method for those interactions with that setting. */
        public Rewirer with(List<InteractionGoal.Interaction> interactions, Setting setting) {
            return maker.apply(interactions, setting.completedFor(this));
        }
    }

    /**
     * Removes edges by what a network learns about them on a dataset; made where networks are known.
     *
     * @param id its name
     * @param summary what it does
     * @param parameters what can be set
     */
    record Trained(String id, String summary, List<Parameter> parameters) implements Method {}

    /**
     * The setting with the usual values of parameters that it does not give, in the order of their names.
     *
     * @throws IllegalArgumentException if it gives one that the method has not
     */
    default Setting completed(Setting setting) {
        return setting.completedFor(this);
    }

    /** Whether it only removes edges. */
    default boolean onlyRemoves() {
        return this instanceof Removal || this instanceof Trained;
    }
}
