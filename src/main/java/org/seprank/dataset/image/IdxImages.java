package org.seprank.dataset.image;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.seprank.dataset.Labels;
import org.seprank.dataset.file.Source;
import org.seprank.file.FormatException;
import org.seprank.file.ReadLimits;

/**
 * Reads the IDX files of MNIST and Fashion-MNIST, plain or gzip: {@code ..images-idx3-ubyte} (signature 00000803,
 * number, height, width, pixels) with {@code ..labels-idx1-ubyte} (signature 00000801, number, classes) beside it.
 */
public final class IdxImages {
    private static final int IMAGES = 0x803;
    private static final int LABELS = 0x801;

    private IdxImages() {}

    /** Whether a file begins as IDX images do. */
    public static boolean recognises(Path file) throws IOException {
        byte[] head = Source.of(file, ReadLimits.defaults()).head(4);
        return head.length == 4 && head[0] == 0 && head[1] == 0 && head[2] == 8 && head[3] == 3;
    }

    /** The images of a file whose name contains {@code images-idx3}, with the labels beside it. */
    public static Images read(Path images) throws IOException {
        String name = String.valueOf(images.getFileName());
        Path labels = images.resolveSibling(name.replace("images-idx3", "labels-idx1"));
        if (labels.equals(images) || !Files.exists(labels)) {
            throw FormatException.inFile(
                    images, "there is no file of labels beside it", "it is called like it, with labels-idx1");
        }
        return read(images, labels);
    }

    /**
     * The images and labels of two files.
     *
     * @throws FormatException if they are damaged or not about equally many images
     */
    public static Images read(Path images, Path labels) throws IOException {
        try (Idx first = new Idx(images);
                Idx second = new Idx(labels)) {
            first.check(IMAGES);
            int count = first.length();
            int height = first.length();
            int width = first.length();
            second.check(LABELS);
            int labelled = second.length();
            if (labelled != count) {
                throw FormatException.inFile(
                        labels,
                        "it labels " + labelled + " images, but there are " + count,
                        "take both from one place");
            }
            byte[] pixels = first.bytes((long) count * height, width);
            return Images.over(height, width, pixels, classes(second.bytes(labelled, 1)));
        } catch (IllegalArgumentException e) {
            throw FormatException.inFile(images, String.valueOf(e.getMessage()), "get the file again")
                    .causedBy(e);
        }
    }

    private static Labels classes(byte[] bytes) {
        int[] classes = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            classes[i] = Byte.toUnsignedInt(bytes[i]);
        }
        return Labels.of(classes);
    }

    /** One file. */
    private static final class Idx implements AutoCloseable {
        private static final String HINT = "get the file again from its publisher";

        private final Path file;
        private final DataInputStream in;

        Idx(Path file) throws IOException {
            this.file = file;
            this.in = new DataInputStream(Source.of(file, ReadLimits.defaults()).open(file));
        }

        private int next() throws IOException {
            byte[] four = in.readNBytes(Integer.BYTES);
            if (four.length < Integer.BYTES) {
                throw FormatException.inFile(file, "it ends within its header", HINT);
            }
            return ByteBuffer.wrap(four).getInt();
        }

        void check(int signature) throws IOException {
            int found = next();
            if (found != signature) {
                throw FormatException.inFile(
                        file,
                        String.format(Locale.ROOT, "it begins with %08x instead of %08x", found, signature),
                        "give IDX images of unsigned bytes");
            }
        }

        int length() throws IOException {
            int length = next();
            if (length < 0) {
                throw FormatException.inFile(file, "dimension " + length + " is negative", HINT);
            }
            return length;
        }

        /** The rest of the file; memory grows with what is there, not with what is declared. */
        byte[] bytes(long rows, int columns) throws IOException {
            long room = ReadLimits.roomFor(1);
            if (columns > 0 && rows > room / columns) {
                throw FormatException.inFile(
                        file,
                        "it declares " + rows + " rows of " + columns + " bytes, more than there is memory",
                        HINT);
            }
            int size = (int) (rows * columns);
            byte[] bytes = in.readNBytes(size);
            if (bytes.length < size || in.read() >= 0) {
                throw FormatException.inFile(
                        file, "it does not have the " + size + " bytes that its header declares", HINT);
            }
            return bytes;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
