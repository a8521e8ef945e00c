package org.seprank.study.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.seprank.work.Progress;

class IndependentCellsTest {
    @Test
    void everyCellIsThere() throws IOException {
        IndependentCells work = new IndependentCells();
        for (int i = 0; i < 40; i++) {
            String key = "cell " + i;
            double value = i;
            work.add((sink, progress) -> sink.put(key, Map.of("value", value)));
        }
        CancelledAfter progress = CancelledAfter.of(100);
        Map<String, Map<String, Double>> all = work.run(3, 40, progress);
        assertThat(all).hasSize(40).containsEntry("cell 7", Map.of("value", 7.0));
        assertThat(progress.done()).hasValue(40);
    }

    @Test
    void onceCancelledWhatIsFinishedStays() throws IOException {
        IndependentCells work = new IndependentCells();
        work.add((sink, progress) -> sink.put("first", Map.of()));
        work.add((sink, progress) -> {
            throw new CancellationException("stopped");
        });
        work.add((sink, progress) -> sink.put("kept before", Map.of()));
        work.add((sink, progress) -> {
            if (progress.cancelled()) {
                throw new CancellationException("not begun");
            }
            sink.put("anew", Map.of());
        });
        assertThat(work.run(1, 4, CancelledAfter.of(1))).containsOnlyKeys("first", "kept before");
    }

    @Test
    void aFailureStopsTheOthersAndIsThrown() {
        IndependentCells work = new IndependentCells();
        CountDownLatch started = new CountDownLatch(1);
        AtomicBoolean stopped = new AtomicBoolean();
        work.add((sink, progress) -> {
            try {
                started.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            throw new IOException("no space");
        });
        work.add((sink, progress) -> {
            started.countDown();
            while (!progress.cancelled()) {
                Thread.onSpinWait();
            }
            stopped.set(true);
            throw new CancellationException("stopped");
        });
        assertThatThrownBy(() -> work.run(2, 2, Progress.none()))
                .isInstanceOf(IOException.class)
                .hasMessage("no space");
        assertThat(stopped).isTrue();
    }
}
