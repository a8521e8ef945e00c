package org.seprank.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpzTest {
    @TempDir
    Path folder;

    private Npz open(NpzFixture fixture) throws IOException {
        Path file = fixture.write(folder.resolve("a.npz"));
        return Npz.open(file, ReadLimits.defaults());
    }

    private static byte[] item(String type, double value) {
        ByteBuffer data = ByteBuffer.allocate(type.charAt(2) - '0')
                .order(type.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        switch (type.substring(1)) {
            case "f8" -> data.putDouble(value);
            case "f4" -> data.putFloat((float) value);
            case "i8", "u8" -> data.putLong((long) value);
            case "i4", "u4" -> data.putInt((int) (long) value);
            case "i2", "u2" -> data.putShort((short) value);
            default -> data.put((byte) value);
        }
        return data.array();
    }

    @ParameterizedTest
    @CsvSource({
        "<f8, -1.5",
        ">f8, 2.25",
        "<f4, 0.75",
        ">f4, -3",
        "<i8, -9",
        ">i8, 70000000000",
        "<i4, -5",
        ">i4, 7",
        "<u4, 4000000000",
        "<i2, -300",
        "<u2, 65535",
        "|i1, -128",
        "|u1, 255",
        "|b1, 1",
        "<u8, 12"
    })
    void itemsOfEveryTypeAreReadAsTheirValue(String type, double value) throws IOException {
        try (Npz npz = open(new NpzFixture().raw("a", type, "1,", item(type, value)))) {
            assertThat(npz.reals("a")).containsExactly(value);
            if (type.charAt(1) != 'f') {
                assertThat(npz.integers("a")).containsExactly((long) value);
            }
        }
    }

    /** Values of IEEE 754-2008, table 3.5. */
    @ParameterizedTest
    @CsvSource({"15360, 1", "49152, -2", "31743, 65504", "1, 5.960464477539063e-8", "13653, 0.333251953125", "0, 0"})
    void halfPrecisionIsRead(int bits, double value) throws IOException {
        byte[] data = {(byte) bits, (byte) (bits >> 8)};
        try (Npz npz = open(new NpzFixture().raw("a", "<f2", "1,", data))) {
            assertThat(npz.reals("a")).containsExactly(value);
        }
    }

    @Test
    void columnOrderIsTurnedIntoRowOrder() throws IOException {
        String header = "{'descr': '|i1', 'fortran_order': True, 'shape': (2, 3), }";
        try (Npz npz = open(new NpzFixture().file("a", header, new byte[] {1, 4, 2, 5, 3, 6}))) {
            assertThat(npz.integers("a")).containsExactly(1, 2, 3, 4, 5, 6);
            assertThat(npz.reals("a")).containsExactly(1, 2, 3, 4, 5, 6);
            assertThat(npz.shape("a")).containsExactly(2L, 3L);
            double[][] cells = new double[2][3];
            npz.cells("a", (i, j, value) -> cells[i][j] = value);
            assertThat(cells).isDeepEqualTo(new double[][] {{1, 2, 3}, {4, 5, 6}});
        }
        String cube = "{'descr': '|i1', 'fortran_order': True, 'shape': (2, 2, 2), }";
        try (Npz npz = open(new NpzFixture().file("a", cube, new byte[] {0, 4, 2, 6, 1, 5, 3, 7}))) {
            assertThat(npz.integers("a")).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        }
    }

    @Test
    void emptyArraysAndScalarsAreRead() throws IOException {
        NpzFixture fixture = new NpzFixture()
                .integers("none", "0, 2")
                .integers("scalar", "", 5)
                .reals("empty", "0, 0")
                .reals("wide", "0, 7");
        try (Npz npz = open(fixture)) {
            assertThat(npz.integers("none")).isEmpty();
            assertThat(npz.integers("scalar")).containsExactly(5);
            assertThat(npz.matrixShape("empty")).containsExactly(0, 0);
            assertThat(npz.matrixShape("wide")).containsExactly(0, 7);
            assertThat(npz.names()).containsExactly("empty", "none", "scalar", "wide");
            assertThatThrownBy(() -> npz.integers("other")).hasMessageContaining("there is no such array");
            assertThatThrownBy(() -> npz.matrixShape("scalar")).hasMessageContaining("not that of a matrix");
        }
    }

    private void refused(NpzFixture fixture, String part) throws IOException {
        try (Npz npz = open(fixture)) {
            assertThatThrownBy(() -> npz.reals("a"))
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining("array 'a': ")
                    .hasMessageContaining(part);
        }
    }

    @Test
    void sizesAreCheckedBeforeMemoryIsTaken() throws IOException {
        byte[] data = new byte[16];
        refused(new NpzFixture().raw("a", "<f8", "2000000000,", data), "needs 16000000");
        refused(new NpzFixture().raw("a", "<f8", "2000000000, 2000000000, 9", data), "is beyond all numbers");
        refused(new NpzFixture().raw("a", "<f8", "1,", data), "but it has");
        refused(new NpzFixture().raw("a", "<f8", "3,", data), "but it has");
    }

    @Test
    void otherTypesAndHeadersAreRefused() throws IOException {
        for (String type : new String[] {"|O", "<c8", "<U7", "<f16", "f99"}) {
            refused(new NpzFixture().raw("a", type, "2,", new byte[16]), "its items are not numbers");
        }
        refused(new NpzFixture().file("a", "{'descr': '<f8', }", new byte[8]), "its header is not understood");
    }

    @Test
    void realsAreNotTakenForIntegers() throws IOException {
        try (Npz npz = open(new NpzFixture().reals("a", "1,", 0.5f))) {
            assertThatThrownBy(() -> npz.integers("a"))
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining("floating-point numbers where whole numbers should be");
        }
    }
}
