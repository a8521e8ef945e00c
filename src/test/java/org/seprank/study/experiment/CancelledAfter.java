package org.seprank.study.experiment;

import java.util.concurrent.atomic.AtomicLong;
import org.seprank.work.Progress;

/** Progress that asks to stop once so many steps are done. */
public record CancelledAfter(long steps, AtomicLong done) implements Progress {
    /** From no step. */
    public static CancelledAfter of(long steps) {
        return new CancelledAfter(steps, new AtomicLong());
    }

    @Override
    public void start(String what, long total) {}

    @Override
    public void advanceTo(long reached) {
        done.accumulateAndGet(reached, Math::max);
    }

    @Override
    public boolean cancelled() {
        return done.get() >= steps;
    }
}
