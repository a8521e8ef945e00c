package org.seprank.graph.io.markup;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.seprank.file.TextLines;
import org.seprank.graph.Attributes;
import org.seprank.graph.io.codec.JsonText;
import org.seprank.graph.io.codec.Output;

/** Columns of attributes as GML's keys and values: columns whose names have a dot are in a block. */
final class GmlEntries {
    private static final Pattern KEY = Pattern.compile("[A-Za-z][0-9A-Za-z_]*");

    private final Attributes columns;
    private final Output output;
    private final Group top = new Group(new LinkedHashMap<>(), new LinkedHashMap<>());

    /** The columns directly in a block by their keys there, and the blocks in it. */
    private record Group(Map<String, String> columns, Map<String, Group> blocks) {
        boolean has(String key) {
            return columns.containsKey(key) || blocks.containsKey(key);
        }
    }

    private GmlEntries(Attributes columns, Output output) {
        this.columns = columns;
        this.output = output;
    }

    /**
     * All columns.
     *
     * @param taken keys that are in use
     */
    static GmlEntries of(Attributes columns, Set<String> taken, Output output) {
        GmlEntries entries = new GmlEntries(columns, output);
        List<String> nested = new ArrayList<>();
        for (String name : columns.names()) {
            if (name.indexOf('.') < 0) {
                entries.add(name, taken);
            } else {
                nested.add(name);
            }
        }
        nested.forEach(name -> entries.nest(name, taken));
        return entries;
    }

    /** What GML does not allow in a key becomes a letter x. */
    private void add(String name, Set<String> taken) {
        String key = name.replaceAll("[^0-9A-Za-z_]", "x");
        key = key.matches("[A-Za-z].*") ? key : "x" + key;
        while (taken.contains(key) || top.has(key)) {
            key += "x";
        }
        if (!key.equals(name)) {
            output.warn("the attribute '" + TextLines.shortened(name) + "' is written as '" + key + "'");
        }
        top.columns().put(key, name);
    }

    private void nest(String name, Set<String> taken) {
        String[] keys = name.split("\\.", -1);
        Group group = top;
        for (int i = 0; i < keys.length; i++) {
            boolean last = i == keys.length - 1;
            boolean fits = KEY.matcher(keys[i]).matches()
                    && !(i == 0 && taken.contains(keys[i]))
                    && !group.columns().containsKey(keys[i])
                    && !(last && group.blocks().containsKey(keys[i]));
            if (!fits) {
                add(name, taken);
                return;
            }
            if (last) {
                group.columns().put(keys[i], name);
            } else {
                group = group.blocks()
                        .computeIfAbsent(keys[i], key -> new Group(new LinkedHashMap<>(), new LinkedHashMap<>()));
            }
        }
    }

    /** Writes the values of a row. */
    void write(int row, String indent) throws IOException {
        write(top, row, indent);
    }

    private void write(Group group, int row, String indent) throws IOException {
        for (Map.Entry<String, String> column : group.columns().entrySet()) {
            String name = column.getValue();
            Optional<String> value = columns.value(name, row);
            if (value.isPresent()) {
                write(column.getKey(), value.get(), columns.type(name), indent);
            }
        }
        for (Map.Entry<String, Group> block : group.blocks().entrySet()) {
            if (hasValue(block.getValue(), row)) {
                output.line(indent + block.getKey() + " [");
                write(block.getValue(), row, indent + "  ");
                output.line(indent + "]");
            }
        }
    }

    private boolean hasValue(Group group, int row) {
        return group.columns().values().stream()
                        .anyMatch(name -> columns.value(name, row).isPresent())
                || group.blocks().values().stream().anyMatch(block -> hasValue(block, row));
    }

    private void write(String key, String value, Attributes.Type type, String indent) throws IOException {
        Optional<JsonNode> structure = type == Attributes.Type.STRUCTURE ? JsonText.parse(value) : Optional.empty();
        if (structure.isPresent() && fits(structure.get())) {
            write(key, structure.get(), indent);
            return;
        }
        if (structure.isPresent()) {
            output.warn("the lists or objects of '" + TextLines.shortened(key) + "' are written as text");
        }
        boolean number = type != Attributes.Type.TEXT && type != Attributes.Type.STRUCTURE && GmlTokens.isNumber(value);
        output.line(indent + key + " " + (number ? value : quoted(value)));
    }

    private static String quoted(String text) {
        return "\"" + Entities.escaped(text) + "\"";
    }

    /** GML has no list in a list, and neither truth values nor null. */
    private static boolean fits(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().allMatch(item -> !item.isArray() && fits(item));
        }
        if (value.isObject()) {
            return value.propertyStream()
                    .allMatch(entry -> KEY.matcher(entry.getKey()).matches() && fits(entry.getValue()));
        }
        return value.isNumber() || value.isTextual();
    }

    private void write(String key, JsonNode value, String indent) throws IOException {
        if (value.isArray()) {
            if (value.size() < 2) {
                output.line(indent + key + " " + quoted(value.isEmpty() ? Gml.EMPTY_LIST : Gml.LIST_START));
            }
            for (JsonNode item : value) {
                write(key, item, indent);
            }
        } else if (value.isObject()) {
            output.line(indent + key + " [");
            for (Map.Entry<String, JsonNode> entry : value.properties()) {
                write(entry.getKey(), entry.getValue(), indent + "  ");
            }
            output.line(indent + "]");
        } else {
            output.line(indent + key + " " + (value.isNumber() ? value.asText() : quoted(value.asText())));
        }
    }
}
