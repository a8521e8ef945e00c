package org.seprank.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes Python 2 pickles, protocol 2, the way NumPy, SciPy and collections do. */
public final class PickleFixture {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private PickleFixture() {}

    private PickleFixture text(String code) {
        out.writeBytes(code.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    private PickleFixture number(int value) {
        out.write('J');
        out.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array());
        return this;
    }

    private PickleFixture string(byte[] bytes) {
        out.write('T');
        out.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(bytes.length)
                .array());
        out.writeBytes(bytes);
        return this;
    }

    private byte[] end() {
        out.write('.');
        return out.toByteArray();
    }

    /** {@code defaultdict(list, lists)}. */
    public static byte[] lists(Map<Integer, List<Integer>> lists) {
        PickleFixture p = new PickleFixture();
        p.text("\u0080\u0002ccollections\ndefaultdict\nc__builtin__\nlist\n\u0085R(");
        lists.forEach((vertex, neighbours) -> {
            p.number(vertex).text("](");
            neighbours.forEach(p::number);
            p.text("e");
        });
        return p.text("u").end();
    }

    private PickleFixture array(String type, List<Integer> shape, byte[] data) {
        text("cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\u0000\u0085U\u0001b\u0087R(K\u0001(");
        shape.forEach(this::number);
        text("tcnumpy\ndtype\nU\u0002" + type + "K\u0000K\u0001\u0087R(K\u0003U\u0001<NNNJ\u00ff\u00ff\u00ff\u00ffJ");
        text("\u00ff\u00ff\u00ff\u00ffK\u0000tb\u0089");
        return string(data).text("tb");
    }

    private static byte[] ints(int... values) {
        ByteBuffer data = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            data.putInt(value);
        }
        return data.array();
    }

    /** A NumPy matrix of 32-bit whole numbers. */
    public static byte[] matrix(int rows, int columns, int... values) {
        PickleFixture p = new PickleFixture();
        return p.text("\u0080\u0002")
                .array("i4", List.of(rows, columns), ints(values))
                .end();
    }

    /** A SciPy matrix in compressed rows, all its entries 1. */
    public static byte[] rows(int rows, int columns, int[] offsets, int[] indices) {
        ByteBuffer ones = ByteBuffer.allocate(4 * indices.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int k = 0; k < indices.length; k++) {
            ones.putFloat(1);
        }
        PickleFixture p = new PickleFixture();
        p.text(
                "\u0080\u0002ccopy_reg\n_reconstructor\ncscipy.sparse.csr\ncsr_matrix\nc__builtin__\nobject\nN\u0087R}(");
        p.text("U\u0006_shape").number(rows).number(columns).text("\u0086");
        p.text("U\u0006indptr").array("i4", List.of(offsets.length), ints(offsets));
        p.text("U\u0007indices").array("i4", List.of(indices.length), ints(indices));
        p.text("U\u0004data").array("f4", List.of(indices.length), ones.array());
        return p.text("ub").end();
    }
}
