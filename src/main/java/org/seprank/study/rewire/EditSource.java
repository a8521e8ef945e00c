package org.seprank.study.rewire;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import org.seprank.graph.Graph;
import org.seprank.graph.partition.Partition;
import org.seprank.report.Block;
import org.seprank.rewire.edit.EditHeader;
import org.seprank.rewire.edit.EditList;
import org.seprank.study.Context;
import org.seprank.study.Question;
import org.seprank.study.input.GraphInput;
import org.seprank.study.input.NetworkShape;

/** Where the edits of a graph come from: a method decides on them, or a file holds them. */
public sealed interface EditSource permits RewirePlan, Replay {
    /**
     * Edits in order.
     *
     * @param edits all that are made
     * @param header what a file of them says of them
     * @param inputs what was read for them
     */
    record Decided(EditList edits, EditHeader header, List<Block.Input> inputs) {}

    /**
     * What edits are decided for.
     *
     * @param input the graph
     * @param network that it is prepared for
     * @param partitions that the edits are for; may be none
     */
    record Subject(GraphInput input, NetworkShape network, List<Partition> partitions) {
        /** Keeps the list. */
        public Subject {
            partitions = List.copyOf(partitions);
        }
    }

    /** The question with these edits. */
    Question addTo(Question question);

    /** The edits for a graph; where {@code context} asks to stop, the first of them. */
    Decided decide(Subject subject, RewireFiles files, Context context) throws IOException;

    /**
     * The source for one of many graphs.
     *
     * @param number which, from 1
     */
    default EditSource of(int number) {
        return this;
    }

    /** Partitions that the edits are for, as on the command line. */
    List<String> protect();

    /** How many edits were asked for, where that is a number that a method may fall short of. */
    OptionalInt asked(Graph graph);

    /** What was done. */
    Block facts(NetworkShape network, EditList edits);
}
