package org.seprank.work;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A loop that one thread runs and others may help with, if they come before its last step has begun. */
final class SharedLoop {
    private final int steps;
    private final Supplier<IntConsumer> workers; // one for each thread that finds a step
    private final AtomicLong next = new AtomicLong();
    private int helping;
    private @Nullable Throwable failure;

    SharedLoop(int steps, Supplier<IntConsumer> workers) {
        this.steps = steps;
        this.workers = workers;
    }

    /** Returns when all steps have ended; what one throws is thrown here, and no other begins after it. */
    void run() {
        take();
        awaitHelpers();
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /**
     * Takes steps until there are none left; what they throw goes to the thread that runs the loop.
     *
     * @return whether it came in time
     */
    boolean help() {
        synchronized (this) {
            if (next.get() >= steps) {
                return false; // nobody waits for this thread
            }
            helping++;
        }
        take();
        synchronized (this) {
            helping--;
            notifyAll();
        }
        return true;
    }

    private void take() {
        try {
            long step = next.getAndIncrement();
            if (step < steps) {
                IntConsumer worker = workers.get();
                for (; step < steps; step = next.getAndIncrement()) {
                    worker.accept((int) step);
                }
            }
        } catch (RuntimeException | Error e) {
            next.set(steps);
            synchronized (this) {
                failure = failure == null ? e : failure;
            }
        }
    }

    /** An interrupt is put off: steps write to the caller's arrays, so they must end first. */
    private synchronized void awaitHelpers() {
        boolean interrupted = false;
        while (helping > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
