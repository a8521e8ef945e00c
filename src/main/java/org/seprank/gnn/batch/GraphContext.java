package org.seprank.gnn.batch;

import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.seprank.gnn.kernel.CounterRandom;
import org.seprank.gnn.kernel.Matrix;
import org.seprank.gnn.kernel.Workers;

/**
 * The one mutable link between a network and its data: the batch that its layers work on now. Belongs to one network
 * and is not safe for several threads.
 */
public final class GraphContext {
    private static final long DROP_EDGE = 0xED6EL; // keeps this stream apart from the layers' dropout

    private final Workers workers;
    private final EdgeDropping dropping;
    private final long seed;
    private final IntSupplier iteration;
    private double[] rates = {}; // at which edges of the bound batch are dropped, once that is known
    private int width = -1; // unknown until a layer says it
    private @Nullable GraphBatch bound;
    private @Nullable GraphBatch thinned;
    private int thinnedAt = -1;
    private int aggregations; // that this pass has done
    private @Nullable EdgeMask<?> mask;
    private @Nullable Object written;
    private @Nullable Matrix<?> block;

    private GraphContext(Workers workers, EdgeDropping dropping, long seed, IntSupplier iteration) {
        this.workers = workers;
        this.dropping = dropping;
        this.seed = seed;
        this.iteration = iteration;
    }

    /**
     * A context without a batch.
     *
     * @param workers who share the work of the layers
     * @param dropping which edges every training step drops
     * @param seed of what is dropped
     * @param iteration the number of training steps done
     */
    public static GraphContext of(Workers workers, EdgeDropping dropping, long seed, IntSupplier iteration) {
        return new GraphContext(workers, dropping, seed, iteration);
    }

    /** The context of a layer that belongs to no network yet. */
    public static GraphContext unattached() {
        return new GraphContext(Workers.single(), EdgeDropping.none(), 0, () -> 0);
    }

    /** Says how wide the features of a batch have to be. */
    public void expectWidth(int inputWidth) {
        width = inputWidth;
    }

    /**
     * Makes the layers work on this batch from now on.
     *
     * @throws IllegalArgumentException if its features are not as wide as the network expects
     */
    public void bind(GraphBatch batch) {
        if (width >= 0 && batch.features().width() != width) {
            throw new IllegalArgumentException("feature width "
                    + batch.features().width() + " of the batch is not the input width " + width + " of the network");
        }
        if (bound != batch) {
            bound = batch;
            thinned = null;
            rates = new double[0];
        }
    }

    /**
     * The batch to work on; in training without the edges that this step drops.
     *
     * @throws IllegalStateException if none is bound
     */
    public GraphBatch batch(boolean training) {
        GraphBatch whole = bound;
        if (whole == null) {
            throw new IllegalStateException("no graph is bound to the network: call bind(batch) before it runs");
        }
        if (!training || dropping.rate() == 0) {
            return whole;
        }
        GraphBatch current = thinned;
        int now = iteration.getAsInt();
        if (current == null || thinnedAt != now) {
            if (rates.length != whole.edgeCount()) {
                rates = dropping.rates(whole);
            }
            current = whole.dropEdges(rates, CounterRandom.mix(seed, DROP_EDGE, now));
            thinned = current;
            thinnedAt = now;
        }
        return current;
    }

    /**
     * Notes that a layer begins.
     *
     * @param first whether it is the one that reads the features
     * @param hops over which it aggregates
     * @param rows of its output
     * @return how many of these, the first ones, have the values that the batch is for
     */
    public int passed(boolean first, int hops, int rows) {
        aggregations = (first ? 0 : aggregations) + hops;
        GraphBatch batch = bound;
        return batch == null || batch.vertexCount() != rows ? rows : batch.rowsAfter(aggregations);
    }

    /** The number of training steps done. */
    public int iteration() {
        return iteration.getAsInt();
    }

    /** Who share the work. */
    public Workers workers() {
        return workers;
    }

    /** Notes what was just written into an array of the library, so that the next layer need not read it back. */
    public void wrote(Object array, Matrix<?> content) {
        written = array;
        block = content;
    }

    /** The block last {@linkplain #wrote written} into that very array, if its rows are laid out like that. */
    @SuppressWarnings("unchecked")
    public <B> Optional<Matrix<B>> content(Object array, Matrix<B> like) {
        Matrix<?> known = block;
        if (known == null
                || array != written
                || known.data().getClass() != like.data().getClass()
                || known.rows() != like.rows()
                || known.width() != like.width()
                || known.stride() != like.stride()) {
            return Optional.empty();
        }
        return Optional.of((Matrix<B>) known);
    }

    /** Sets the factors of the edges that layers shall apply from now on. */
    public <B> void mask(EdgeMask<B> factors) {
        mask = factors;
    }

    /** The factors of the edges, if the network has a mask; of the type it was set with. */
    @SuppressWarnings("unchecked")
    public <B> Optional<EdgeMask<B>> mask() {
        return Optional.ofNullable((EdgeMask<B>) mask);
    }
}
