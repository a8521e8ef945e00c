package org.seprank.rewire.toward;

import java.util.Optional;
import org.seprank.rewire.toward.gain.Move;

/** How a step chooses its move. */
sealed interface Choice permits BestMove, BestByObjective {
    /** The best of these moves; nothing if none is an improvement, or after cancelling. */
    Optional<Move> among(MoveSource source);
}
