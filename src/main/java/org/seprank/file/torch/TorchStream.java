package org.seprank.file.torch;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.seprank.file.FormatException;
import org.seprank.file.GuardedStream;
import org.seprank.file.Pickle;
import org.seprank.file.PickleStream;
import org.seprank.file.ReadLimits;

/**
 * The form of PyTorch before 1.6: pickles of a magic number, the version, the system, the object and the keys of its
 * storages, then for each key the number of elements and the elements. Plain pickles without tensors, too.
 */
final class TorchStream {
    private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
    private static final int VERSION = 1001;

    private final Path file;
    private final byte[] bytes;
    private final Map<String, Integer> places = new HashMap<>(); // only looked up, so its order is of no concern

    private TorchStream(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    static Object read(Path file, ReadLimits limits) throws IOException {
        try (InputStream in = GuardedStream.open(file, limits)) {
            byte[] bytes = in.readNBytes((int) ReadLimits.roomFor(1));
            if (in.read() >= 0) {
                throw FormatException.inFile(
                        file, "it does not fit in memory", "give Java more memory, as in SEPRANK_OPTS=-Xmx8g");
            }
            return new TorchStream(file, bytes).root();
        }
    }

    private Object root() throws IOException {
        TorchFile.Storages storages = new TorchFile.Storages();
        Pickle reader = TorchNames.reader(storages);
        PickleStream pickles = PickleStream.over(file, bytes, TorchFile.REMEDY);
        Object first = pickles.next(reader);
        if (!MAGIC.equals(first)) {
            TorchFile.complete(file, first, this::fill); // a pickle and nothing else
            return first;
        }
        Object version = pickles.next(reader);
        if (!Integer.valueOf(VERSION).equals(version)) {
            throw FormatException.inFile(file, "its version is not " + VERSION, TorchFile.REMEDY);
        }
        pickles.next(reader); // the sizes of C's types, of which none is used
        Object root = pickles.next(reader);
        locate(pickles.next(reader), pickles.offset(), storages.all());
        TorchFile.complete(file, root, this::fill);
        return root;
    }

    private void locate(Object keys, int from, List<TensorStorage> known) throws FormatException {
        if (!(keys instanceof List<?> list)) {
            throw FormatException.inFile(file, "the keys of its storages are no list", TorchFile.REMEDY);
        }
        Map<String, TensorStorage> byKey = new HashMap<>(); // only looked up
        known.forEach(storage -> byKey.put(storage.key(), storage));
        List<Object> rest = new ArrayList<>(list);
        ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long at = from;
        for (Object key : rest) {
            TensorStorage storage = byKey.get(String.valueOf(key instanceof String ? key : ""));
            if (storage == null || at + Long.BYTES + storage.size() > bytes.length) {
                throw FormatException.atByte(
                        file, at, "it ends before its storage '" + key(key) + "'", "get the file again");
            }
            long items = all.getLong((int) at);
            if (items < 0 || items * storage.type().size() != storage.size()) {
                throw FormatException.atByte(
                        file,
                        at,
                        "storage '" + storage.key() + "' has " + items + " elements in place of "
                                + storage.size() / storage.type().size(),
                        "get the file again");
            }
            places.put(storage.key(), (int) at + Long.BYTES);
            at += Long.BYTES + (long) storage.size();
        }
    }

    private static String key(Object key) {
        return key instanceof String text ? text : "?";
    }

    private void fill(TensorStorage storage, String tensor) throws FormatException {
        Integer place = places.get(storage.key());
        if (place == null) {
            throw TorchFile.fault(file, tensor, "its storage '" + storage.key() + "' is not in the file");
        }
        storage.fill(bytes, place, ByteOrder.LITTLE_ENDIAN);
    }
}
