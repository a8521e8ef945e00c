package org.seprank.work;

import java.util.function.BooleanSupplier;

/**
 * The line between long work and whoever waits for it: the work reports how far it is, the other side may ask it to
 * stop. Implementations are safe for use by several threads; calls are cheap enough for every thousandth step of an
 * inner loop.
 */
public interface Progress {
    /**
     * Starts a piece of work; the previous one, if any, has ended.
     *
     * @param what a short name, such as "removing edges"
     * @param total the number of steps, or -1 where it is not known
     */
    void start(String what, long total);

    /**
     * Says that so many steps of the current piece are done.
     *
     * @param done steps since {@link #start}, never falling
     */
    void advanceTo(long done);

    /** Whether the work should stop as soon as it can, keeping what is sound. */
    boolean cancelled();

    /** A part of this work, or one of several parts at a time: it is cancelled with the whole, but shows nothing. */
    default Progress silent() {
        return stoppedBy(this::cancelled);
    }

    /** A progress that shows nothing and cancels when it is told so. */
    static Progress stoppedBy(BooleanSupplier stop) {
        return new Progress() {
            @Override
            public void start(String what, long total) {}

            @Override
            public void advanceTo(long done) {}

            @Override
            public boolean cancelled() {
                return stop.getAsBoolean();
            }
        };
    }

    /** A progress that shows nothing and never cancels. */
    static Progress none() {
        return stoppedBy(() -> false);
    }
}
