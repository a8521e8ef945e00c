package org.seprank.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Ctrl-C: the first one asks running work to stop, and the process waits until it has left everything sound; the
 * virtual machine then ends with exit code 130.
 */
final class Interruption {
    private static final long GRACE_SECONDS = 60;

    private final AtomicBoolean requested = new AtomicBoolean();
    private final BooleanSupplier other;
    private final CountDownLatch finished = new CountDownLatch(1);

    /** One that only its own listening, if any, requests. */
    Interruption() {
        this(() -> false);
    }

    private Interruption(BooleanSupplier other) {
        this.other = other;
    }

    /** One that another side requests. */
    static Interruption following(BooleanSupplier other) {
        return new Interruption(other);
    }

    /** Listens from now on. */
    void install() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::onShutdown, "interruption"));
    }

    private void onShutdown() {
        if (finished.getCount() == 0) {
            return;
        }
        requested.set(true);
        try {
            boolean ignored = finished.await(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether work should stop. */
    boolean requested() {
        return requested.get() || other.getAsBoolean();
    }

    /** Says that nothing is left to be saved. */
    void finished() {
        finished.countDown();
    }
}
