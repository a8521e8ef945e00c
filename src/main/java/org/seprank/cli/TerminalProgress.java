package org.seprank.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.seprank.work.Progress;

/**
 * Progress as a bar on stderr with rate and remaining time, shown once a piece of work has taken two seconds, and only
 * on a terminal.
 */
final class TerminalProgress implements Progress, AutoCloseable {
    private static final long PATIENCE_NANOS = 2_000_000_000L;
    private static final int REFRESH_MILLIS = 250;

    private final Interruption interruption;
    private final boolean shown;
    private String what = "";
    private long total = -1;
    private long started;
    private @Nullable ProgressBar bar;

    /**
     * Progress of one command.
     *
     * @param quiet whether to show nothing whatever stderr is
     */
    TerminalProgress(Interruption interruption, boolean quiet) {
        this.interruption = interruption;
        this.shown = !quiet && Boolean.getBoolean("seprank.terminal");
    }

    @Override
    public synchronized void start(String name, long steps) {
        close();
        what = name;
        total = steps;
        started = System.nanoTime();
    }

    @Override
    public synchronized void advanceTo(long done) {
        if (!shown || System.nanoTime() - started < PATIENCE_NANOS) {
            return;
        }
        if (bar == null) {
            bar = new ProgressBarBuilder()
                    .setTaskName(what)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(REFRESH_MILLIS)
                    .showSpeed()
                    .build();
        }
        bar.stepTo(done);
    }

    @Override
    public boolean cancelled() {
        return interruption.requested();
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
