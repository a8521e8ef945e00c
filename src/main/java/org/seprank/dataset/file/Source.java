package org.seprank.dataset.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.seprank.dataset.Provenance;
import org.seprank.file.FormatException;
import org.seprank.file.GuardedStream;
import org.seprank.file.Npz;
import org.seprank.file.OneLine;
import org.seprank.file.Pickle;
import org.seprank.file.PickledArray;
import org.seprank.file.ReadLimits;
import org.seprank.file.TextLines;
import org.seprank.file.TextReader;
import org.seprank.file.torch.TorchFile;
import org.seprank.graph.ParallelEdges;

/**
 * A file or folder to read a dataset from. Hands out its files, gunzipped where they are gzip data and never beyond the
 * limits, and remembers which it handed out, for the provenance.
 */
public final class Source {
    private static final int MOST_FILES = 100_000;
    private static final double MEMORY_PER_BYTE = 0.25; // of decimals, which become floats
    private static final Pickle PICKLE =
            Pickle.ofPlainData().allowing(PickledArray.constructors()).allowing(PickledRows.constructors());

    private static final char PART = '#';

    private final Path path;
    private final String part;
    private final ReadLimits limits;
    private final ParallelEdges parallel;
    private final TreeSet<Path> opened = new TreeSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    private Source(Path path, String part, ReadLimits limits, ParallelEdges parallel) {
        this.path = path;
        this.part = part;
        this.limits = limits;
        this.parallel = parallel;
    }

    /** A file or folder. */
    public static Source of(Path path, ReadLimits limits) {
        return of(path, limits, ParallelEdges.FIRST);
    }

    /**
     * A file or folder in which so becomes of parallel edges; FILE#PART, where no file is called so, is a part of it.
     */
    public static Source of(Path path, ReadLimits limits, ParallelEdges parallel) {
        String text = path.toString();
        int at = text.lastIndexOf(PART);
        if (at > 0 && !Files.exists(path) && Files.exists(Path.of(text.substring(0, at)))) {
            return new Source(Path.of(text.substring(0, at)), text.substring(at + 1), limits, parallel);
        }
        return new Source(path, "", limits, parallel);
    }

    /** The part of the file that is meant; empty: all. */
    public String part() {
        return part;
    }

    /** Notes that something in the files is not in the dataset, or is so in another way. */
    public void warn(String warning) {
        warnings.add(OneLine.of(warning));
    }

    /** What has been noted. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** What becomes of parallel edges. */
    public ParallelEdges parallelEdges() {
        return parallel;
    }

    /** Entries of an adjacency between the vertices 0..n-1. */
    public MirroredEdges edges(int n) {
        return MirroredEdges.over(n, parallel);
    }

    /** The file or folder. */
    public Path path() {
        return path;
    }

    /** Whether it is a folder. */
    public boolean isFolder() {
        return Files.isDirectory(path);
    }

