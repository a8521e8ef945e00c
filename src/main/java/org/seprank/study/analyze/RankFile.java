package org.seprank.study.analyze;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seprank.file.AtomicFile;
import org.seprank.file.FormatException;
import org.seprank.file.Npz;
import org.seprank.file.NpzOutput;
import org.seprank.file.NpzOutput.Item;
import org.seprank.file.ReadLimits;
import org.seprank.rank.EliminationJournal;
import org.seprank.rank.EliminationJournal.Entry;
import org.seprank.rank.EliminationJournal.Unfinished;
import org.seprank.rank.EliminationState;

/**
 * The file that certified ranks are kept in while they are computed, so that an interrupted or killed computation goes
 * on: the ranks of the matrices so far and what is left of the one being eliminated, as arrays with checksums. It is
 * written as a whole or not at all, about every minute, less often where writing takes longer than a few seconds.
 *
 * @param path the file; null: nothing is kept
 * @param resume whether to go on from it, if it is there
 */
public record RankFile(@Nullable Path path, boolean resume) {
    private static final String FORMAT = "seprank certified ranks 1";
    private static final Set<String> ALWAYS = Set.of("format", "matrices", "ranks");
    private static final Set<String> BEGUN = Set.of("unfinished", "columns_done", "pivots", "rows");
    private static final long USUAL_PAUSE = TimeUnit.MINUTES.toNanos(1);
    private static final int PAUSE_PER_TIME = 20; // spent on writing

    /** Checks that there is something to resume from. */
    public RankFile {
        if (resume && path == null) {
            throw new IllegalArgumentException("--resume goes on from a --checkpoint file, but none is named");
        }
    }

    /** No file. */
    public static RankFile none() {
        return new RankFile(null, false);
    }

    /**
     * The journal that is in the file, or an empty one, kept in the file from now on.
     *
     * @throws FormatException if the file is damaged, or holds something else
     */
    EliminationJournal open() throws IOException {
        if (path == null) {
            return EliminationJournal.forgotten();
        }
        AtomicFile.checkFile(path);
        Keeper keeper = new Keeper(path);
        if (!resume || !Files.exists(path)) {
            return EliminationJournal.of(List.of(), Optional.empty(), keeper);
        }
        try (Npz npz = Npz.open(path, ReadLimits.ofPacking())) {
            if (!npz.has("format") || !npz.text("format", 100).equals(FORMAT)) {
                throw FormatException.inFile(path, "it holds no certified ranks", "name another --checkpoint file");
            }
            Set<String> names = new TreeSet<>(npz.names());
            if (!names.removeAll(ALWAYS) || !(names.isEmpty() || names.equals(BEGUN))) {
                throw FormatException.inFile(path, "its arrays are " + npz.names(), "name another --checkpoint file");
            }
            return EliminationJournal.of(finished(npz), unfinished(npz), keeper);
        }
    }

    /** Keeps a journal of this file. */
    void keep(EliminationJournal journal) throws IOException {
        if (path != null) {
            write(path, journal);
        }
    }

    /** What to say when the file is of another computation. */
    FormatException other(EliminationJournal.OtherComputationException mismatch) {
        if (path == null) {
            throw mismatch;
        }
        return FormatException.inFile(
                        path,
                        String.valueOf(mismatch.getMessage()),
                        "resume with the graph and the options of the first run, or name another --checkpoint file")
                .causedBy(mismatch);
    }

    private static List<Entry> finished(Npz npz) throws IOException {
        String text = npz.text("matrices", 1 << 24);
        List<String> names = text.isEmpty() ? List.of() : text.lines().toList();
        long[] ranks = npz.integers("ranks");
        if (ranks.length != names.size()) {
            throw npz.error("ranks", "it has " + ranks.length + " ranks of " + names.size() + " matrices");
        }
        List<Entry> entries = new ArrayList<>();
        for (int k = 0; k < ranks.length; k++) {
            entries.add(new Entry(names.get(k), (int) ranks[k]));
        }
        return entries;
    }

    private static Optional<Unfinished> unfinished(Npz npz) throws IOException {
        if (!npz.has("unfinished")) {
            return Optional.empty();
        }
        int[] shape = npz.matrixShape("rows");
        int[][] rows = new int[shape[0]][shape[1]];
        npz.cells("rows", (row, column, value) -> rows[row][column] = (int) value);
        int[] done = ints(npz, "columns_done");
        if (done.length != 1) {
            throw npz.error("columns_done", "it is not one number");
        }
        try {
            return Optional.of(new Unfinished(
                    npz.text("unfinished", 1000), EliminationState.kept(rows, done[0], ints(npz, "pivots"))));
        } catch (IllegalArgumentException e) {
            throw npz.error("rows", String.valueOf(e.getMessage())).causedBy(e);
        }
    }

    private static int[] ints(Npz npz, String name) throws IOException {
        return Arrays.stream(npz.integers(name)).mapToInt(value -> (int) value).toArray();
    }

    private static void write(Path path, EliminationJournal journal) throws IOException {
        AtomicFile.write(path, stream -> {
            NpzOutput out = NpzOutput.unpackedTo(stream);
            out.text("format", FORMAT);
            out.text("matrices", journal.finished().stream().map(Entry::matrix).collect(Collectors.joining("\n")));
            out.begin("ranks", Item.INT, journal.finished().size());
            for (Entry entry : journal.finished()) {
                out.put(entry.rank());
            }
            out.end();
            if (journal.unfinished().isPresent()) {
                write(out, journal.unfinished().get());
            }
            out.close();
        });
    }

    private static void write(NpzOutput out, Unfinished begun) throws IOException {
        EliminationState state = begun.state();
        out.text("unfinished", begun.matrix());
        out.begin("columns_done", Item.INT, 1).put(state.columnsDone()).end();
        out.begin("pivots", Item.INT, state.pivotColumns().length);
        for (int pivot : state.pivotColumns()) {
            out.put(pivot);
        }
        out.end();
        out.begin("rows", Item.INT, state.rows(), state.columns());
        for (int i = 0; i < state.rows(); i++) {
            for (int entry : state.row(i)) {
                out.put(entry);
            }
        }
        out.end();
    }

    private static final class Keeper implements EliminationJournal.Keeper {
        private final Path path;
        private long due = System.nanoTime() + USUAL_PAUSE;

        Keeper(Path path) {
            this.path = path;
        }

        @Override
        public boolean isDue() {
            return System.nanoTime() - due >= 0;
        }

        @Override
        public void keep(EliminationJournal journal) {
            long begun = System.nanoTime();
            try {
                write(path, journal);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            long now = System.nanoTime();
            due = now + Math.max(USUAL_PAUSE, PAUSE_PER_TIME * (now - begun));
        }
    }
}
