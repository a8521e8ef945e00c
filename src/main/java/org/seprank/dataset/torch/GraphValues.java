package org.seprank.dataset.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.seprank.dataset.file.ListedArcs;
import org.seprank.file.PickledArray;
import org.seprank.file.torch.SparseTensor;
import org.seprank.file.torch.Tensor;
import org.seprank.file.torch.TorchObject;

/**
 * The named values of one graph, as PyTorch Geometric calls them: {@code edge_index} [2, m], {@code x} [n, d],
 * {@code y}, and others.
 *
 * @param values by their names
 */
record GraphValues(Map<String, Object> values) {
    private static final List<String> COUNTS = List.of("num_nodes", "_num_nodes", "__num_nodes__");

    /** Copies the map. */
    GraphValues {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The tensor of that name; lists of numbers and arrays of NumPy are tensors too. */
    Optional<Tensor> tensor(String name) {
        Object value = values.get(name);
        if (value instanceof PickledArray array) {
            return Optional.of(Tensor.of(array));
        }
        if (value instanceof Integer || value instanceof Long) {
            return Optional.of(Tensor.of(new long[] {((Number) value).longValue()}));
        }
        if (value instanceof List<?> list && !list.isEmpty() && list.stream().allMatch(Number.class::isInstance)) {
            long[] numbers = list.stream()
                    .mapToLong(number -> ((Number) number).longValue())
                    .toArray();
            return Optional.of(Tensor.of(numbers, numbers.length));
        }
        return value instanceof Tensor tensor ? Optional.of(tensor) : Optional.empty();
    }

    /** Whether there is a tensor of that name, perhaps a sparse one. */
    boolean has(String name) {
        return values.get(name) instanceof SparseTensor || tensor(name).isPresent();
    }

    /** The values without one. */
    GraphValues without(String name) {
        Map<String, Object> others = new LinkedHashMap<>(values);
        others.remove(name);
        return new GraphValues(others);
    }

    /** The values with one more. */
    GraphValues with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new GraphValues(more);
    }

    /** The names of tensors that are none of these. */
    List<String> others(List<String> known) {
        List<String> others = new ArrayList<>(values.keySet());
        others.removeIf(name ->
                known.contains(name) || name.startsWith("_") || tensor(name).isEmpty());
        return others;
    }

    /** n, where something says it. */
    OptionalLong vertexCount() {
        Object x = values.get("x");
        if (x instanceof SparseTensor sparse) {
            return OptionalLong.of(sparse.shape().get(0));
        }
        Optional<Tensor> features = tensor("x");
        if (features.isPresent() && features.get().dimensions() > 0) {
            return OptionalLong.of(features.get().length(0));
        }
        for (String name : COUNTS) {
            if (values.get(name) instanceof Integer count) {
                return OptionalLong.of(count);
            }
        }
        for (String name : Masks.NAMES) {
            Optional<Tensor> mask = tensor(name);
            if (mask.isPresent() && mask.get().dimensions() > 0) {
                return OptionalLong.of(mask.get().length(0));
            }
        }
        return OptionalLong.empty();
    }

    /** Its arcs. */
    Ends ends() {
        double[] weights = tensor("edge_weight").map(Tensor::reals).orElse(new double[0]);
        Optional<Tensor> index = tensor("edge_index");
        if (index.isPresent()) {
            return Ends.of(index.get(), weights);
        }
        Object adjacency = values.getOrDefault("adj_t", values.getOrDefault("adj", ""));
        if (adjacency instanceof SparseTensor sparse) {
            return Ends.of(sparse, values.containsKey("adj_t"));
        }
        if (adjacency instanceof TorchObject object && object.fields().get("storage") instanceof TorchObject storage) {
            return Ends.ofStorage(new GraphValues(storage.fields()), values.containsKey("adj_t"));
        }
        throw new IllegalArgumentException("there is no edge_index, only " + values.keySet());
    }

