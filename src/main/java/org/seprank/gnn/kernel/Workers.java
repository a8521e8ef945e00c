package org.seprank.gnn.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * The threads that share one kernel. Rows are cut into chunks which the threads, the caller among them, take one by
 * one; every row is computed whole by one thread, so results do not depend on how many there are.
 *
 * <p>A training calls kernels many thousands of times, and most calls are over before another thread has woken up. This
 * is why they have threads of their own, which stay, and why every call says how much it has to do: it is shared from
 * {@value #WORTH_SHARING} multiplications on only.
 */
public final class Workers {
    /** Below this many multiplications a hand-over to another thread costs more than it saves. */
    private static final long WORTH_SHARING = 400_000;

    private static final Workers SINGLE = new Workers(1);

    private final int threads;
    private final List<ForkJoinPool> pool; // empty: only the caller works

    private Workers(int threads) {
        this.threads = threads;
        this.pool = threads == 1 ? List.of() : List.of(new ForkJoinPool(threads - 1));
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
        return threads == 1 ? SINGLE : new Workers(threads);
    }

    /** A part of the rows, {@code from} inclusive, {@code to} exclusive. */
    @FunctionalInterface
    public interface Rows {
        /** Does these rows. */
        void run(int from, int to);
    }

    /** Does {@code n} rows that cost about {@code work} multiplications in total. */
    public void rows(int n, long work, Rows body) {
        if (threads == 1 || work < WORTH_SHARING || n < 2) {
            body.run(0, n);
            return;
        }
        int chunks = Math.min(n, 8 * threads);
        chunks(chunks, c -> body.run((int) ((long) n * c / chunks), (int) ((long) n * (c + 1) / chunks)));
    }

    /** Does each of {@code parts} parts, which cost about {@code work} multiplications in total. */
    public void parts(int parts, long work, IntConsumer body) {
        if (threads == 1 || work < WORTH_SHARING || parts < 2) {
            for (int part = 0; part < parts; part++) {
                body.accept(part);
            }
            return;
        }
        chunks(parts, body);
    }

    private void chunks(int count, IntConsumer body) {
        AtomicInteger next = new AtomicInteger();
        List<ForkJoinTask<?>> others = new ArrayList<>();
        for (int i = 1; i < Math.min(threads, count); i++) {
            others.add(pool.get(0).submit(new Share(next, count, body)));
        }
        take(next, count, body);
        others.forEach(ForkJoinTask::join);
    }

    private static void take(AtomicInteger next, int count, IntConsumer body) {
        for (int c = next.getAndIncrement(); c < count; c = next.getAndIncrement()) {
            body.accept(c);
        }
    }

    private static final class Share extends RecursiveAction {
        private static final long serialVersionUID = 1L;
        private final transient AtomicInteger next;
        private final int count;
        private final transient IntConsumer body;

        Share(AtomicInteger next, int count, IntConsumer body) {
            this.next = next;
            this.count = count;
            this.body = body;
        }

        @Override
        protected void compute() {
            take(next, count, body);
        }
    }

    /** How many threads work. */
    public int threads() {
        return threads;
    }
}
