package org.seprank.dataset.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.seprank.file.torch.SparseTensor;
import org.seprank.file.torch.Tensor;
import org.seprank.file.torch.TorchObject;

/** The graphs in what a file of PyTorch holds, in whichever of the known forms it holds them. */
final class GraphForms {
    private static final List<String> TUPLE = List.of("x", "edge_attr", "edge_index", "y");

    private GraphForms() {}

    /**
     * The graphs; nothing if it is none of the forms.
     *
     * @throws IllegalArgumentException if it is one, but damaged
     */
    static Optional<List<GraphValues>> of(Object root) {
        Optional<GraphValues> one = one(root);
        if (one.isPresent()) {
            boolean batch = root instanceof TorchObject object && object.kind().endsWith("Batch");
            return Optional.of(batch ? Batched.parts(one.get()) : List.of(one.get()));
        }
        if (root instanceof Object[] pair && pair.length >= 2 && pair[1] instanceof Map<?, ?> slices) {
            Optional<GraphValues> all = one(pair[0]);
            if (all.isPresent()) {
                return Optional.of(Slices.of(slices).parts(all.get()));
            }
        }
        List<?> many =
                root instanceof List<?> list ? list : root instanceof Object[] all ? Arrays.asList(all) : List.of();
        List<GraphValues> graphs = new ArrayList<>();
        for (Object each : many) {
            Optional<GraphValues> graph = one(each);
            if (graph.isEmpty()) {
                return Optional.empty();
            }
            graphs.add(graph.get());
        }
        return graphs.isEmpty() ? Optional.empty() : Optional.of(graphs);
    }

    private static Optional<GraphValues> one(Object value) {
        if (value instanceof Tensor tensor && isIndex(tensor)) {
            return Optional.of(new GraphValues(Map.of("edge_index", tensor)));
        }
        if (value instanceof TorchObject object && object.kind().matches("Data|Batch|DataBatch")) {
            return Optional.of(new GraphValues(fields(object)));
        }
        if (value instanceof Map<?, ?> map && (map.containsKey("edge_index") || map.containsKey("adj_t"))) {
            return Optional.of(new GraphValues(named(map)));
        }
        if (value instanceof Object[] tuple && tuple.length <= TUPLE.size() && tuple.length >= 3) {
            return ofTuple(tuple);
        }
        return Optional.empty();
    }

    private static boolean isIndex(Tensor tensor) {
        return tensor.dimensions() == 2
                && tensor.length(0) == 2
                && !tensor.type().isReal();
    }

    private static Optional<GraphValues> ofTuple(Object[] tuple) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < tuple.length; i++) {
            values.put(TUPLE.get(i), tuple[i]);
        }
        GraphValues graph = new GraphValues(values);
        boolean fits = graph.tensor("edge_index").filter(GraphForms::isIndex).isPresent()
                && graph.tensor("x").isPresent();
        return fits ? Optional.of(graph) : Optional.empty();
    }

    /** What a Data holds: in its store, or, before version 2, itself. */
    static Map<String, Object> fields(TorchObject object) {
        Object store = object.fields().getOrDefault("_store", object);
        Map<String, Object> held = store instanceof TorchObject inner ? inner.fields() : object.fields();
        return held.get("_mapping") instanceof Map<?, ?> mapping ? named(mapping) : held;
    }

    /** The values whose names are texts. */
    static Map<String, Object> named(Map<?, ?> map) {
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            if (name instanceof String text) {
                named.put(text, value);
            }
        });
        return named;
    }

    /** What a value is, for a complaint. */
    static String describe(Object value) {
        if (value instanceof Tensor || value instanceof SparseTensor) {
            return "a tensor " + value;
        }
        if (value instanceof TorchObject object) {
            return "an object of class " + object.kind();
        }
        if (value instanceof Map<?, ?> map) {
            return "a dictionary of " + named(map).keySet();
        }
        return value instanceof List<?> || value instanceof Object[]
                ? "a list or tuple of other things"
                : "a plain value";
    }
}
