package org.seprank.study.interaction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seprank.file.AtomicFile;
import org.seprank.file.NpzOutput;
import org.seprank.graph.partition.Partition;
import org.seprank.separation.interaction.InteractionGrid;

/**
 * The grids that were measured, as a file of NumPy arrays. For partition number k, from 0, in the order of the answer:
 *
 * <ul>
 *   <li>{@code grid_k}: float64 [R, C], entry [a, b] is the network's number where the vertices of I have the features
 *       of sample a and the others those of sample b;
 *   <li>{@code side_k}: int32, the vertices of I, ascending;
 *   <li>{@code partition_k}: the partition's name, as bytes of UTF-8.
 * </ul>
 */
final class GridFile {
    private final @Nullable Path file;
    private final List<Grid> grids = new ArrayList<>();

    private record Grid(Partition partition, InteractionGrid values) {}

    private GridFile(@Nullable Path file) {
        this.file = file;
    }

    /**
     * No grid yet. Says before the work what would go wrong after it.
     *
     * @param file where they are written; null: nowhere, and none is kept
     */
    static GridFile to(@Nullable Path file) throws IOException {
        if (file != null && !file.toString().endsWith(".npz")) {
            throw new IllegalArgumentException(
                    "--grid " + file + " is written as NumPy arrays; name it like grids.npz");
        }
        if (file != null) {
            AtomicFile.checkFile(file);
        }
        return new GridFile(file);
    }

    void add(Partition partition, InteractionGrid values) {
        if (file != null) {
            grids.add(new Grid(partition, values));
        }
    }

    /** Writes all grids, as a whole or not at all. */
    void write() throws IOException {
        if (file == null) {
            return;
        }
        AtomicFile.write(file, out -> {
            try (NpzOutput npz = NpzOutput.to(out)) {
                for (int k = 0; k < grids.size(); k++) {
                    put(npz, k, grids.get(k));
                }
            }
        });
    }

    private static void put(NpzOutput npz, int k, Grid grid) throws IOException {
        InteractionGrid values = grid.values();
        npz.begin("grid_" + k, NpzOutput.Item.DOUBLE, values.rows(), values.columns());
        for (int a = 0; a < values.rows(); a++) {
            for (int b = 0; b < values.columns(); b++) {
                npz.put(values.at(a, b));
            }
        }
        npz.end();
        int[] side = grid.partition().vertices().toArray();
        npz.begin("side_" + k, NpzOutput.Item.INT, side.length);
        for (int v : side) {
            npz.put(v);
        }
        npz.end();
        npz.text("partition_" + k, grid.partition().name());
    }
}
