package org.seprank.graph.io.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.seprank.file.FormatException;

class NpyArrayTest {
    private static NpyArray read(byte[] bytes) throws IOException {
        return NpyArray.read(Path.of("a.npz"), "a", new ByteArrayInputStream(bytes), bytes.length);
    }

    private static byte[] array(String type, String shape, boolean fortran, ByteBuffer elements) {
        String header = "{'descr': '" + type + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': "
                + shape + ", }   \n";
        ByteBuffer bytes =
                ByteBuffer.allocate(10 + header.length() + elements.capacity()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        bytes.putShort((short) header.length()).put(header.getBytes(StandardCharsets.US_ASCII));
        return bytes.put(elements.rewind()).array();
    }

    private static ByteBuffer bytes(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void everyTypeIsRead() throws IOException {
        assertThat(read(array("<i4", "(2,)", false, bytes(8).putInt(-1).putInt(7)))
                        .integers())
                .containsExactly(-1, 7);
        assertThat(read(array("<i8", "(1,)", false, bytes(8).putLong(1L << 40))).integers())
                .containsExactly(1L << 40);
        assertThat(read(array("|u1", "(2,)", false, bytes(2).put((byte) 255).put((byte) 1)))
                        .integers())
                .containsExactly(255, 1);
        assertThat(read(array("|b1", "(2,)", false, bytes(2).put((byte) 1).put((byte) 0)))
                        .reals())
                .containsExactly(1, 0);
        assertThat(read(array("<f4", "(1,)", false, bytes(4).putFloat(0.5f))).reals())
                .containsExactly(0.5);
        assertThat(read(array("<f8", "()", false, bytes(8).putDouble(0.1))).reals())
                .containsExactly(0.1);
    }

    @Test
    void columnOrderBecomesRowOrder() throws IOException {
        ByteBuffer columns = bytes(24);
        for (int value : new int[] {1, 4, 2, 5, 3, 6}) {
            columns.putInt(value);
        }
        NpyArray array = read(array("<i4", "(2, 3)", true, columns));
        assertThat(array.shape()).containsExactly(2, 3);
        assertThat(array.integers()).containsExactly(1, 2, 3, 4, 5, 6);
        ByteBuffer cube = bytes(8);
        for (byte value : new byte[] {0, 4, 2, 6, 1, 5, 3, 7}) {
            cube.put(value);
        }
        assertThat(read(array("|u1", "(2, 2, 2)", true, cube)).integers()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void sizesAreCheckedBeforeMemoryIsTaken() {
        assertThatThrownBy(() -> read(array("<f8", "(2000000000,)", false, bytes(8))))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("has shape [2000000000] but only");
        assertThatThrownBy(() -> read(array("<f8", "(2000000000, 2000000000, 9)", false, bytes(8))))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("has shape");
        assertThatThrownBy(() -> NpyArray.read(
                        Path.of("a.npz"), "a", new ByteArrayInputStream(array("<i8", "(2,)", false, bytes(8))), 1000))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("ends early");
    }

    @Test
    void otherTypesAreRefusedByName() {
        assertThatThrownBy(() -> read(array("|O", "(1,)", false, bytes(8))))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("is of type |O");
    }

    @Test
    void realsAreNotTakenForIntegers() throws IOException {
        NpyArray array = read(array("<f8", "(1,)", false, bytes(8).putDouble(0.5)));
        assertThat(array.integral()).isFalse();
        assertThatThrownBy(array::integers).isInstanceOf(IllegalStateException.class);
    }
}
