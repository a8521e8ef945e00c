package org.seprank.file.torch;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.seprank.file.HalfPrecision;

/** What the elements of a tensor are. Those that are no numbers of one part are known by name, but not read. */
public enum TensorType {
    /** IEEE 754 binary64. */
    FLOAT64("float64", 8, "Double"),
    /** IEEE 754 binary32. */
    FLOAT32("float32", 4, "Float"),
    /** IEEE 754 binary16. */
    FLOAT16("float16", 2, "Half"),
    /** The upper half of binary32. */
    BFLOAT16("bfloat16", 2, "BFloat16"),
    /** Whole numbers of 64 bits. */
    INT64("int64", 8, "Long"),
    /** Whole numbers of 32 bits. */
    INT32("int32", 4, "Int"),
    /** Whole numbers of 16 bits. */
    INT16("int16", 2, "Short"),
    /** Whole numbers of 8 bits. */
    INT8("int8", 1, "Char"),
    /** Whole numbers in 0..255. */
    UINT8("uint8", 1, "Byte"),
    /** Whole numbers in 0..65535. */
    UINT16("uint16", 2, ""),
    /** Whole numbers in 0..2^32-1. */
    UINT32("uint32", 4, ""),
    /** Truth values. */
    BOOL("bool", 1, "Bool"),
    /** Not read. */
    UINT64("uint64", 8, ""),
    /** Not read. */
    COMPLEX32("complex32", 4, "ComplexHalf"),
    /** Not read. */
    COMPLEX64("complex64", 8, "ComplexFloat"),
    /** Not read. */
    COMPLEX128("complex128", 16, "ComplexDouble"),
    /** Not read. */
    QUINT8("quint8", 1, "QUInt8"),
    /** Not read. */
    QINT8("qint8", 1, "QInt8"),
    /** Not read. */
    QINT32("qint32", 4, "QInt32"),
    /** Not read. */
    FLOAT8_E4M3("float8_e4m3fn", 1, ""),
    /** Not read. */
    FLOAT8_E5M2("float8_e5m2", 1, "");

    private final String id;
    private final int size;
    private final String storage;

    TensorType(String id, int size, String storage) {
        this.id = id;
        this.size = size;
        this.storage = storage;
    }

    /** The name that PyTorch gives it, such as {@code float32}. */
    public String id() {
        return id;
    }

    /** The number of bytes of an element. */
    public int size() {
        return size;
    }

    /** Whether it is a floating-point type. */
    public boolean isReal() {
        return compareTo(BFLOAT16) <= 0;
    }

    boolean isRead() {
        return compareTo(BOOL) <= 0;
    }

    /** The name of the class of storages of it; empty where there is none. */
    String storageClass() {
        return storage.isEmpty() ? "" : "torch." + storage + "Storage";
    }

    /** The name of the type as a value. */
    String typeName() {
        return "torch." + id;
    }

    /** The type of storages of that class, or that is that value. */
    static Optional<TensorType> named(String name) {
        return Arrays.stream(values())
                .filter(type -> type.typeName().equals(name) || name.equals(type.storageClass()))
                .findFirst();
    }

    /** The element that begins at a byte. */
    double real(ByteBuffer bytes, int at) {
        return switch (this) {
            case FLOAT64 -> bytes.getDouble(at);
            case FLOAT32 -> bytes.getFloat(at);
            case FLOAT16 -> HalfPrecision.valueOf(bytes.getShort(at));
            case BFLOAT16 -> Float.intBitsToFloat(bytes.getShort(at) << Short.SIZE);
            default -> integer(bytes, at);
        };
    }

    /** The element that begins at a byte, as a whole number; a fraction is cut off. */
    long integer(ByteBuffer bytes, int at) {
        return switch (this) {
            case INT64 -> bytes.getLong(at);
            case INT32 -> bytes.getInt(at);
            case INT16 -> bytes.getShort(at);
            case INT8 -> bytes.get(at);
            case UINT8 -> Byte.toUnsignedLong(bytes.get(at));
            case UINT16 -> Short.toUnsignedLong(bytes.getShort(at));
            case UINT32 -> Integer.toUnsignedLong(bytes.getInt(at));
            case BOOL -> bytes.get(at) == 0 ? 0 : 1;
            case FLOAT64, FLOAT32, FLOAT16, BFLOAT16 -> (long) real(bytes, at);
            default -> throw new IllegalArgumentException("its type " + id + " is not read");
        };
    }
}
