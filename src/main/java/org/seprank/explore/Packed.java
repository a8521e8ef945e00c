package org.seprank.explore;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.function.IntToDoubleFunction;
import org.seprank.graph.Graph;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;

/**
 * Arrays of numbers as text for a page: base 64 of numbers of 7 bits a byte, the lowest first, all but the last byte of
 * a number with the highest bit set. Numbers that may be negative are folded first, 0, -1, 1, -2, .. becoming 0, 1, 2,
 * 3, ..
 */
final class Packed {
    /** The largest coordinate. */
    static final int EXTENT = 32_767;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private Packed() {}

    /** The ends of all edges: how far each source is from the one before it, and its target from it. */
    static String edges(Graph graph) {
        Packed packed = new Packed();
        int before = 0;
        for (int e = 0; e < graph.edgeCount(); e++) {
            packed.folded(graph.source(e) - before);
            packed.folded(graph.target(e) - graph.source(e));
            before = graph.source(e);
        }
        return packed.text();
    }

    /**
     * Edits: four times its number for the removal of an edge that there was; four times one end and 1, and the other
     * end, for an addition; the same and 2 for the removal of an edge that was added before.
     */
    static String edits(Graph graph, EditList edits) {
        Packed packed = new Packed();
        for (Edit edit : edits) {
            int e = graph.edgeBetween(edit.u(), edit.v());
            if (edit.kind() == Edit.Kind.REMOVE && e >= 0) {
                packed.number(4L * e);
            } else {
                packed.number(4L * edit.u() + (edit.kind() == Edit.Kind.ADD ? 1 : 2));
                packed.number(edit.v());
            }
        }
        return packed.text();
    }

    /** A small number for each vertex, at least -1. */
    static String codes(int[] codes) {
        Packed packed = new Packed();
        for (int code : codes) {
            packed.number(code + 1L);
        }
        return packed.text();
    }

    /** Coordinates in 0..1 as whole numbers up to {@value #EXTENT}. */
    static String coordinates(int n, IntToDoubleFunction share) {
        Packed packed = new Packed();
        for (int v = 0; v < n; v++) {
            int whole = (int) Math.round(EXTENT * share.applyAsDouble(v));
            packed.bytes.write(whole & 0xff);
            packed.bytes.write(whole >> 8);
        }
        return packed.text();
    }

    private void folded(int number) {
        long folded = ((long) number << 1) ^ (number >> 31);
        number(folded & 0xffff_ffffL);
    }

    private void number(long number) {
        long rest = number;
        for (; rest > 0x7f; rest >>= 7) {
            bytes.write((int) ((rest & 0x7f) | 0x80));
        }
        bytes.write((int) rest);
    }

    private String text() {
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
