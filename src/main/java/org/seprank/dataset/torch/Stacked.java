package org.seprank.dataset.torch;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.seprank.dataset.DenseFeatures;
import org.seprank.dataset.Features;
import org.seprank.dataset.file.EntryCollector;
import org.seprank.file.ReadLimits;
import org.seprank.file.torch.SparseTensor;
import org.seprank.file.torch.Tensor;

/** Matrices of the same name of many graphs, one below the other. */
final class Stacked {
    private Stacked() {}

    /**
     * The features of that name.
     *
     * @param rows how many rows each graph asks for
     * @throws IllegalArgumentException if they do not fit each other or the graphs, or an entry is not finite
     */
    static Features features(List<GraphValues> graphs, String name, long[] rows) {
        long total = Arrays.stream(rows).sum();
        if (!graphs.isEmpty() && graphs.get(0).values().get(name) instanceof SparseTensor) {
            return sparse(graphs, name, rows);
        }
        List<Tensor> parts = graphs.stream()
                .map(graph -> graph.tensor(name))
                .flatMap(Optional::stream)
                .toList();
        if (parts.isEmpty()) {
            return Features.none((int) total);
        }
        if (parts.size() < graphs.size()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is there in " + parts.size() + " of " + graphs.size() + " graphs");
        }
        long columns = parts.get(0).length(1);
        for (int g = 0; g < parts.size(); g++) {
            Tensor part = parts.get(g);
            boolean flat = part.dimensions() == 1 || part.dimensions() == 2;
            if (!flat || part.length(0) != rows[g] || part.length(1) != columns) {
                throw new IllegalArgumentException(at(graphs, g) + "'" + name + "' is " + part + " where [" + rows[g]
                        + ", " + columns + "] should be");
            }
        }
        return dense(parts, name, (int) total, columns);
    }

    private static Features dense(List<Tensor> parts, String name, int total, long columns) {
        if (columns > Features.MAX_COLUMNS || total * columns > ReadLimits.roomFor(Float.BYTES)) {
            throw new IllegalArgumentException(
                    "'" + name + "' [" + total + ", " + columns + "] does not fit in memory");
        }
        float[] all = parts.size() == 1 ? parts.get(0).floats() : new float[(int) (total * columns)];
        int at = 0;
        for (Tensor part : parts.size() == 1 ? List.<Tensor>of() : parts) {
            float[] own = part.floats();
            System.arraycopy(own, 0, all, at, own.length);
            at += own.length;
        }
        for (int i = 0; i < all.length; i++) {
            if (!Float.isFinite(all[i])) {
                throw new IllegalArgumentException("'" + name + "': row " + i / columns + ", column " + i % columns
                        + " is " + all[i] + ", not a finite number");
            }
        }
        return DenseFeatures.over(total, (int) columns, all).compact();
    }

    private static Features sparse(List<GraphValues> graphs, String name, long[] rowsOfEach) {
        EntryCollector entries = new EntryCollector();
        long first = 0;
        long width = -1;
        for (int g = 0; g < graphs.size(); g++) {
            if (!(graphs.get(g).values().get(name) instanceof SparseTensor sparse)
                    || (width >= 0 && sparse.shape().get(1) != width)) {
                throw new IllegalArgumentException(
                        at(graphs, g) + "'" + name + "' is no sparse matrix as wide as that of the first graph");
            }
            width = sparse.shape().get(1);
            add(sparse, at(graphs, g) + "'" + name + "'", first, rowsOfEach[g], entries);
            first += rowsOfEach[g];
        }
        return entries.build((int) first, (int) width);
    }

    private static void add(SparseTensor sparse, String name, long first, long count, EntryCollector entries) {
        long[] rows = sparse.rowOfEach();
        long[] columns = sparse.columns().integers();
        double[] values = sparse.values().isEmpty()
                ? new double[0]
                : sparse.values().get(0).reals();
        long width = sparse.shape().get(1);
        if (rows.length != columns.length || values.length != rows.length || width > Features.MAX_COLUMNS) {
            throw new IllegalArgumentException(name + " has rows, columns and values that do not fit");
        }
        for (int k = 0; k < rows.length; k++) {
            if (columns[k] < 0 || columns[k] >= width || rows[k] < 0 || rows[k] >= count) {
                throw new IllegalArgumentException(name + " has an entry (" + rows[k] + ", " + columns[k]
                        + ") outside of [" + count + ", " + width + "]");
            }
            entries.add((int) (first + rows[k]), (int) columns[k], (float) values[k]);
        }
    }

    /** Where a fault is, if there are many graphs. */
    static String at(List<GraphValues> graphs, int g) {
        return graphs.size() == 1 ? "" : "graph " + g + ": ";
    }
}