    /** The last part of the path; empty for a root. */
    public String name() {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    /** The folder itself, or the one the file is in. */
    public Path folder() {
        Path parent = path.toAbsolutePath().normalize().getParent();
        return isFolder() || parent == null ? path : parent;
    }

    /** The names of the files in {@link #folder()}, sorted. */
    public List<String> names() throws IOException {
        return names(folder());
    }

    /** The names of what is in a folder, sorted; none if there is no such folder. */
    public static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.limit(MOST_FILES)
                    .map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    /** The bytes of a file, gunzipped where they are gzip data. */
    public InputStream open(Path file) throws IOException {
        opened.add(file);
        if (!Files.isRegularFile(file)) {
            throw FormatException.inFile(file, "there is no such file", "check the path");
        }
        return GuardedStream.open(file, limits);
    }

    /** The lines of a text file, of which a quarter at least has to fit in memory. */
    public TextLines lines(Path file) throws IOException {
        return lines(file, MEMORY_PER_BYTE);
    }

    /** The lines of a text file of numbers of vertices, such as edges. */
    public TextLines edgeLines(Path file) throws IOException {
        return lines(file, 1);
    }

    private TextLines lines(Path file, double memoryPerByte) throws IOException {
        if (Files.isRegularFile(file)) {
            long bytes = ReadLimits.unpackedBytes(file);
            ReadLimits.requireMemory(file, "text of " + bytes + " bytes", memoryPerByte * bytes);
        }
        return TextLines.over(file, TextReader.over(file, open(file), StandardCharsets.UTF_8));
    }

    /** What number a line stands for. */
    public interface LineNumber {
        /** The number; {@code lines} tells what is wrong otherwise. */
        long in(String text, TextLines lines) throws IOException;
    }

    /** The numbers that the lines of a text file stand for, blank ones aside. */
    public long[] numbers(Path file, LineNumber number) throws IOException {
        LongStream.Builder numbers = LongStream.builder();
        try (TextLines lines = edgeLines(file)) {
            for (String text = lines.nextFull(); text != null; text = lines.nextFull()) {
                numbers.add(number.in(text, lines));
            }
        }
        return numbers.build().toArray();
    }

    /** The indices or counts in a text file, one a line. */
    public int[] indices(Path file) throws IOException {
        long[] numbers = numbers(file, (text, lines) -> lines.integer(text, 0, Integer.MAX_VALUE - 8));
        return LongStream.of(numbers).mapToInt(number -> (int) number).toArray();
    }

    /** Whether this is a zip file with an array of that name. */
    public boolean hasArray(String array) throws IOException {
        byte[] head = head(2);
        if (head.length < 2 || head[0] != 'P' || head[1] != 'K') {
            return false;
        }
        try (Npz npz = npz(path)) {
            return npz.has(array);
        } catch (FormatException e) {
            return false;
        }
    }

    /** The arrays of a zip file. The caller closes it. */
    public Npz npz(Path file) throws IOException {
        opened.add(file);
        return Npz.open(file, limits);
    }

    /** What a file of PyTorch holds, see {@link TorchFile}. */
    public Object torch(Path file) throws IOException {
        opened.add(file);
        return TorchFile.read(file, limits);
    }

    /** The matrix, list or dictionary in a pickle that names nothing but plain data, NumPy's and SciPy's arrays. */
    public Object unpickle(Path file) throws IOException {
        try (InputStream in = open(file)) {
            return PICKLE.read(file, in);
        }
    }

    /** The first bytes of a file after unpacking, fewer if it is shorter; none of a folder or what cannot be read. */
    public byte[] head(int bytes) throws IOException {
        if (!Files.isRegularFile(path)) {
            return new byte[0];
        }
        try (InputStream in = Source.of(path, limits).open(path)) {
            return in.readNBytes(bytes);
        } catch (FormatException e) {
            return new byte[0];
        }
    }

    /** What the files handed out so far make as a provenance. */
    public Provenance provenance(String format) throws IOException {
        MessageDigest digest = sha256();
        for (Path file : opened) {
            digest(file, digest);
        }
        String source = part.isEmpty() ? path.toString() : path.toString() + PART + part;
        return new Provenance(source, format, HexFormat.of().formatHex(digest.digest()), List.of());
    }

    /** SHA-256 of the bytes of a file, in hexadecimal. */
    public static String sha256(Path file) throws IOException {
        MessageDigest digest = sha256();
        digest(file, digest);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void digest(Path file, MessageDigest digest) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What reads. */
    @FunctionalInterface
    public interface Reading<T> {
        /** Reads. */
        T read() throws IOException;
    }

    /** Turns what the value classes and the packed streams refuse into faults of the file that is being read. */
    public static <T> T within(Path file, Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (EOFException | ZipException e) {
            throw FormatException.inFile(file, "its data ends early or is damaged", "get the file again")
                    .causedBy(e);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw FormatException.inFile(file, String.valueOf(e.getMessage()), "check the file against its format")
                    .causedBy(e);
        }
    }

    /** A fault of the whole file or folder. */
    public FormatException error(String what, String hint) {
        return FormatException.inFile(path, what, hint);
    }
}
