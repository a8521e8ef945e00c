package org.seprank.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReaderTest {
    private static Reader over(byte[] bytes) {
        return TextReader.over(Path.of("a.txt"), new ByteArrayInputStream(bytes), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1000, 100_000})
    void charactersAreThoseOfTheBytesHoweverManyAreAskedFor(int length) throws IOException {
        String text = "aé\u20ac\ud83d\ude00\n".repeat(30_000);
        Reader reader = over(("\ufeff" + text).getBytes(StandardCharsets.UTF_8));
        char[] chars = new char[length];
        StringWriter all = new StringWriter();
        for (int got = reader.read(chars, 0, length); got >= 0; got = reader.read(chars, 0, length)) {
            assertThat(got).isPositive();
            all.write(chars, 0, got);
        }
        assertThat(all).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9_000, 70_000})
    void whatIsNoTextIsNamedWithItsLine(int line) {
        String good = "é\n".repeat(line - 1);
        for (String bad : new String[] {"\u00e9x", "\u00c3", "\u00ff\n"}) {
            byte[] head = good.getBytes(StandardCharsets.UTF_8);
            byte[] tail = bad.getBytes(StandardCharsets.ISO_8859_1);
            byte[] bytes = Arrays.copyOf(head, head.length + tail.length);
            System.arraycopy(tail, 0, bytes, head.length, tail.length);
            assertThatThrownBy(() -> over(bytes).transferTo(new StringWriter()))
                    .isInstanceOf(FormatException.class)
                    .hasMessage("cannot read a.txt: line " + line + ": bytes that are not UTF-8 text");
        }
    }

    @Test
    void aZeroByteIsNoText() {
        assertThatThrownBy(() -> over(new byte[] {'a', '\n', 0}).transferTo(new StringWriter()))
                .hasMessageContaining("line 2: a zero byte");
    }
}
