package org.seprank.work;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** In a browser there is one thread; the program's class of this name, which has many, is not compiled. */
public final class Parallel {
    private static final Parallel SINGLE = new Parallel();

    private Parallel() {}

    public static Parallel of(int threads) {
        return SINGLE;
    }

    public static Parallel single() {
        return SINGLE;
    }

    public static Parallel current() {
        return SINGLE;
    }

    public static void sort(long[] numbers) {
        Arrays.sort(numbers);
    }

    public int threads() {
        return 1;
    }

    public void each(int n, IntConsumer step) {
        for (int i = 0; i < n; i++) {
            step.accept(i);
        }
    }

    public void each(int n, Progress progress, IntConsumer step) {
        blocks(n, progress, () -> step);
    }

    public void blocks(int n, Progress progress, Supplier<? extends IntConsumer> workers) {
        IntConsumer worker = workers.get();
        for (int i = 0; i < n; i++) {
            if (progress.cancelled()) {
                throw new CancellationException();
            }
            worker.accept(i);
        }
    }
}