    /** Tails and heads of arcs, and their weights, if they have any. */
    static final class Ends {
        private final int[] tails; // cut to 32 bits
        private final int[] heads;
        private final double[] weights;

        private Ends(int[] tails, int[] heads, double[] weights) {
            if (tails.length != heads.length || (weights.length > 0 && weights.length != tails.length)) {
                throw new IllegalArgumentException(tails.length + " tails, " + heads.length + " heads and "
                        + weights.length + " weights of edges do not fit");
            }
            this.tails = tails;
            this.heads = heads;
            this.weights = weights;
        }

        static Ends of(Tensor index, double[] weights) {
            if (index.dimensions() != 2 || index.length(0) != 2 || index.type().isReal()) {
                throw new IllegalArgumentException(
                        "edge_index is " + index + ", not whole numbers of the shape [2, m]");
            }
            return new Ends(index.slice(0, 0, 1).ints(), index.slice(0, 1, 2).ints(), weights);
        }

        static Ends of(SparseTensor sparse, boolean transposed) {
            double[] weights = sparse.values().isEmpty()
                    ? new double[0]
                    : sparse.values().get(0).reals();
            boolean ones = Arrays.stream(weights).allMatch(weight -> weight == 1);
            long[] each = sparse.rowOfEach();
            int[] rows = Tensor.of(each, each.length).ints();
            int[] columns = sparse.columns().ints();
            double[] kept = ones ? new double[0] : weights;
            return transposed ? new Ends(columns, rows, kept) : new Ends(rows, columns, kept);
        }

        /** The storage of a SparseTensor of torch_sparse, which has rows, compressed or not, columns and values. */
        static Ends ofStorage(GraphValues storage, boolean transposed) {
            Optional<Tensor> rows = storage.tensor("_row");
            Optional<Tensor> compressed = storage.tensor("_rowptr");
            Optional<Tensor> columns = storage.tensor("_col");
            if (columns.isEmpty() || (rows.isEmpty() && compressed.isEmpty())) {
                throw new IllegalArgumentException("a SparseTensor has no rows or no columns");
            }
            return of(
                    new SparseTensor(
                            rows.or(() -> compressed).orElseThrow(),
                            rows.isEmpty(),
                            columns.get(),
                            storage.tensor("_value").map(List::of).orElse(List.of()),
                            List.of()),
                    transposed);
        }

        int size() {
            return tails.length;
        }

        boolean weighted() {
            return weights.length > 0;
        }

        long largest() {
            return Math.max(
                    Arrays.stream(tails).max().orElse(-1),
                    Arrays.stream(heads).max().orElse(-1));
        }

        /** Those of a graph that is alone. */
        ListedArcs arcs(int vertexCount) {
            check(vertexCount);
            return new ListedArcs(vertexCount, tails, heads, weights);
        }

        /** Puts them behind others, their vertices moved. */
        void into(int[] allTails, int[] allHeads, double[] allWeights, int at, Range vertices) {
            check(vertices.count());
            for (int k = 0; k < tails.length; k++) {
                allTails[at + k] = (int) (tails[k] + vertices.first());
                allHeads[at + k] = (int) (heads[k] + vertices.first());
            }
            if (allWeights.length > 0) {
                System.arraycopy(weights, 0, allWeights, at, weights.length);
            }
        }

        private void check(long count) {
            for (int k = 0; k < tails.length; k++) {
                if (Math.min(tails[k], heads[k]) < 0 || Math.max(tails[k], heads[k]) >= count) {
                    throw new IllegalArgumentException("edge_index: column " + k + " is (" + tails[k] + ", " + heads[k]
                            + "), but the vertices are 0.." + (count - 1));
                }
            }
        }
    }

    /**
     * Vertices of a graph among those of many.
     *
     * @param first the first of them
     * @param count how many there are
     */
    record Range(long first, long count) {}
}
