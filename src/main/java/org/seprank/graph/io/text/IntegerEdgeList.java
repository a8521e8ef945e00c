package org.seprank.graph.io.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.seprank.file.ReadLimits;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.Input;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * Reads an edge list whose ids are integers: blocks of whole lines are parsed in parallel and joined in their order, so
 * that the answer does not depend on the number of threads.
 */
final class IntegerEdgeList {
    private static final int BLOCK = 1 << 22;
    private static final byte[] UTF_8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private static final int MOST_THREADS = 8; // that keep up with one that reads

    private final Map<Integer, EdgeBlock> blocks = new ConcurrentSkipListMap<>();
    private volatile boolean failed;

    private IntegerEdgeList() {}

    /** The graph, or empty if the list is not one of integers. */
    static Optional<Graph> read(Input input) throws IOException {
        return read(input, BLOCK);
    }

    /** The same in blocks of that many bytes, or of a line if that is longer. */
    static Optional<Graph> read(Input input, int block) throws IOException {
        IntegerEdgeList list = new IntegerEdgeList();
        try (InputStream in = input.open()) {
            list.parse(new Slices(in, block));
        }
        return list.failed
                ? Optional.empty()
                : IntegerEdges.of(input, new ArrayList<>(list.blocks.values())).graph();
    }

    /** A thread that has a slice parses it while another reads the next. */
    private void parse(Slices slices) throws IOException {
        Parallel.Job<Boolean> parsing = progress -> {
            Optional<Slice> slice = slices.next();
            while (slice.isPresent() && !failed) {
                add(slice.get());
                slice = slices.next();
            }
            return true;
        };
        int threads =
                slices.ended ? 1 : Math.min(MOST_THREADS, Parallel.current().threads());
        Parallel.of(threads).jobs(Collections.nCopies(threads, parsing), Progress.none());
        failed |= slices.lineTooLong;
    }

    private void add(Slice slice) {
        EdgeBlock block = EdgeBlock.parse(slice.data(), slice.start(), slice.end());
        blocks.put(slice.number(), block);
        if (block.failed()) {
            failed = true;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // a buffer on its way to a worker, never compared
    private record Slice(int number, byte[] data, int start, int end) {}

    /** Cuts a stream into slices that end where a line does. */
    private static final class Slices {
        private final InputStream in;
        private final int block;
        private byte[] rest = new byte[0];
        private @Nullable Slice ahead;
        private int count;
        private boolean ended; // nothing is left but the slice ahead
        private boolean lineTooLong;

        Slices(InputStream in, int block) throws IOException {
            this.in = in;
            this.block = block;
            this.ahead = read();
        }

        /** The next slice, empty after the last. */
        synchronized Optional<Slice> next() throws IOException {
            Optional<Slice> next = Optional.ofNullable(ahead);
            ahead = ended || lineTooLong ? null : read();
            return next;
        }

        private Slice read() throws IOException {
            byte[] data = Arrays.copyOf(rest, Math.max(block, 2 * rest.length));
            int length = rest.length + in.readNBytes(data, rest.length, data.length - rest.length);
            ended = length < data.length;
            int end = ended ? length : afterLastLine(data, length);
            if (end == 0 && !ended) {
                lineTooLong = length >= ReadLimits.LONGEST_LINE;
                rest = data;
                return lineTooLong ? new Slice(count++, data, 0, 0) : read();
            }
            rest = Arrays.copyOfRange(data, end, length);
            int start = count == 0 && Arrays.mismatch(data, 0, Math.min(3, end), UTF_8_MARK, 0, 3) == -1 ? 3 : 0;
            return new Slice(count++, data, start, end);
        }

        private static int afterLastLine(byte[] data, int length) {
            int end = length;
            while (end > 0 && data[end - 1] != '\n') {
                end--;
            }
            return end;
        }
    }
}
