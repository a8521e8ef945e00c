package org.seprank.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Mutated files, by seed. Whatever happens to a file, reading it gives something or one fault that is a short line. The
 * property {@code fuzz} says how many inputs of every kind are tried.
 */
public final class Fuzz {
    private static final String[] WORDS = {
        "-1",
        "999999999",
        "4294967296",
        "1e40",
        "NaN",
        "",
        " ",
        "0.5",
        "\"",
        ",",
        "\n",
        "[",
        "}",
        ":",
        "\u00ff",
        "\u0000",
        "null"
    };
    private static final int LONGEST_MESSAGE = 2000;
    private static final long MOST_SECONDS = 20;

    private Fuzz() {}

    /** How many inputs are tried where nothing else is said. */
    public static int rounds(int usual) {
        return Integer.getInteger("fuzz", usual);
    }

    /** Reads a file or folder; what it gives does not matter. */
    @FunctionalInterface
    public interface Reading {
        /** Reads it. */
        void read() throws IOException;
    }

    /** Reads while one of its files is mutated, so many times; at least one mutation must be found. */
    public static void check(Path file, int usual, Reading reading) throws IOException {
        byte[] sound = Files.readAllBytes(file);
        int refused = 0;
        int rounds = rounds(usual);
        for (int seed = 0; seed < rounds; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] bytes = sound;
            for (int i = random.nextInt(3); i >= 0; i--) {
                bytes = mutatedFile(bytes, random);
            }
            Files.write(file, bytes);
            long start = System.nanoTime();
            refused += isRefused(reading, file + " mutated with seed " + seed) ? 1 : 0;
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start))
                    .as("seconds for seed " + seed)
                    .isLessThan(MOST_SECONDS);
        }
        Files.write(file, sound);
        assertThat(refused).as("mutations that are found").isPositive();
        reading.read();
    }

    private static boolean isRefused(Reading reading, String name) {
        try {
            reading.read();
            return false;
        } catch (IOException | IllegalArgumentException e) {
            boolean known = e instanceof FormatException || e.getClass() == IllegalArgumentException.class;
            String message = String.valueOf(e.getMessage());
            boolean line = message.length() < LONGEST_MESSAGE && message.chars().noneMatch(Character::isISOControl);
            if (known && line) {
                return true;
            }
            throw new AssertionError(name, e);
        } catch (RuntimeException | Error e) {
            throw new AssertionError(name, e);
        }
    }

    /** Bytes of a file gone wrong; packed ones mostly before they are packed, so that checksums do not find it. */
    public static byte[] mutatedFile(byte[] bytes, SplittableRandom random) throws IOException {
        boolean zip = bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K';
        boolean gzip = bytes.length > 4 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
        if (!(zip || gzip) || random.nextInt(4) == 0) {
            return mutated(bytes, random);
        }
        try {
            return zip ? mutatedEntry(bytes, random) : mutatedInside(bytes, random);
        } catch (IOException | IllegalArgumentException damagedBefore) {
            return mutated(bytes, random);
        }
    }

    /** One of the ways in which bytes go wrong. */
    public static byte[] mutated(byte[] bytes, SplittableRandom random) {
        if (bytes.length == 0) {
            return new byte[] {(byte) random.nextInt()};
        }
        int at = random.nextInt(bytes.length);
        byte[] copy = bytes.clone();
        switch (random.nextInt(6)) {
            case 0 -> copy[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> copy[at] = (byte) random.nextInt();
            case 2 -> copy = Arrays.copyOf(bytes, at);
            case 3 -> {
                byte[] word = WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.ISO_8859_1);
                copy = joined(bytes, at, word, Math.min(bytes.length, at + random.nextInt(2)));
            }
            case 4 -> {
                int end = Math.min(bytes.length, at + 1 + random.nextInt(40));
                copy = joined(bytes, at, Arrays.copyOfRange(bytes, at, end), at); // a part is there twice
            }
            default -> copy = joined(bytes, at, new byte[0], Math.min(bytes.length, at + 1 + random.nextInt(8)));
        }
        return copy;
    }

    private static byte[] joined(byte[] bytes, int end, byte[] middle, int start) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, end);
        out.writeBytes(middle);
        out.write(bytes, start, bytes.length - start);
        return out.toByteArray();
    }

    private static byte[] mutatedInside(byte[] bytes, SplittableRandom random) throws IOException {
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(mutated(plain, random));
        }
        return out.toByteArray();
    }

    private static byte[] mutatedEntry(byte[] bytes, SplittableRandom random) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int chosen = random.nextInt(7);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            int index = 0;
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                byte[] array = in.readAllBytes();
                zip.write(index++ == chosen ? mutated(array, random) : array);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
