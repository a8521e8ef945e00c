package org.seprank.dataset.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seprank.file.torch.SparseTensor;
import org.seprank.file.torch.Tensor;
import org.seprank.file.torch.TorchObject;

/**
 * A graph whose vertices and edges are of several types, as {@code HeteroData}, made one of one type: the vertices type
 * after type, their features in columns of their own, and of the edges one relation or all, told apart by their number.
 */
final class HeteroForm {
    private final Map<String, GraphValues> vertices = new LinkedHashMap<>();
    private final Map<List<String>, GraphValues> edges = new LinkedHashMap<>();
    private final Consumer<String> warnings;

    private HeteroForm(Consumer<String> warnings) {
        this.warnings = warnings;
    }

    /**
     * The graphs in it: one alone, or side by side in a batch, with {@code None} or slices as data sets keep them, or a
     * list; nothing if it is no such thing. Warnings are of the first.
     */
    static List<HeteroForm> all(Object root, Consumer<String> warnings) {
        Optional<HeteroForm> one = of(root, warnings);
        if (one.isPresent()) {
            if (root instanceof TorchObject object && object.kind().endsWith("Batch")) {
                warnings.accept("the graphs of the batch are taken side by side, as one");
            }
            return List.of(one.get());
        }
        if (root instanceof Object[] saved && saved.length > 0) {
            Optional<HeteroForm> collated = of(saved[0], warnings);
            Object slices = saved.length > 1 ? saved[1] : Map.of();
            return collated.map(form ->
                            slices instanceof Map<?, ?> map && !map.isEmpty() ? form.cut(map) : List.of(form))
                    .orElse(List.of());
        }
        List<HeteroForm> forms = new ArrayList<>();
        for (Object each : root instanceof List<?> list ? list : List.of()) {
            of(each, forms.isEmpty() ? warnings : warning -> {}).ifPresent(forms::add);
        }
        return forms;
    }

    /** The collated graphs, whose slices are those of each type and relation. */
    private List<HeteroForm> cut(Map<?, ?> slices) {
        List<HeteroForm> parts = new ArrayList<>();
        vertices.forEach(
                (type, values) -> put(parts, slices.get(type), values, (form, part) -> form.vertices.put(type, part)));
        edges.forEach((relation, values) ->
                put(parts, slices.get(relation), values, (form, part) -> form.edges.put(relation, part)));
        return parts;
    }

    private void put(
            List<HeteroForm> parts,
            @Nullable Object slices,
            GraphValues values,
            BiConsumer<HeteroForm, GraphValues> to) {
        List<GraphValues> cut = slices instanceof Map<?, ?> map && !map.isEmpty()
                ? Slices.of(map).parts(values)
                : List.of(values);
        boolean first = parts.isEmpty();
        for (int g = 0; first && g < cut.size(); g++) {
            parts.add(new HeteroForm(g == 0 ? warnings : warning -> {}));
        }
        if (parts.size() != cut.size()) {
            throw new IllegalArgumentException("slices are of " + cut.size() + " graphs, others of " + parts.size());
        }
        for (int g = 0; g < cut.size(); g++) {
            to.accept(parts.get(g), cut.get(g));
        }
    }

    private static Optional<HeteroForm> of(Object root, Consumer<String> warnings) {
        HeteroForm form = new HeteroForm(warnings);
        if (root instanceof TorchObject object && object.kind().matches("HeteroData|HeteroDataBatch")) {
            form.add(object.fields().getOrDefault("_node_store_dict", Map.of()));
            form.add(object.fields().getOrDefault("_edge_store_dict", Map.of()));
        } else if (root instanceof Map<?, ?> map && map.keySet().stream().anyMatch(List.class::isInstance)) {
            form.add(map);
        }
        return form.edges.isEmpty() ? Optional.empty() : Optional.of(form);
    }

    private void add(Object stores) {
        if (stores instanceof Map<?, ?> map) {
            map.forEach((key, store) -> {
                Map<String, Object> fields = store instanceof TorchObject object
                        ? GraphForms.fields(object)
                        : store instanceof Map<?, ?> values ? GraphForms.named(values) : Map.of();
                if (key instanceof List<?> triple && triple.size() == 3) {
                    edges.put(triple.stream().map(String::valueOf).toList(), new GraphValues(fields));
                } else if (key instanceof String name && !name.startsWith("_")) {
                    vertices.put(name, new GraphValues(fields));
                }
            });
        }
    }

