package org.seprank.graph.io;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.seprank.graph.io.codec.Direction;
import org.seprank.graph.io.codec.Input;

/**
 * How a graph file is read.
 *
 * @param format its format, or null to tell it by content and name
 * @param direction whether edges get a direction
 * @param vertexCount the number n of vertices 0..n-1 of an edge list or table of integers, the last of which may be
 *     isolated; 0: as the file says. Formats that say it themselves do not use it.
 * @param weights whether weights are read; without them every edge weighs 1
 */
public record ReadOptions(@Nullable GraphFormat format, Direction direction, int vertexCount, boolean weights) {
    private static final ReadOptions DEFAULTS = new ReadOptions(null, Direction.AUTO, 0, true);

    /** Checks the number of vertices. */
    public ReadOptions {
        if (vertexCount < 0) {
            throw new IllegalArgumentException("vertex count " + vertexCount + " is not 0 or more");
        }
    }

    /** All as the file says. */
    public static ReadOptions defaults() {
        return DEFAULTS;
    }

    /** The same with a format that is not to be guessed. */
    public ReadOptions withFormat(GraphFormat forced) {
        return new ReadOptions(forced, direction, vertexCount, weights);
    }

    /** The same with a direction. */
    public ReadOptions withDirection(Direction wanted) {
        return new ReadOptions(format, wanted, vertexCount, weights);
    }

    /** The same with a number of vertices. */
    public ReadOptions withVertexCount(int n) {
        return new ReadOptions(format, direction, n, weights);
    }

    /** The same with or without weights. */
    public ReadOptions withWeights(boolean read) {
        return new ReadOptions(format, direction, vertexCount, read);
    }

    Input input(Path path) {
        return new Input(path, direction, vertexCount, weights);
    }
}
