package org.seprank.mapped;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import org.seprank.file.AtomicFile;

/**
 * Sorts edges into a file of compressed sparse rows, which is there whole or not at all. Ends are numbers in
 * 0..{@value #LARGEST}; those that occur become 0..n-1 in ascending order. Self-loops and repeated edges, in whatever
 * direction, are left out and counted. Time O(m log m); the heap holds 8 bytes per number of its buffer and up to a
 * quarter byte for each number up to the largest one; the disk 16 bytes per edge while it runs, beside the file.
 */
public final class MappedGraphBuilder implements Closeable {
    /** The largest number of a vertex. */
    public static final int LARGEST = Integer.MAX_VALUE - 2;

    private static final int SMALLEST_BUFFER = 1 << 10;

    private final Path path;
    private final Path unfinished;
    private final SortedRuns arcs;
    private final BitSet present = new BitSet();
    private long loops;

    private MappedGraphBuilder(Path path, int capacity) {
        this.path = path;
        this.unfinished = path.resolveSibling(
                "." + path.getFileName() + "." + ProcessHandle.current().pid() + "-0.tmp");
        this.arcs = new SortedRuns(unfinished, capacity);
    }

    /**
     * One that will write this file.
     *
     * @param memory bytes of the heap for sorting; less than 8 KiB is taken as that, more than 8 GiB as 8 GiB
     * @throws IOException if the folder of the file is not there
     */
    public static MappedGraphBuilder of(Path path, long memory) throws IOException {
        AtomicFile.checkFile(path);
        long capacity = Math.max(SMALLEST_BUFFER, Math.min(1L << 30, memory / Long.BYTES));
        return new MappedGraphBuilder(path.toAbsolutePath(), (int) capacity);
    }

    /** Makes 0..n-1 vertices, whether they have edges or not. */
    public void vertices(int n) {
        present.set(0, n);
    }

    /**
     * Takes an edge.
     *
     * @throws IllegalArgumentException if an end is out of range
     */
    public void edge(long u, long v) throws IOException {
        if (Math.min(u, v) < 0 || Math.max(u, v) > LARGEST) {
            throw new IllegalArgumentException("vertex " + (u < 0 || u > LARGEST ? u : v) + " is not in 0.." + LARGEST);
        }
        present.set((int) u);
        present.set((int) v);
        if (u == v) {
            loops++;
        } else {
            arcs.add((u << 32) | v);
            arcs.add((v << 32) | u);
        }
    }

    /** Writes the file and opens it. */
    public MappedGraph build() throws IOException {
        int n = present.cardinality();
        boolean named = present.length() > n;
        try (FileChannel file = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            CsrHeader layout = new CsrHeader(n, 0, named, loops, 0, 0);
            if (named) {
                names(file, layout);
            }
            long written = rows(file, layout);
            long repeats = (arcs.added() - written) / 2;
            int sum = MappedGraph.checksum(file);
            file.write(new CsrHeader(n, written, named, loops, repeats, sum).bytes(), 0);
            file.force(true);
        }
        AtomicFile.move(unfinished, path);
        return MappedGraph.open(path);
    }

    private void names(FileChannel file, CsrHeader layout) throws IOException {
        NumberOutput out = new NumberOutput(file, layout.namesAt());
        for (int id = present.nextSetBit(0); id >= 0; id = present.nextSetBit(id + 1)) {
            out.put((long) id);
        }
        out.flush();
    }

    private long rows(FileChannel file, CsrHeader layout) throws IOException {
        NumberOutput starts = new NumberOutput(file, CsrHeader.BYTES);
        NumberOutput neighbours = new NumberOutput(file, layout.arcsAt());
        long[] words = layout.named() ? present.toLongArray() : new long[0];
        int[] before = before(words);
        long[] state = {0, 0}; // arcs written, row starts written
        arcs.forEach(arc -> {
            for (int u = place((int) (arc >>> 32), words, before); state[1] <= u; state[1]++) {
                starts.put(state[0]);
            }
            neighbours.put(place((int) arc, words, before));
            state[0]++;
        });
        for (; state[1] <= layout.vertices(); state[1]++) {
            starts.put(state[0]);
        }
        starts.flush();
        neighbours.flush();
        return state[0];
    }

    /** For every 64 numbers, how many smaller ones occur. */
    private static int[] before(long[] words) {
        int[] before = new int[words.length];
        for (int i = 1; i < words.length; i++) {
            before[i] = before[i - 1] + Long.bitCount(words[i - 1]);
        }
        return before;
    }

    /** How many smaller numbers occur. */
    private static int place(int id, long[] words, int[] before) {
        return words.length == 0 ? id : before[id >>> 6] + Long.bitCount(words[id >>> 6] & ((1L << id) - 1));
    }

    /** Removes what is left of unfinished work. */
    @Override
    public void close() throws IOException {
        arcs.close();
        Files.deleteIfExists(unfinished);
    }
}
