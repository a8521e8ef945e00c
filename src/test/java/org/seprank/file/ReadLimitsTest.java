package org.seprank.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadLimitsTest {
    @TempDir
    private Path folder;

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    private long unpacked(byte[] bytes) throws IOException {
        return ReadLimits.unpackedBytes(Files.write(folder.resolve("file"), bytes));
    }

    @Test
    void whatIsNotPackedHasItsSize() throws IOException {
        for (String text : new String[] {"", "1", "1 2\n", "\u001f\u008b no gzip data at all, but so it begins"}) {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            assertThat(unpacked(bytes)).as(text).isEqualTo(bytes.length);
        }
    }

    @Test
    void gzipDataAreEstimatedFromBelow() throws IOException {
        assertThat(unpacked(packed(new byte[1000]))).isEqualTo(1000);
        assertThat(unpacked(packed(new byte[0]))).isZero();
        byte[] random = new byte[1 << 22];
        SplittableRandom digits = new SplittableRandom(1);
        for (int i = 0; i < random.length; i++) {
            random[i] = (byte) ('0' + digits.nextInt(10));
        }
        assertThat(unpacked(packed(random))).isBetween(random.length / 2L, (long) random.length);
    }

    /** Lies at the end of damaged data count for nothing. */
    @Test
    void damagedGzipDataHaveTheirSize() throws IOException {
        byte[] bytes = packed(new byte[1000]);
        byte[] cut = Arrays.copyOf(bytes, bytes.length - 9);
        assertThat(unpacked(cut)).isEqualTo(cut.length);
        Arrays.fill(bytes, bytes.length - 4, bytes.length, (byte) -1);
        assertThat(unpacked(bytes)).isEqualTo(bytes.length);
    }

    @Test
    void whatCannotFitIsRefusedWithItsNeedTheMemoryAndARemedy() {
        Path file = Path.of("big.txt");
        long most = Runtime.getRuntime().maxMemory();
        assertThatCode(() -> ReadLimits.requireMemory(file, "a graph", (double) most))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> ReadLimits.requireMemory(file, "a graph", 9.6e12))
                .isInstanceOf(FormatException.class)
                .hasMessageMatching(
                        "cannot read big.txt: a graph takes 8940.70 GiB of memory at least, and Java has [\\d.]+ GiB")
                .extracting(fault -> ((FormatException) fault).hint())
                .asString()
                .isEqualTo("give Java more, as in SEPRANK_OPTS=-Xmx11176g, or make it smaller");
    }
}
