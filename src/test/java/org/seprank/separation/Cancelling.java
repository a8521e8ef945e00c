package org.seprank.separation;

import org.seprank.work.Progress;

/** A progress that cancels once it has been told of so many steps. */
final class Cancelling implements Progress {
    private final int limit;
    private int steps;

    Cancelling(int limit) {
        this.limit = limit;
    }

    @Override
    public void start(String what, long total) {}

    @Override
    public void advanceTo(long done) {
        steps++;
    }

    @Override
    public boolean cancelled() {
        return steps >= limit;
    }
}
