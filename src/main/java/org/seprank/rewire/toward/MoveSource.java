package org.seprank.rewire.toward;

import java.util.BitSet;
import java.util.function.Consumer;
import org.seprank.rewire.toward.gain.Move;

/** Where the moves come from that a step compares. */
sealed interface MoveSource permits NearbyMoves, SampledMoves {
    /** Shows the candidates of the graph as it is; some may not be possible in it. */
    void forEach(Consumer<Candidate> action);

    /**
     * Notes a move that was made.
     *
     * @param touched moves without an end among these keep their gain
     */
    void made(Move move, BitSet touched);
}