    /** How a relation is written. */
    private static String text(List<String> relation) {
        return String.join(".", relation);
    }

    private boolean isMeant(List<String> relation, String said) {
        return said.isEmpty() || relation.get(1).equals(said) || text(relation).equals(said);
    }

    /**
     * The values of the graph of the relation that is said, as its name or {@code FROM.NAME.TO}; empty: of all.
     *
     * @throws IllegalArgumentException if there is not one such relation
     */
    GraphValues merged(String said) {
        List<List<String>> chosen = edges.keySet().stream()
                .filter(relation -> isMeant(relation, said))
                .toList();
        if (chosen.isEmpty() || (!said.isEmpty() && chosen.size() > 1)) {
            throw new IllegalArgumentException("relation '" + said + "' is " + (chosen.isEmpty() ? "none" : "several")
                    + " of " + edges.keySet().stream().map(HeteroForm::text).toList());
        }
        List<String> types = chosen.stream()
                .flatMap(relation -> Stream.of(relation.get(0), relation.get(2)))
                .distinct()
                .sorted((a, b) -> Integer.compare(place(a), place(b)))
                .toList();
        Map<String, Long> firsts = new LinkedHashMap<>();
        long n = 0;
        for (String type : types) {
            firsts.put(type, n);
            n = Math.addExact(n, size(type));
        }
        warn(chosen, types, firsts);
        GraphValues merged = withArcs(chosen, firsts).with("num_nodes", Math.toIntExact(n));
        return withOutcomes(withFeatures(merged, types, firsts, n), types, firsts, n);
    }

    private int place(String type) {
        List<String> order = List.copyOf(vertices.keySet());
        return order.contains(type) ? order.indexOf(type) : order.size();
    }

    private void warn(List<List<String>> chosen, List<String> types, Map<String, Long> firsts) {
        if (types.size() > 1) {
            warnings.accept("vertices of several types are numbered one after the other, from " + firsts);
        }
        if (chosen.size() > 1) {
            warnings.accept("relations are merged: "
                    + String.join(", ", chosen.stream().map(HeteroForm::text).toList())
                    + "; take one with FILE#RELATION");
        } else if (edges.size() > 1) {
            warnings.accept("relations left out: "
                    + edges.keySet().stream()
                            .filter(relation -> !chosen.contains(relation))
                            .map(HeteroForm::text)
                            .toList());
        }
    }

    private long size(String type) {
        GraphValues own = vertices.getOrDefault(type, new GraphValues(Map.of()));
        long seen = 0;
        for (Map.Entry<List<String>, GraphValues> entry : edges.entrySet()) {
            long[] index = index(entry.getKey()).integers();
            int m = index.length / 2;
            if (entry.getKey().get(0).equals(type)) {
                seen = Math.max(seen, 1 + Arrays.stream(index, 0, m).max().orElse(-1));
            }
            if (entry.getKey().get(2).equals(type)) {
                seen = Math.max(seen, 1 + Arrays.stream(index, m, 2 * m).max().orElse(-1));
            }
        }
        long size =
                own.vertexCount().orElse(own.tensor("y").map(y -> y.length(0)).orElse(seen));
        if (seen > size) {
            throw new IllegalArgumentException(
                    "an edge_index names vertex " + (seen - 1) + " of type '" + type + "', which has " + size);
        }
        return size;
    }

    private GraphValues of(List<String> relation) {
        return Objects.requireNonNull(edges.get(relation));
    }

    /** The number of the first vertex of a type. */
    private static long first(Map<String, Long> firsts, String type) {
        return Objects.requireNonNull(firsts.get(type));
    }

    private Tensor index(List<String> relation) {
        Tensor index = of(relation)
                .tensor("edge_index")
                .orElseThrow(() -> new IllegalArgumentException("relation '" + text(relation) + "' has no edge_index"));
        if (index.dimensions() != 2 || index.length(0) != 2 || index.type().isReal()) {
            throw new IllegalArgumentException(
                    "edge_index of relation '" + text(relation) + "' is " + index + ", not whole numbers [2, m]");
        }
        return index;
    }

