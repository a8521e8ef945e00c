package org.seprank.rank;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * Ranks of dense matrices that are found one after the other, in an order that does not depend on anything but the
 * question, by a computation that may be interrupted: what is in the journal is not computed again, and an elimination
 * goes on where it was. Not safe for use by several threads.
 */
public final class EliminationJournal {
    private final List<Entry> finished;
    private final Keeper keeper;
    private Optional<Unfinished> unfinished;
    private int read;

    private EliminationJournal(List<Entry> finished, Optional<Unfinished> unfinished, Keeper keeper) {
        this.finished = new ArrayList<>(finished);
        this.unfinished = unfinished;
        this.keeper = keeper;
    }

    /**
     * A matrix and its rank.
     *
     * @param matrix what says which matrix it is, in one line
     * @param rank its rank
     */
    public record Entry(String matrix, int rank) {}

    /**
     * A matrix in the midst of elimination.
     *
     * @param matrix what says which matrix it is, in one line
     * @param state where its elimination is
     */
    public record Unfinished(String matrix, EliminationState state) {}

    /** Where a journal is kept. */
    public interface Keeper {
        /** Whether so much has been done since it was kept last that it should be kept again. */
        boolean isDue();

        /** Keeps it. */
        void keep(EliminationJournal journal);
    }

    /** An empty journal that is not kept. */
    public static EliminationJournal forgotten() {
        return of(List.of(), Optional.empty(), new Keeper() {
            @Override
            public boolean isDue() {
                return false;
            }

            @Override
            public void keep(EliminationJournal journal) {}
        });
    }

    /** A journal that goes on where another one was kept, or an empty one. */
    public static EliminationJournal of(List<Entry> finished, Optional<Unfinished> unfinished, Keeper keeper) {
        return new EliminationJournal(finished, unfinished, keeper);
    }

    /** The ranks that are known, in their order. */
    public List<Entry> finished() {
        return List.copyOf(finished);
    }

    /** The elimination that is under way. */
    public Optional<Unfinished> unfinished() {
        return unfinished;
    }

    /**
     * The rank of the next matrix.
     *
     * @param matrix which one it is, in one line
     * @param entries its entries, asked for only if its elimination has not begun
     * @throws CancellationException if cancelled before it is known
     * @throws OtherComputationException if the journal has another matrix in that place
     */
    public int rank(String matrix, Supplier<ModularMatrix> entries, Parallel threads, Progress progress) {
        if (read < finished.size()) {
            Entry entry = finished.get(read++);
            check(entry.matrix, matrix);
            return entry.rank;
        }
        unfinished.ifPresent(begun -> check(begun.matrix, matrix));
        ModularElimination elimination = unfinished
                .map(begun -> ModularElimination.resume(begun.state))
                .orElseGet(() -> ModularElimination.begin(entries.get()));
        eliminate(matrix, elimination, threads, progress);
        finished.add(new Entry(matrix, elimination.rank()));
        read++;
        unfinished = Optional.empty();
        if (keeper.isDue()) {
            keeper.keep(this);
        }
        return elimination.rank();
    }

    private void eliminate(String matrix, ModularElimination elimination, Parallel threads, Progress progress) {
        progress.start(
                "eliminating",
                elimination.columnsDone() + (long) elimination.state().columns());
        unfinished = Optional.empty();
        while (!elimination.isDone()) {
            elimination.advance(threads);
            progress.advanceTo(elimination.columnsDone());
            boolean cancelled = progress.cancelled();
            if (!elimination.isDone() && (cancelled || keeper.isDue())) {
                unfinished = Optional.of(new Unfinished(matrix, elimination.state()));
                keeper.keep(this);
                if (cancelled) {
                    throw new CancellationException("interrupted in the elimination of " + matrix);
                }
                unfinished = Optional.empty();
            }
        }
    }

    private static void check(String known, String asked) {
        if (!known.equals(asked)) {
            throw new OtherComputationException("it is of another computation: of " + known + ", not " + asked);
        }
    }

    /** A journal was kept by a computation that asks for other matrices. */
    public static final class OtherComputationException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OtherComputationException(String message) {
            super(message);
        }
    }
}
