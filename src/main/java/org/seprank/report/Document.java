package org.seprank.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    public List<Table> tables() {
        return blocks.stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
    }

    /** The table with that key. */
    public Table table(String key) {
        return tables().stream()
                .filter(table -> table.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table '" + key + "', only "
                        + tables().stream().map(Table::key).toList()));
    }

    /** The figures, in order. */
    public List<Block.Figure> figures() {
        return blocks.stream()
                .filter(Block.Figure.class::isInstance)
                .map(Block.Figure.class::cast)
                .toList();
    }

    /** What was asked, where the document says. */
    public Optional<Block.Question> question() {
        return blocks.stream()
                .filter(Block.Question.class::isInstance)
                .map(Block.Question.class::cast)
                .findFirst();
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

        /** The document. */
        public Document build() {
            return new Document(kind, blocks);
        }
    }
}
