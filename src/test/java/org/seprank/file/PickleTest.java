package org.seprank.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Pickles by Python itself (pickles.py says how), and such as nobody should write. */
class PickleTest {
    private static final Pickle READER = Pickle.ofPlainData().allowing(PickledArray.constructors());

    /** A pickle of {@code pickles.txt}. */
    record Sample(String name, int protocol, String base64) {
        byte[] bytes() {
            return Base64.getDecoder().decode(base64);
        }

        @Override
        public String toString() {
            return name + ", protocol " + protocol;
        }
    }

    static List<Sample> samples() throws IOException {
        try (InputStream in = PickleTest.class.getResourceAsStream("pickles.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(" ", -1))
                    .map(parts -> new Sample(parts[0], Integer.parseInt(parts[1]), parts[2]))
                    .toList();
        }
    }

    static Stream<Sample> samples(String name) throws IOException {
        return samples().stream().filter(sample -> sample.name().equals(name));
    }

    static Stream<Sample> plain() throws IOException {
        return samples("plain");
    }

    static Stream<Sample> arrays() throws IOException {
        return Stream.concat(samples("matrix"), samples("columns"));
    }

    static Stream<Sample> modern() throws IOException {
        return samples("modern");
    }

    private static Object read(byte[] pickle) throws IOException {
        return READER.read(Path.of("a.pickle"), new ByteArrayInputStream(pickle));
    }

    private static Object read(String pickle) throws IOException {
        return read(pickle.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void refused(String pickle, String part) {
        assertThatThrownBy(() -> read(pickle))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith("cannot read a.pickle: byte ")
                .hasMessageContaining("not a pickle of plain data: ")
                .hasMessageContaining(part);
    }

    @ParameterizedTest
    @MethodSource
    void plain(Sample sample) throws IOException {
        assertThat(read(sample.bytes())).isInstanceOf(Map.class);
        Map<?, ?> all = (Map<?, ?>) read(sample.bytes());
        assertThat(all.get("whole"))
                .isEqualTo(List.of(
                        0,
                        1,
                        255,
                        256,
                        65536,
                        -1,
                        Integer.MIN_VALUE,
                        1L << 31,
                        1L << 40,
                        Long.MIN_VALUE,
                        BigInteger.TWO.pow(63),
                        BigInteger.TWO.pow(70).negate()));
        assertThat(all.get("real"))
                .isEqualTo(List.of(0.5, -1e300, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN));
        for (int length = 0; length < 5; length++) {
            Object[] tuple = (Object[]) list(all, "tuples").get(length);
            assertThat(Arrays.asList(tuple)).isEqualTo(List.of(1, 2, 3, 4).subList(0, length));
        }
        assertThat(all.get("none")).isEqualTo(Pickle.None.NONE);
        assertThat(all.get("truth")).isEqualTo(List.of(true, false));
        assertThat(all.get("text")).isEqualTo("gr\u00fc\u00df \u20ac \ud83d\ude00 \n\\n'\"");
        assertThat(all.get("long")).isEqualTo("x".repeat(300));
        assertThat(all.get("nested")).isEqualTo(Map.of(1, Map.of(), -5, List.of(List.of())));
        List<?> shared = list(all, "shared");
        assertThat(shared.get(0)).isEqualTo(List.of(1)).isSameAs(shared.get(1));
    }

    @ParameterizedTest
    @MethodSource
    void arrays(Sample sample) throws IOException {
        PickledArray array = (PickledArray) read(sample.bytes());
        assertThat(List.of(array.dimensions(), array.length(0), array.length(1), array.items()))
                .containsExactly(2, 2, 3, 6);
        for (int k = 0; k < 6; k++) {
            assertThat(array.integer(k)).isEqualTo(k);
            assertThat(array.real(k)).isEqualTo(k);
        }
    }

    @ParameterizedTest
    @MethodSource
    void modern(Sample sample) throws IOException {
        Map<?, ?> all = (Map<?, ?>) read(sample.bytes());
        assertThat(all.get("set")).isEqualTo(Set.of(1, "a"));
        assertThat(all.get("frozen")).isEqualTo(Set.of(2));
        assertThat(all.get("bytes")).isEqualTo(new byte[] {0, (byte) 0xff});
        if (sample.protocol() == 5) { // before, bytearray was a class
            assertThat(all.get("array")).isEqualTo(new byte[] {1});
        }
    }

    /** Texts of Python 2, and instructions that Python's own writer does not use. */
    @Test
    void otherWordsForTheSameAreRead() throws IOException {
        assertThat(read("S'a\\x41\\n\\'\\q'\n.")).isEqualTo("aA\n'\\q");
        assertThat(read("U\u0002\u00e4b.")).isEqualTo("\u00e4b");
        assertThat(read("T\u0001\u0000\u0000\u0000c.")).isEqualTo("c");
        assertThat(read("(I1\nI2\nl.")).isEqualTo(List.of(1, 2));
        assertThat(read("(I1\nI2\nd.")).isEqualTo(Map.of(1, 2));
        assertThat(read("I1\n2(0(I7\n10.")).isEqualTo(1);
        assertThat(read("(icollections\ndefaultdict\n.")).isEqualTo(Map.of());
        assertThat(read("(ccollections\ndefaultdict\no.")).isEqualTo(Map.of());
        assertThat(read("ccollections\ndefaultdict\n)}\u0092.")).isEqualTo(Map.of());
        assertThat(read("L-12L\n.")).isEqualTo(-12);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cos|system",
                "cbuiltins|eval",
                "cnumpy.core.multiarray|scalar",
                "cnumpy|memmap",
                "ccollections|defaultdict.fromkeys"
            })
    void whatIsNotOnTheListIsRefusedByName(String module, String name) {
        String full = module.substring(1) + "." + name;
        refused(module + "\n" + name + "\n)R.", "it names the class '" + full + "', which is not allowed");
        refused(
                "\u008c" + (char) (module.length() - 1) + module.substring(1) + "\u008c" + (char) name.length() + name
                        + "\u0093)R.",
                "it names the class '" + full + "', which is not allowed");
        refused("(i" + module.substring(1) + "\n" + name + "\n.", "it names the class '" + full + "'");
    }

    @Test
    void namesAreNoObjectsUnlessTheirConstructorsMakeThem() {
        refused("c__builtin__\nlist\n)R.", "makes a list where one may only be named");
        refused("cnumpy\nndarray\n)\u0081.", "makes a ndarray where one may only be named");
        refused("cnumpy\ndtype\nU\u0002O8\u0085R.", "type 'O8' does not hold numbers");
        refused("I1\n)R.", "calls what is no constructor");
        refused("]I1\nb.", "sets the state of an object that has none");
        refused("\u0082\u0001.", "instruction 130 is not allowed"); // the extension registry
        refused("\u0097.", "instruction 151 is not allowed"); // buffers from outside
    }

    @Test
    void lengthsBeyondTheEndAreRefused() {
        for (String pickle : List.of(
                "T\u00ff\u00ff\u00ff\u007fa.",
                "X\u00ff\u00ff\u00ff\u00ffa.",
                "B\u00ff\u00ff\u00ff\u00ffa.",
                "\u008e\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ffa.",
                "\u0096\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u007fa.",
                "\u008d\u0000\u0000\u0000\u0000\u0000\u0001\u0000\u0000a.",
                "C\u0007a.",
                "J\u0001")) {
            refused(pickle, "bytes, but ends after");
        }
        refused("\u008b\u00ff\u00ff\u00ff\u007fa.", "is too long");
        refused("I1", "ends within a line");
        refused("L" + "1".repeat(5000) + "\n.", "not a whole number");
    }

    @Test
    void instructionsWithoutTheirOperandsAreRefused() {
        for (String pickle : List.of(".", "0.", "a.", "]a.", "(a.", "](\u0085.", "R.", "q\u0001.", "b.", "2.", "Q.")) {
            refused(pickle, "finds nothing to work on");
        }
        for (String pickle : List.of("t.", "l.", "d.", "]e.", "}u.", "1.", "o.")) {
            refused(pickle, "finds no mark");
        }
        refused("h\u0001.", "recalls 1");
        refused("(I1\nd.", "a key has no value");
        refused("]](I1\ntI2\ns.", "fills what is no list");
        refused("}]I1\ns.", "a key is neither a number nor a text");
        refused("\u0080\u0006.", "protocol 6 is not in 0..5");
        refused("P7\n.", "refers to what is not in the file");
        refused("I1\nQ.", "refers to what is not in the file");
    }

    @Test
    void persistentIdsAreTheCallers() throws IOException {
        Pickle reader = READER.withPersistentIds(id -> id instanceof Object[] parts ? List.of(parts) : "line " + id);
        byte[] pickle = "(Pabc\n(U\u0007storageK\u0002tQt.".getBytes(StandardCharsets.ISO_8859_1);
        assertThat((Object[]) reader.read(Path.of("a"), new ByteArrayInputStream(pickle)))
                .containsExactly("line abc", List.of("storage", 2));
    }

    /** A list in a list in a list.. is no danger: nothing goes down into it. */
    @Test
    void depthTakesNoStack() throws IOException {
        int depth = 100_000;
        Object value = read("]".repeat(depth) + "a".repeat(depth - 1) + ".");
        int found = 1;
        for (Object at = value; !((List<?>) at).isEmpty(); at = ((List<?>) at).get(0)) {
            found++;
        }
        assertThat(found).isEqualTo(depth);
    }

    /** Few bytes that would make many lists, or copies of one long text. */
    @Test
    void moreThanMemoryHasRoomForIsRefused() {
        long heap = Runtime.getRuntime().maxMemory();
        int lists = (int) Math.min(heap / 4 / 200 + 1, heap / 64 - 1);
        refused("]".repeat(lists) + ".", "more than there is memory for");
        int copies = 3000;
        int length = (int) (heap / 4 / copies + 1);
        String type = "cnumpy\ndtype\nU\u0002u1\u0085Rq\u0001";
        String text = "T" + new String(little(length), StandardCharsets.ISO_8859_1) + "x".repeat(length) + "q\u0002";
        String copy = "cnumpy.core.multiarray\n_reconstruct\n)R(K\u0001J"
                + new String(little(length), StandardCharsets.ISO_8859_1) + "\u0085h\u0001\u0089h\u0002tb0";
        refused(type + "0" + text + "0" + copy.repeat(copies) + "N.", "more than there is memory for");
    }

    private static byte[] little(int number) {
        return new byte[] {(byte) number, (byte) (number >> 8), (byte) (number >> 16), (byte) (number >> 24)};
    }

    @Test
    void damagedPicklesAreReadOrRefused() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        for (Sample sample : samples()) {
            for (int i = 0; i < 300; i++) {
                byte[] bytes = sample.bytes().clone();
                for (int k = 0; k <= i % 3; k++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                try {
                    read(Arrays.copyOf(bytes, i % 5 == 0 ? random.nextInt(bytes.length) : bytes.length));
                } catch (FormatException refused) {
                    assertThat(refused.offset()).isPresent();
                }
            }
        }
    }

    private static List<?> list(Map<?, ?> all, String key) {
        return (List<?>) Objects.requireNonNull(all.get(key));
    }
}
