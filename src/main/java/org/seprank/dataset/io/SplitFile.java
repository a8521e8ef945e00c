package org.seprank.dataset.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.Split;
import org.seprank.dataset.Split.Part;
import org.seprank.dataset.SplitSpec;
import org.seprank.dataset.file.Source;
import org.seprank.file.FormatException;
import org.seprank.file.Npz;
import org.seprank.file.ReadLimits;
import org.seprank.file.ZipParts;

/**
 * Splits in a file of their own. JSON: an object, or a list of them, with {@code train}, {@code val} (or {@code valid},
 * {@code validation}) and {@code test}, each a list of the ids of vertices (of graphs, those with labelled vertices
 * too, their numbers from 0), or a mask of truth values. NumPy archive: arrays of these names, or with {@code _idx},
 * {@code _index}, {@code _mask} or {@code _masks} behind them, each indices from 0 or a mask [n], or masks [splits, n].
 */
public final class SplitFile {
    private static final String PREFIX = "file:";
    private static final String HINT =
            "give 'train', 'val' and 'test', each a list of ids or a mask, with no item in two of them";
    private static final Map<Part, List<String>> NAMES = Map.of(
            Part.TRAIN, List.of("train"),
            Part.VALIDATION, List.of("val", "valid", "validation"),
            Part.TEST, List.of("test"));
    private static final List<String> ENDINGS = List.of("", "_idx", "_index", "_mask", "_masks");

    private final Path file;
    private final Dataset dataset;
    private final boolean vertices; // whether items are vertices rather than graphs
    private final int items;

    private SplitFile(Path file, Dataset dataset) {
        this.file = file;
        this.dataset = dataset;
        boolean several = dataset instanceof NodeDataset nodes && nodes.graphs().several();
        this.vertices = dataset instanceof NodeDataset && !several;
        this.items = several
                ? ((NodeDataset) dataset).graphs().count()
                : dataset.labels().size();
    }

    /** The dataset split by a rule: {@code file:PATH}, or one of {@link SplitSpec}. */
    public static Dataset applied(String rule, Dataset dataset, long seed) throws IOException {
        return rule.startsWith(PREFIX)
                ? dataset.withSplits(read(Path.of(rule.substring(PREFIX.length())), dataset))
                : SplitSpec.parse(rule).appliedTo(dataset, seed);
    }

    /**
     * The splits in a file.
     *
     * @throws FormatException if an item is unknown or in two parts, or a part is empty
     */
    public static List<Split> read(Path file, Dataset dataset) throws IOException {
        SplitFile reader = new SplitFile(file, dataset);
        List<Split> splits = ZipParts.isZip(file) ? reader.ofArrays() : reader.ofJson();
        return dataset instanceof NodeDataset nodes && nodes.graphs().several()
                ? splits.stream().map(nodes.graphs()::spread).toList()
                : splits;
    }

    private FormatException fault(String what) {
        return FormatException.inFile(file, what, HINT);
    }

    private Split split(String name, Map<Part, int[]> parts) throws FormatException {
        if (!parts.containsKey(Part.TRAIN) || !parts.containsKey(Part.TEST)) {
            throw fault("split '" + name + "' has no 'train' or no 'test'");
        }
        Split.Builder split = Split.over(name, items);
        for (Map.Entry<Part, int[]> part : parts.entrySet()) {
            String said = NAMES.getOrDefault(part.getKey(), List.of("")).get(0);
            if (part.getValue().length == 0) {
                throw fault("part '" + said + "' of split '" + name + "' is empty");
            }
            try {
                split.put(part.getKey(), part.getValue());
            } catch (IllegalArgumentException e) {
                throw fault("part '" + said + "' of split '" + name + "': " + e.getMessage())
                        .causedBy(e);
            }
        }
        return split.build();
    }

