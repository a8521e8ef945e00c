package org.seprank.separation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.seprank.rank.ModularMatrix;
import org.seprank.rank.ModularVectors;
import org.seprank.separation.ProductNetworkCircuit.Side;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * The matrix {@code F[a, b] = f(x_a, y_b)} of a network f drawn at random over GF(2³¹ - 1), for samples {@code x_a} of
 * the inputs in I and {@code y_b} of those in Iᶜ, also drawn at random. It can be enlarged, keeping the upper left
 * block. The entries depend on the problem and the seed alone.
 *
 * <p>What depends on one side only is evaluated once per row or per column; a pair of a row and a column costs O(Dh²)
 * per mixed node of the {@link ProductNetworkCircuit}.
 */
final class ProductNetworkGrid {
    private static final int COLUMNS_PER_TILE = 256;
    private static final int ROWS_PER_TILE = 32;

    private final ProductNetworkCircuit circuit;
    private final ProductNetworkWeights weights;
    private final ProductNetworkSamples inner;
    private final ProductNetworkSamples outer;
    private List<Chunk> rows = List.of();
    private List<Chunk> columns = List.of();
    private int size;
    private int[] entries = new int[0];

    /** Samples that are evaluated together; {@code first} is the number of the first. */
    private record Chunk(int first, ProductNetworkSide side) {}

    /** Rows {@code from..to-1} of a chunk against a chunk of columns. */
    private record Tile(Chunk rows, int from, int to, Chunk columns) {}

    private ProductNetworkGrid(SeparationProblem problem, SplittableRandom random) {
        this.circuit = ProductNetworkCircuit.of(problem);
        this.weights = ProductNetworkWeights.draw(problem, random.split());
        this.inner = new ProductNetworkSamples(circuit, Side.INNER, problem.inputWidth(), random.nextLong());
        this.outer = new ProductNetworkSamples(circuit, Side.OUTER, problem.inputWidth(), random.nextLong());
    }

    /** A grid without rows and columns yet. */
    static ProductNetworkGrid of(SeparationProblem problem, long seed) {
        return new ProductNetworkGrid(problem, new SplittableRandom(seed));
    }

    /** The number of rows and of columns. */
    int size() {
        return size;
    }

    /** F as far as it has been evaluated; the next enlargement leaves it as it is. */
    ModularMatrix matrix() {
        return ModularMatrix.over(size, size, entries);
    }

    /**
     * Evaluates further rows and columns, up to a new size that is larger than the present one.
     *
     * @return whether that was done; false if {@code progress} cancelled it, the grid then stays as it was
     */
    boolean enlarge(int newSize, Parallel threads, Progress progress) {
        List<Chunk> allRows = extended(rows, inner, newSize, threads);
        List<Chunk> allColumns = extended(columns, outer, newSize, threads);
        int[] larger = new int[Math.multiplyExact(newSize, newSize)];
        for (int a = 0; a < size; a++) {
            System.arraycopy(entries, a * size, larger, a * newSize, size);
        }
        List<Tile> tiles = missing(allRows, allColumns);
        progress.start("evaluating " + newSize + " x " + newSize + " inputs", tiles.size());
        try {
            threads.each(tiles.size(), progress, k -> evaluate(tiles.get(k), larger, newSize));
        } catch (CancellationException e) {
            return false;
        }
        rows = allRows;
        columns = allColumns;
        size = newSize;
        entries = larger;
        return true;
    }

    private List<Chunk> extended(List<Chunk> chunks, ProductNetworkSamples samples, int newSize, Parallel threads) {
        int count = (newSize - size + COLUMNS_PER_TILE - 1) / COLUMNS_PER_TILE;
        Chunk[] added = new Chunk[count];
        threads.each(count, k -> {
            int from = size + k * COLUMNS_PER_TILE;
            int to = Math.min(from + COLUMNS_PER_TILE, newSize);
            added[k] = new Chunk(from, ProductNetworkSide.of(weights, samples, from, to));
        });
        List<Chunk> all = new ArrayList<>(chunks);
        all.addAll(List.of(added));
        return all;
    }

    /** The tiles outside the block that is known. */
    private List<Tile> missing(List<Chunk> allRows, List<Chunk> allColumns) {
        List<Tile> tiles = new ArrayList<>();
        for (Chunk rowChunk : allRows) {
            for (Chunk columnChunk : allColumns) {
                if (rowChunk.first < size && columnChunk.first < size) {
                    continue;
                }
                int height = rowChunk.side.samples();
                for (int from = 0; from < height; from += ROWS_PER_TILE) {
                    tiles.add(new Tile(rowChunk, from, Math.min(from + ROWS_PER_TILE, height), columnChunk));
                }
            }
        }
        return tiles;
    }

    private void evaluate(Tile tile, int[] target, int stride) {
        ProductNetworkTile workspace = new ProductNetworkTile(circuit, weights, tile.columns.side);
        for (int row = tile.from; row < tile.to; row++) {
            double[] outputs = workspace.evaluate(tile.rows.side, row);
            int at = (tile.rows.first + row) * stride + tile.columns.first;
            for (int b = 0; b < outputs.length; b++) {
                target[at + b] = ModularVectors.residue(outputs[b]);
            }
        }
    }
}
