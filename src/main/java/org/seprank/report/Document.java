package org.seprank.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A result to be shown: blocks in reading order, the most important table first among the tables.
 *
 * @param kind what was done, such as "analyze"; part of the JSON schema's name
 * @param blocks in reading order
 */
public record Document(String kind, List<Block> blocks) {
    /** Keeps the order. */
    public Document {
        blocks = List.copyOf(blocks);
    }

    /** The tables, in order. */
    public List<Block.Table> tables() {
        return blocks.stream()
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .toList();
    }

    /** The table with that key. */
    public Block.Table table(String key) {
        return tables().stream()
                .filter(table -> table.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table '" + key + "', only "
                        + tables().stream().map(Block.Table::key).toList()));
    }

    /** The figures, in order. */
    public List<Block.Figure> figures() {
        return blocks.stream()
                .filter(Block.Figure.class::isInstance)
                .map(Block.Figure.class::cast)
                .toList();
    }

    /** The same document with more blocks at the end. */
    public Document with(List<? extends Block> more) {
        List<Block> all = new ArrayList<>(blocks);
        all.addAll(more);
        return new Document(kind, all);
    }

    /** Starts a document. */
    public static Builder of(String kind) {
        return new Builder(kind);
    }

    /** Collects blocks. */
    public static final class Builder {
        private final String kind;
        private final List<Block> blocks = new ArrayList<>();

        private Builder(String kind) {
            this.kind = kind;
        }

        /** Adds a block. */
        public Builder add(Block block) {
            blocks.add(block);
            return this;
        }

        /** Adds blocks. */
        public Builder addAll(List<? extends Block> more) {
            blocks.addAll(more);
            return this;
        }

        /** Adds a note. */
        public Builder note(String text) {
            return add(new Block.Note(text));
        }

        /** Adds facts given as name, value, name, value, .. */
        public Builder facts(String key, String title, Object... namesAndValues) {
            Map<String, Value> values = new LinkedHashMap<>();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                values.put((String) namesAndValues[i], (Value) namesAndValues[i + 1]);
            }
            return add(new Block.Facts(key, title, values));
        }

        /** The document. */
        public Document build() {
            return new Document(kind, blocks);
        }
    }
}
