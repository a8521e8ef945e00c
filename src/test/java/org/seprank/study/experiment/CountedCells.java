package org.seprank.study.experiment;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Cells that count how often work is done to its end. */
public record CountedCells(Cells cells, AtomicInteger works) implements Cells {
    /** Counts from 0. */
    public static CountedCells of(Cells cells) {
        return new CountedCells(cells, new AtomicInteger());
    }

    @Override
    public Map<String, Double> of(String key, Work work) throws IOException {
        return cells.of(key, () -> {
            Map<String, Double> values = work.run();
            works.incrementAndGet();
            return values;
        });
    }

    @Override
    public void close() throws IOException {
        cells.close();
    }
}
