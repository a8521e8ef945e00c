package org.seprank.mapped;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.seprank.work.Parallel;

/**
 * Numbers sorted outside the heap: what does not fit a buffer goes to files, each sorted, which are merged at the end.
 * Equal numbers become one. Time O(N log N), memory that of the buffer and a mebibyte for each of the files.
 */
final class SortedRuns implements Closeable {
    private final Path base;
    private final long[] buffer;
    private final List<Path> files = new ArrayList<>();
    private int filled;
    private long added;

    /** Takes numbers; files are beside {@code base} and begin with its name. */
    SortedRuns(Path base, int capacity) {
        this.base = base;
        this.buffer = new long[capacity];
    }

    /** Takes a number that is not negative. */
    void add(long number) throws IOException {
        if (filled == buffer.length) {
            spill();
        }
        buffer[filled++] = number;
        added++;
    }

    /** How many numbers were added, equal ones counted each. */
    long added() {
        return added;
    }

    private void spill() throws IOException {
        sortBuffer();
        Path file = base.resolveSibling(base.getFileName() + "." + files.size() + ".run");
        files.add(file);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            NumberOutput out = new NumberOutput(channel, 0);
            for (int i = 0; i < filled; i++) {
                out.put(buffer[i]);
            }
            out.flush();
        }
        filled = 0;
    }

    private void sortBuffer() {
        for (int i = filled; i < buffer.length; i++) {
            buffer[i] = Long.MAX_VALUE; // beyond every number, so that the array is sorted in place
        }
        Parallel.sort(buffer);
        int kept = 0;
        for (int i = 0; i < filled; i++) {
            if (kept == 0 || buffer[i] != buffer[kept - 1]) {
                buffer[kept++] = buffer[i];
            }
        }
        filled = kept;
    }

    /** Takes a number of the sorted ones. */
    @FunctionalInterface
    interface Taker {
        void take(long number) throws IOException;
    }

    /** Hands over all numbers, ascending and all different; nothing is to be added later. */
    void forEach(Taker taker) throws IOException {
        if (files.isEmpty()) {
            sortBuffer();
            for (int i = 0; i < filled; i++) {
                taker.take(buffer[i]);
            }
            return;
        }
        spill();
        PriorityQueue<Run> queue = new PriorityQueue<>(Comparator.comparingLong(run -> run.first));
        List<Run> opened = new ArrayList<>();
        try {
            for (Path file : files) {
                Run run = new Run(file);
                opened.add(run);
                if (run.advance()) {
                    queue.add(run);
                }
            }
            merge(queue, taker);
        } finally {
            for (Run run : opened) {
                run.close();
            }
        }
    }

    private static void merge(PriorityQueue<Run> queue, Taker taker) throws IOException {
        long last = -1;
        for (Run run = queue.poll(); run != null; run = queue.poll()) {
            Run next = queue.peek();
            long bound = next == null ? Long.MAX_VALUE : next.first;
            boolean more = true;
            while (more && run.first <= bound) {
                if (run.first != last) {
                    last = run.first;
                    taker.take(last);
                }
                more = run.advance();
            }
            if (more) {
                queue.add(run);
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    /** One sorted file. */
    private static final class Run implements Closeable {
        private final FileChannel file;
        private final ByteBuffer bytes = ByteBuffer.allocateDirect(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
        private long first;

        Run(Path path) throws IOException {
            this.file = FileChannel.open(path, StandardOpenOption.READ);
            bytes.limit(0);
        }

        boolean advance() throws IOException {
            if (bytes.remaining() < Long.BYTES) {
                bytes.compact();
                int more = 1;
                while (bytes.hasRemaining() && more > 0) {
                    more = file.read(bytes);
                }
                bytes.flip();
                if (bytes.remaining() < Long.BYTES) {
                    return false;
                }
            }
            first = bytes.getLong();
            return true;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
