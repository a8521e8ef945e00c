package org.seprank.file.torch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.seprank.file.FormatException;
import org.seprank.file.Pickle;
import org.seprank.file.ReadLimits;
import org.seprank.file.ZipParts;

/**
 * Reads what {@code torch.save} wrote: a zip archive, or, before PyTorch 1.6, a stream of pickles. What comes back is
 * what {@link Pickle} says, and {@link Tensor}, {@link SparseTensor}, {@link TorchObject} and {@link TorchClass}.
 * Nothing is run; what may be named is one list, and everything else is refused by name.
 */
public final class TorchFile {
    static final String REMEDY = "only tensors, numbers, text, lists, dictionaries and PyTorch Geometric's Data are "
            + "read, and nothing is ever run; in Python, save data.to_dict()";

    private static final byte[] MAGIC = HexFormat.of().parseHex("8a0a6cfc9c46f9206aa850192e");
    private static final int HEAD = 4096;

    private TorchFile() {}

    /** Whether a file is one of PyTorch, by its first bytes. */
    public static boolean recognises(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("PK\u0003\u0004")) {
            return TorchZip.recognises(file);
        }
        boolean stream = text.startsWith(new String(MAGIC, StandardCharsets.ISO_8859_1), 2);
        return stream || (text.startsWith("\u0080") && text.contains("torch"));
    }

    /**
     * The object in a file.
     *
     * @throws FormatException if it is damaged, or holds what is not on the list
     */
    public static Object read(Path file, ReadLimits limits) throws IOException {
        return ZipParts.isZip(file) ? TorchZip.read(file, limits) : TorchStream.read(file, limits);
    }

    /** The bytes of storages in a file. */
    interface StorageSource {
        /** Fills a storage. */
        void fill(TensorStorage storage, String tensor) throws IOException;
    }

    /** Fills the storages of all tensors, and looks whether these lie within them. */
    static void complete(Path file, Object root, StorageSource source) throws IOException {
        long room = Runtime.getRuntime().maxMemory() / 2;
        for (TensorWalk.Found found : TensorWalk.over(root)) {
            try {
                found.tensor().check();
            } catch (IllegalArgumentException e) {
                throw fault(file, found.name(), String.valueOf(e.getMessage())).causedBy(e);
            }
            if (!found.tensor().storage().filled()) {
                room -= found.tensor().storage().size();
                if (room < 0) {
                    throw fault(file, found.name(), "with it there are more numbers than fit in memory");
                }
                source.fill(found.tensor().storage(), found.name());
            }
        }
    }

    /** A fault of one tensor. */
    static FormatException fault(Path file, String tensor, String what) {
        return FormatException.inFile(
                file, "tensor '" + tensor + "': " + what, "save it again with torch.save, or get the file again");
    }

    /** The ids of storages: ('storage', class, key, device, number of elements, ..), a part of a whole at the end. */
    static final class Storages implements Pickle.PersistentIds {
        private final Map<String, TensorStorage> known = new TreeMap<>();

        @Override
        public Object load(Object id) {
            if (!(id instanceof Object[] fields) || fields.length < 5 || !"storage".equals(fields[0])) {
                throw new IllegalArgumentException("it refers to what is no storage");
            }
            if (fields.length > 5 && fields[5] != Pickle.None.NONE) {
                throw new IllegalArgumentException("it refers to a part of a storage, as PyTorch before 0.4 did");
            }
            String key = String.valueOf(fields[2] instanceof Number || fields[2] instanceof String ? fields[2] : "");
            TensorStorage made = new TensorStorage(key, TensorMaker.type(fields[1]), TensorMaker.number(fields[4]));
            TensorStorage before = known.putIfAbsent(key, made);
            if (before != null && before.size() != made.size()) {
                throw new IllegalArgumentException("storage '" + key + "' has two sizes");
            }
            return before == null || before.type() != made.type() ? made : before;
        }

        List<TensorStorage> all() {
            return List.copyOf(known.values());
        }
    }
}