    private GraphValues withArcs(List<List<String>> chosen, Map<String, Long> firsts) {
        List<long[]> parts = new ArrayList<>();
        int size = 0;
        for (List<String> relation : chosen) {
            parts.add(index(relation).integers());
            size = Math.addExact(size, parts.get(parts.size() - 1).length / 2);
        }
        long[] both = new long[Math.multiplyExact(2, size)];
        long[] relations = new long[size];
        int at = 0;
        for (int r = 0; r < parts.size(); r++) {
            int m = parts.get(r).length / 2;
            for (int k = 0; k < m; k++) {
                both[at + k] = parts.get(r)[k] + first(firsts, chosen.get(r).get(0));
                both[size + at + k] =
                        parts.get(r)[m + k] + first(firsts, chosen.get(r).get(2));
                relations[at + k] = r;
            }
            at += m;
        }
        GraphValues values = new GraphValues(Map.of("edge_index", Tensor.of(both, 2, size)));
        EdgeAttributes attributes = new EdgeAttributes(
                chosen.stream().map(HeteroForm::text).toList(),
                chosen.stream().map(this::of).toList(),
                parts.stream().map(part -> part.length / 2).toList());
        GraphValues with = attributes.addTo(values, warnings);
        return chosen.size() == 1 ? with : with.with("relation", Tensor.of(relations, size));
    }

    private GraphValues withFeatures(GraphValues merged, List<String> types, Map<String, Long> firsts, long n) {
        List<Tensor> all = types.stream()
                .flatMap(type -> vertices.getOrDefault(type, merged).tensor("x").stream())
                .toList();
        if (all.isEmpty()) {
            return merged;
        }
        int entries = (int) all.stream().mapToLong(Tensor::elements).reduce(0, Math::addExact);
        long[] rows = new long[entries];
        long[] columns = new long[entries];
        double[] values = new double[entries];
        int at = 0;
        long width = 0;
        for (String type : types) {
            Optional<Tensor> x = vertices.getOrDefault(type, merged).tensor("x");
            double[] own = x.map(Tensor::reals).orElse(new double[0]);
            long d = x.map(tensor -> tensor.length(1)).orElse(0L);
            for (int k = 0; k < own.length; k++) {
                rows[at] = first(firsts, type) + k / d;
                columns[at] = width + k % d;
                values[at++] = own[k];
            }
            width += d;
        }
        return merged.with(
                "x",
                new SparseTensor(
                        Tensor.of(rows, entries),
                        false,
                        Tensor.of(columns, entries),
                        List.of(Tensor.of(values, entries)),
                        List.of(n, width)));
    }

    /** Classes and masks of the first type that has them; vertices of other types have none. */
    private GraphValues withOutcomes(GraphValues merged, List<String> types, Map<String, Long> firsts, long n) {
        List<String> labelled = types.stream()
                .filter(type -> vertices.getOrDefault(type, merged).tensor("y").isPresent())
                .toList();
        if (labelled.isEmpty()) {
            return merged;
        }
        if (labelled.size() > 1) {
            warnings.accept(
                    "y is taken of '" + labelled.get(0) + "' and left out of " + labelled.subList(1, labelled.size()));
        }
        GraphValues own = vertices.getOrDefault(labelled.get(0), merged);
        int first = Math.toIntExact(first(firsts, labelled.get(0)));
        Tensor y = own.tensor("y").orElseThrow();
        int columns = Math.toIntExact(y.length(1));
        GraphValues with =
                merged.with("y", placed(y, first, (int) n, columns, y.type().isReal() ? Double.NaN : -1));
        for (String name : Masks.NAMES) {
            Optional<Tensor> mask = own.tensor(name);
            if (mask.isPresent()) {
                with = with.with(
                        name,
                        placed(mask.get(), first, (int) n, (int) mask.get().length(1), 0));
            }
        }
        return with;
    }

    private static Tensor placed(Tensor part, int first, int n, int columns, double elsewhere) {
        double[] all = new double[Math.multiplyExact(n, columns)];
        Arrays.fill(all, elsewhere);
        double[] own = part.reals();
        System.arraycopy(own, 0, all, first * columns, Math.min(own.length, all.length - first * columns));
        if (part.type().isReal()) {
            return Tensor.of(all, n, columns);
        }
        return Tensor.of(Arrays.stream(all).mapToLong(value -> (long) value).toArray(), n, columns);
    }
}
