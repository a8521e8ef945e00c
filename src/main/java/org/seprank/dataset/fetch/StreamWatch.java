package org.seprank.dataset.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Looks after a stream whose reader may wait for ever: closes it, which ends the waiting, when nothing has come for too
 * long or the reader is asked to stop. To be closed itself.
 */
final class StreamWatch implements AutoCloseable {
    /** How the stream is. */
    enum State {
        /** It goes on or has ended. */
        FLOWING,
        /** It was closed, since nothing came. */
        SILENT,
        /** It was closed, since the reader was asked to stop. */
        CANCELLED
    }

    private static final long LOOK_MILLIS = 100;

    private final InputStream stream;
    private final long patience;
    private final BooleanSupplier cancelled;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile long lastNanos = System.nanoTime();
    private volatile State state = State.FLOWING;

    private StreamWatch(InputStream stream, Duration patience, BooleanSupplier cancelled) {
        this.stream = stream;
        this.patience = patience.toNanos();
        this.cancelled = cancelled;
    }

    /** A watch that begins now. */
    static StreamWatch over(InputStream stream, Duration patience, BooleanSupplier cancelled) {
        StreamWatch watch = new StreamWatch(stream, patience, cancelled);
        Thread thread = new Thread(watch::look, "download watch");
        thread.setDaemon(true);
        thread.start();
        return watch;
    }

    private void look() {
        try {
            while (state == State.FLOWING && !closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (cancelled.getAsBoolean()) {
                    state = State.CANCELLED;
                } else if (System.nanoTime() - lastNanos > patience) {
                    state = State.SILENT;
                }
            }
            if (state != State.FLOWING) {
                stream.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            return; // then its reader waits no more either
        }
    }

    /** Says that something came, or the end; tells how the stream is. */
    State came() {
        lastNanos = System.nanoTime();
        if (state == State.FLOWING && cancelled.getAsBoolean()) {
            state = State.CANCELLED;
        }
        return state;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