    private List<Split> ofJson() throws IOException {
        JsonNode root;
        try (InputStream in = Source.of(file, ReadLimits.defaults()).open(file)) {
            root = new ObjectMapper().readTree(in);
        } catch (JsonProcessingException e) {
            throw FormatException.inJson(file, e, HINT);
        }
        List<JsonNode> all = new ArrayList<>();
        (root.isArray() ? root : List.of(root)).forEach(all::add);
        List<Split> splits = new ArrayList<>();
        for (JsonNode one : all) {
            Map<Part, int[]> parts = new LinkedHashMap<>();
            for (Part part : Part.values()) {
                for (String name : NAMES.getOrDefault(part, List.of())) {
                    if (one.has(name)) {
                        parts.put(part, part(name, one.get(name)));
                    }
                }
            }
            splits.add(split(all.size() == 1 ? "file" : "file " + splits.size(), parts));
        }
        if (splits.isEmpty()) {
            throw fault("it has no split");
        }
        return splits;
    }

    private int[] part(String name, JsonNode list) throws FormatException {
        if (!list.isArray()) {
            throw fault("'" + name + "' is no list");
        }
        boolean mask = !list.isEmpty() && list.get(0).isBoolean();
        if (mask && list.size() != items) {
            throw fault("mask '" + name + "' is of " + list.size() + " items, not " + items);
        }
        IntStream.Builder found = IntStream.builder();
        for (int i = 0; i < list.size(); i++) {
            JsonNode one = list.get(i);
            if (mask != one.isBoolean() || !(one.isBoolean() || one.isIntegralNumber() || one.isTextual())) {
                throw fault("'" + name + "' has at " + i + " neither ids nor truth values throughout");
            }
            if (!mask) {
                found.add(item(name, one.asText()));
            } else if (one.asBoolean()) {
                found.add(i);
            }
        }
        return found.build().toArray();
    }

    private int item(String part, String id) throws FormatException {
        OptionalInt item = vertices && dataset instanceof NodeDataset nodes
                ? nodes.graph().ids().vertex(id)
                : id.matches("\\d{1,9}") && Integer.parseInt(id) < items
                        ? OptionalInt.of(Integer.parseInt(id))
                        : OptionalInt.empty();
        if (item.isEmpty()) {
            throw fault("'" + part + "' has '" + id + "', which is no "
                    + (vertices ? "vertex" : "graph in 0.." + (items - 1)));
        }
        return item.getAsInt();
    }

    private List<Split> ofArrays() throws IOException {
        List<Map<Part, int[]>> splits = new ArrayList<>();
        try (Npz npz = Npz.open(file, ReadLimits.defaults())) {
            for (Part part : Part.values()) {
                for (String name : NAMES.getOrDefault(part, List.of())) {
                    for (String ending : ENDINGS) {
                        if (npz.has(name + ending)) {
                            add(splits, part, parts(npz, name + ending));
                        }
                    }
                }
            }
        }
        List<Split> built = new ArrayList<>();
        for (Map<Part, int[]> parts : splits) {
            built.add(split(splits.size() == 1 ? "file" : "file " + built.size(), parts));
        }
        if (built.isEmpty()) {
            throw fault("it has no array 'train'");
        }
        return built;
    }

    private void add(List<Map<Part, int[]>> splits, Part part, List<int[]> found) throws FormatException {
        if (splits.isEmpty()) {
            found.forEach(one -> splits.add(new LinkedHashMap<>()));
        }
        if (splits.size() != found.size()) {
            throw fault("its parts are of " + splits.size() + " and of " + found.size() + " splits");
        }
        for (int k = 0; k < found.size(); k++) {
            splits.get(k).put(part, found.get(k));
        }
    }

    private List<int[]> parts(Npz npz, String name) throws IOException {
        List<Long> shape = npz.shape(name);
        boolean mask = npz.holdsTruth(name) || name.contains("_mask");
        if (shape.isEmpty() || shape.size() > (mask ? 2 : 1) || (mask && shape.get(shape.size() - 1) != items)) {
            throw npz.error(name, "its shape " + shape + " is not that of " + (mask ? "masks of " + items : "ids"));
        }
        long[] values = npz.integers(name);
        if (!mask) {
            for (long value : values) {
                if (value < 0 || value >= items) {
                    throw npz.error(name, "item " + value + " is not in 0.." + (items - 1));
                }
            }
            return List.of(
                    IntStream.range(0, values.length).map(k -> (int) values[k]).toArray());
        }
        int count = items == 0 ? 0 : values.length / items;
        return IntStream.range(0, count)
                .mapToObj(k -> HeterophilousReader.set(values, k, items))
                .toList();
    }
}
