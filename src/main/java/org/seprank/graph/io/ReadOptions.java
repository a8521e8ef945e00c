package org.seprank.graph.io;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.seprank.graph.ParallelEdges;
import org.seprank.graph.io.codec.Direction;
import org.seprank.graph.io.codec.Input;
import org.seprank.graph.io.codec.Reading;

/**
 * How a graph file is read.
 *
 * @param format its format, or null to tell it by content and name
 * @param reading direction, number of vertices (0..n-1 of an edge list or table of integers, the last of which may be
 *     isolated; formats that say it themselves do not use it), weights (without them every edge weighs 1), and what
 *     becomes of parallel edges
 * @param largestComponent whether only the largest component is kept; of several, the one with the first vertex
 */
public record ReadOptions(@Nullable GraphFormat format, Reading reading, boolean largestComponent) {
    private static final ReadOptions DEFAULTS =
            new ReadOptions(null, new Reading(Direction.AUTO, 0, true, ParallelEdges.FIRST), false);

    /** All as the file says. */
    public static ReadOptions defaults() {
        return DEFAULTS;
    }

    /** The same with a format that is not to be guessed. */
    public ReadOptions withFormat(GraphFormat forced) {
        return new ReadOptions(forced, reading, largestComponent);
    }

    /** The same with a direction. */
    public ReadOptions withDirection(Direction wanted) {
        return with(new Reading(wanted, vertexCount(), reading.weights(), parallel()));
    }

    /** The same with a number of vertices. */
    public ReadOptions withVertexCount(int n) {
        return with(new Reading(direction(), n, reading.weights(), parallel()));
    }

    /** The same with or without weights. */
    public ReadOptions withWeights(boolean read) {
        return with(new Reading(direction(), vertexCount(), read, parallel()));
    }

    /** The same with what becomes of parallel edges. */
    public ReadOptions withParallelEdges(ParallelEdges joined) {
        return with(new Reading(direction(), vertexCount(), reading.weights(), joined));
    }

    /** The same, of the largest component or of the whole graph. */
    public ReadOptions withLargestComponent(boolean largest) {
        return new ReadOptions(format, reading, largest);
    }

    private ReadOptions with(Reading other) {
        return new ReadOptions(format, other, largestComponent);
    }

    /** Whether edges get a direction. */
    public Direction direction() {
        return reading.direction();
    }

    /** The number of vertices, or 0: as the file says. */
    public int vertexCount() {
        return reading.vertexCount();
    }

    /** What becomes of parallel edges. */
    public ParallelEdges parallel() {
        return reading.parallel();
    }

    Input input(Path path, Path content) {
        return new Input(path, content, reading);
    }
}
