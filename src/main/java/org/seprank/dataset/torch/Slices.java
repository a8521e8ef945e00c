package org.seprank.dataset.torch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.seprank.file.ReadLimits;
import org.seprank.file.torch.Tensor;

/** Where each of many collated graphs begins in the tensors that hold them all, and where the last one ends. */
final class Slices {
    private static final int BYTES_PER_GRAPH = 2000;

    private final Map<String, long[]> starts;
    private final int graphs;

    private Slices(Map<String, long[]> starts, int graphs) {
        this.starts = starts;
        this.graphs = graphs;
    }

    static Slices of(Map<?, ?> map) {
        GraphValues values = new GraphValues(GraphForms.named(map));
        Map<String, long[]> starts = new LinkedHashMap<>();
        int graphs = -1;
        for (String name : values.values().keySet()) {
            Optional<Tensor> tensor = values.tensor(name);
            if (tensor.isEmpty()) {
                continue; // None, or the slices of a dictionary in the graphs
            }
            long[] numbers = tensor.get().integers();
            if (numbers.length == 0 || (graphs >= 0 && numbers.length != graphs + 1)) {
                throw new IllegalArgumentException("the slices of '" + name + "' are of " + (numbers.length - 1)
                        + " graphs" + (graphs < 0 ? "" : ", others of " + graphs));
            }
            graphs = numbers.length - 1;
            starts.put(name, numbers);
        }
        if (graphs > ReadLimits.roomFor(BYTES_PER_GRAPH)) {
            throw new IllegalArgumentException(
                    graphs + " graphs do not fit in memory (give Java more, as in SEPRANK_OPTS=-Xmx8g)");
        }
        if (graphs < 0) {
            throw new IllegalArgumentException("there are no slices");
        }
        return new Slices(starts, graphs);
    }

    /** The graphs one by one. */
    List<GraphValues> parts(GraphValues all) {
        Map<String, Object> tensors = new LinkedHashMap<>();
        all.values().forEach((name, value) -> {
            boolean list = value instanceof List<?> given && given.size() == graphs;
            Optional<Tensor> tensor = list ? Optional.empty() : all.tensor(name);
            tensors.put(name, tensor.isPresent() ? tensor.get() : value);
        });
        List<GraphValues> parts = new ArrayList<>();
        for (int g = 0; g < graphs; g++) {
            Map<String, Object> part = new LinkedHashMap<>();
            for (Map.Entry<String, Object> entry : tensors.entrySet()) {
                part.put(entry.getKey(), part(entry.getKey(), entry.getValue(), g));
            }
            parts.add(new GraphValues(part));
        }
        return parts;
    }

    private Object part(String name, Object value, int g) {
        long[] from = starts.get(name);
        if (value instanceof List<?> list && list.size() == graphs) {
            return list.get(g);
        }
        if (from == null || !(value instanceof Tensor tensor)) {
            return value;
        }
        boolean alongLast = name.contains("index") || name.equals("face");
        try {
            return tensor.slice(
                    alongLast && tensor.dimensions() > 1 ? tensor.dimensions() - 1 : 0, from[g], from[g + 1]);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("slice " + g + " of '" + name + "': " + e.getMessage(), e);
        }
    }
}
