package org.seprank.gnn.kernel;

import java.util.function.IntConsumer;
import org.seprank.work.Parallel;

/**
 * The threads that share one kernel. Rows are cut into chunks which the threads, the caller among them, take one by
 * one; every row is computed whole by one thread, so results do not depend on how many there are.
 *
 * <p>A training calls kernels many thousands of times, and most calls are over before another thread has woken up. This
 * is why every call says how much it has to do: it is shared from {@value #WORTH_SHARING} multiplications on only.
 */
public final class Workers {
    /** Below this many multiplications a hand-over to another thread costs more than it saves. */
    private static final long WORTH_SHARING = 400_000;

    private static final Workers SINGLE = new Workers(Parallel.single());

    private final Parallel team;

    private Workers(Parallel team) {
        this.team = team;
    }

    /** Only the calling thread. */
    public static Workers single() {
        return SINGLE;
    }

    /**
     * The calling thread and {@code threads - 1} daemon threads, which end when they have been idle for a while.
     *
     * @param threads in 1..1024
     */
    public static Workers of(int threads) {
        if (threads < 1 || threads > 1024) {
            throw new IllegalArgumentException("threads " + threads + " is not in 1..1024");
        }
        return threads == 1 ? SINGLE : new Workers(Parallel.of(threads));
    }

    /** A part of the rows, {@code from} inclusive, {@code to} exclusive. */
    @FunctionalInterface
    public interface Rows {
        /** Does these rows. */
        void run(int from, int to);
    }

    /** Does {@code n} rows that cost about {@code work} multiplications in total. */
    public void rows(int n, long work, Rows body) {
        if (threads() == 1 || work < WORTH_SHARING || n < 2) {
            body.run(0, n);
            return;
        }
        int chunks = Math.min(n, 8 * threads());
        team.each(chunks, c -> body.run((int) ((long) n * c / chunks), (int) ((long) n * (c + 1) / chunks)));
    }

    /** Does each of {@code parts} parts, which cost about {@code work} multiplications in total. */
    public void parts(int parts, long work, IntConsumer body) {
        if (threads() == 1 || work < WORTH_SHARING || parts < 2) {
            for (int part = 0; part < parts; part++) {
                body.accept(part);
            }
            return;
        }
        team.each(parts, body);
    }

    /** How many threads work. */
    public int threads() {
        return team.threads();
    }
}
