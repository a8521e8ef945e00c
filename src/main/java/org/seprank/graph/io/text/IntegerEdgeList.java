package org.seprank.graph.io.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.seprank.file.ReadLimits;
import org.seprank.graph.Graph;
import org.seprank.graph.io.codec.Input;

/**
 * Reads an edge list whose ids are integers: blocks of whole lines are parsed in parallel and joined in their order, so
 * that the answer does not depend on the number of threads.
 */
final class IntegerEdgeList {
    private static final int BLOCK = 1 << 22;
    private static final byte[] UTF_8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final List<EdgeBlock> blocks = new ArrayList<>();
    private boolean failed;

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
                : IntegerEdges.of(input, list.blocks).graph();
    }

    private void parse(Slices slices) throws IOException {
        Slice first = slices.next();
        if (slices.ended) {
            add(EdgeBlock.parse(first.data(), first.start(), first.end()));
            return;
        }
        int threads = Math.min(8, Runtime.getRuntime().availableProcessors());
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            Deque<Future<EdgeBlock>> pending = new ArrayDeque<>();
            for (Slice slice = first; !failed && slice.end() > slice.start(); slice = slices.next()) {
                Slice lines = slice;
                pending.add(workers.submit(() -> EdgeBlock.parse(lines.data(), lines.start(), lines.end())));
                if (pending.size() > 2 * threads) {
                    add(result(pending.remove()));
                }
            }
            while (!failed && !pending.isEmpty()) {
                add(result(pending.remove()));
            }
        } finally {
            workers.shutdownNow();
        }
        failed |= slices.lineTooLong;
    }

    private void add(EdgeBlock block) {
        blocks.add(block);
        failed |= block.failed();
    }

    private static EdgeBlock result(Future<EdgeBlock> block) throws IOException {
        try {
            return block.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("reading was interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // a buffer on its way to a worker, never compared
    private record Slice(byte[] data, int start, int end) {}

    /** Cuts a stream into slices that end where a line does. */
    private static final class Slices {
        private final InputStream in;
        private final int block;
        private byte[] rest = new byte[0];
        private boolean atStart = true;
        private boolean ended;
        private boolean lineTooLong;

        Slices(InputStream in, int block) {
            this.in = in;
            this.block = block;
        }

        /** The next slice, empty after the last. */
        Slice next() throws IOException {
            byte[] data = Arrays.copyOf(rest, Math.max(block, 2 * rest.length));
            int length = rest.length + in.readNBytes(data, rest.length, data.length - rest.length);
            ended = length < data.length;
            int end = ended ? length : afterLastLine(data, length);
            if (end == 0 && !ended) {
                lineTooLong = length >= ReadLimits.LONGEST_LINE;
                rest = data;
                return lineTooLong ? new Slice(data, 0, 0) : next();
            }
            rest = Arrays.copyOfRange(data, end, length);
            int start = atStart && Arrays.mismatch(data, 0, Math.min(3, end), UTF_8_MARK, 0, 3) == -1 ? 3 : 0;
            atStart = false;
            return new Slice(data, start, end);
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
