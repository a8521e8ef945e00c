package org.seprank.dataset.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.seprank.dataset.SparseFeatures;
import org.seprank.file.ReadLimits;
import org.seprank.graph.Graph;

/**
 * Writes Python pickles of protocol 2, as Python 2 with NumPy and SciPy wrote them; Python 3 reads them with
 * {@code encoding='latin1'}. Numbers in arrays have 32 bits.
 */
public final class PickleOutput {
    private static final String PROTOCOL = "\u0080\u0002";

    private final OutputStream out;
    private final byte[] word = new byte[Integer.BYTES];

    private PickleOutput(OutputStream out) {
        this.out = out;
    }

    private static PickleOutput to(OutputStream stream) throws IOException {
        return new PickleOutput(new BufferedOutputStream(stream, 1 << 16)).text(PROTOCOL);
    }

    /** {@code defaultdict(list, {v: [neighbours of v], ..})} of every vertex. */
    public static void neighbours(OutputStream stream, Graph graph) throws IOException {
        PickleOutput p = to(stream).text("ccollections\ndefaultdict\nc__builtin__\nlist\n\u0085R(");
        int[] offsets = graph.out().offsets();
        for (int v = 0; v < graph.vertexCount(); v++) {
            p.number(v).text("](");
            for (int k = offsets[v]; k < offsets[v + 1]; k++) {
                p.number(graph.out().neighbours()[k]);
            }
            p.text("e");
        }
        p.text("u").end();
    }

    /** A NumPy matrix of rows that are 1 at one place, 0 elsewhere; all 0 where the place is negative. */
    public static void oneHot(OutputStream stream, int[] places, int columns) throws IOException {
        byte[] data = room((long) places.length * columns);
        ByteBuffer cells = over(data);
        for (int place : places) {
            for (int j = 0; j < columns; j++) {
                cells.putInt(j == place ? 1 : 0);
            }
        }
        to(stream).array("i4", new int[] {places.length, columns}, data).end();
    }

    /** A SciPy matrix in compressed rows. */
    public static void rows(OutputStream stream, SparseFeatures matrix) throws IOException {
        byte[] values = room(matrix.values().length);
        over(values).asFloatBuffer().put(matrix.values());
        PickleOutput p = to(stream)
                .text("ccopy_reg\n_reconstructor\ncscipy.sparse.csr\ncsr_matrix\nc__builtin__\nobject\nN\u0087R}(")
                .text("U\u0006_shape")
                .number(matrix.rows())
                .number(matrix.columns())
                .text("\u0086U\u0006indptr")
                .integers(matrix.offsets())
                .text("U\u0007indices")
                .integers(matrix.indices())
                .text("U\u0004data")
                .array("f4", new int[] {matrix.values().length}, values);
        p.text("ub").end();
    }

    private PickleOutput integers(int[] values) throws IOException {
        byte[] data = room(values.length);
        over(data).asIntBuffer().put(values);
        return array("i4", new int[] {values.length}, data);
    }

    private static byte[] room(long numbers) {
        if (numbers > ReadLimits.roomFor(Integer.BYTES)) {
            throw new IllegalArgumentException(
                    "an array of " + numbers + " numbers does not fit in memory or in a pickle");
        }
        return new byte[Math.toIntExact(Integer.BYTES * numbers)];
    }

    private static ByteBuffer over(byte[] data) {
        return ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    }

    private PickleOutput array(String type, int[] shape, byte[] data) throws IOException {
        text("cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\u0000\u0085U\u0001b\u0087R(K\u0001(");
        for (int length : shape) {
            number(length);
        }
        text("tcnumpy\ndtype\nU\u0002" + type + "K\u0000K\u0001\u0087R(K\u0003U\u0001<NNN");
        number(-1).number(-1).text("K\u0000tb\u0089T").raw(data.length);
        out.write(data);
        return text("tb");
    }

    private PickleOutput number(int value) throws IOException {
        return text("J").raw(value);
    }

    private PickleOutput raw(int value) throws IOException {
        for (int i = 0; i < word.length; i++) {
            word[i] = (byte) (value >>> (Byte.SIZE * i));
        }
        out.write(word);
        return this;
    }

    private PickleOutput text(String code) throws IOException {
        out.write(code.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    private void end() throws IOException {
        out.write('.');
        out.flush();
    }
}
