package org.seprank.file.torch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The bytes that tensors lie in, which may share them. They come after the tensors are known. */
final class TensorStorage {
    private final String key;
    private final TensorType type;
    private final long items;
    private ByteBuffer bytes = ByteBuffer.allocate(0);
    private boolean filled;

    /**
     * A storage whose bytes are to come.
     *
     * @param key its name in the file
     * @param items how many elements it has
     */
    TensorStorage(String key, TensorType type, long items) {
        if (items < 0 || items > (Integer.MAX_VALUE - 8) / type.size()) {
            throw new IllegalArgumentException("storage '" + key + "' of " + items + " elements of type " + type.id()
                    + " is not of 0.." + (Integer.MAX_VALUE - 8) + " bytes");
        }
        this.key = key;
        this.type = type;
        this.items = items;
    }

    String key() {
        return key;
    }

    TensorType type() {
        return type;
    }

    /** How many bytes it has. */
    int size() {
        return (int) (items * type.size());
    }

    boolean filled() {
        return filled;
    }

    void fill(byte[] source, int from, ByteOrder order) {
        bytes = ByteBuffer.wrap(source, from, size()).slice().order(order);
        filled = true;
    }

    ByteBuffer bytes() {
        return bytes;
    }
}
