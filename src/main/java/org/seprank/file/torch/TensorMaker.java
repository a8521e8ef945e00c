package org.seprank.file.torch;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seprank.file.Pickle;

/** Makes tensors of the arguments that PyTorch keeps of them. */
final class TensorMaker {
    private TensorMaker() {}

    /** Arguments: (storage, offset, shape, strides, ..). */
    static Object strided(Object[] arguments) {
        return tensor(arguments, null);
    }

    /** Arguments: (storage, offset, shape, strides, gradient, hooks, type, ..). */
    static Object typed(Object[] arguments) {
        return tensor(arguments, type(at(arguments, 6)));
    }

    /** Arguments: (tensor, ..). */
    static Object parameter(Object[] arguments) {
        if (at(arguments, 0) instanceof Tensor tensor) {
            return tensor;
        }
        throw new IllegalArgumentException("a parameter is made of what is no tensor");
    }

    /** Arguments: (function, class, its arguments, ..). */
    static Object subclass(Object[] arguments) {
        if (at(arguments, 0) instanceof TorchClass maker && at(arguments, 2) instanceof Object[] given) {
            return maker.construct(given);
        }
        throw new IllegalArgumentException("a tensor of a class of its own is not understood");
    }

    /** Arguments: (layout, parts). */
    static Object sparse(Object[] arguments) {
        if (at(arguments, 0) instanceof String layout && at(arguments, 1) instanceof Object[] parts) {
            if (layout.equals("torch.sparse_coo") && at(parts, 0) instanceof Tensor both && both.length(0) == 2) {
                Tensor rows = both.slice(0, 0, 1);
                return sparse(rows, false, both.slice(0, 1, 2), parts[1], numbers(at(parts, 2)));
            }
            if (layout.equals("torch.sparse_csr") && at(parts, 0) instanceof Tensor rows) {
                return sparse(rows, true, at(parts, 1), at(parts, 2), numbers(at(parts, 3)));
            }
        }
        throw new IllegalArgumentException("a sparse tensor is not of the layout sparse_coo or sparse_csr");
    }

    private static SparseTensor sparse(Tensor rows, boolean compressed, Object columns, Object values, long[] shape) {
        if (columns instanceof Tensor ofEach && values instanceof Tensor entries && shape.length == 2) {
            return new SparseTensor(
                    rows,
                    compressed,
                    ofEach,
                    List.of(entries),
                    LongStream.of(shape).boxed().toList());
        }
        throw new IllegalArgumentException("a sparse tensor has no two dimensions");
    }

    private static Tensor tensor(Object[] arguments, @Nullable TensorType told) {
        if (!(at(arguments, 0) instanceof TensorStorage storage)) {
            throw new IllegalArgumentException("a tensor has no storage");
        }
        long[] shape = numbers(at(arguments, 2));
        long[] strides = numbers(at(arguments, 3));
        if (shape.length != strides.length) {
            throw new IllegalArgumentException(
                    "a tensor has " + shape.length + " dimensions, but " + strides.length + " strides");
        }
        return new Tensor(told == null ? storage.type() : told, storage, number(at(arguments, 1)), shape, strides);
    }

    /** The type that is an argument. */
    static TensorType type(Object argument) {
        Optional<TensorType> type = argument instanceof TorchClass named
                ? TensorType.named(named.name().replace("torch.storage.", "torch."))
                : Optional.empty();
        return type.or(() ->
                        argument instanceof TorchClass named && named.name().endsWith(".UntypedStorage")
                                ? Optional.of(TensorType.UINT8)
                                : Optional.empty())
                .orElseThrow(() -> new IllegalArgumentException("a type of numbers is not understood"));
    }

    static Object at(Object[] arguments, int i) {
        return i < arguments.length ? arguments[i] : Pickle.None.NONE;
    }

    static long number(Object argument) {
        if (argument instanceof Integer || argument instanceof Long) {
            return ((Number) argument).longValue();
        }
        throw new IllegalArgumentException("a whole number of at most 64 bits is missing");
    }

    /** The numbers of a tuple or list. */
    static long[] numbers(Object argument) {
        Stream<?> all = argument instanceof Object[] tuple
                ? Stream.of(tuple)
                : argument instanceof List<?> list ? list.stream() : Stream.of(Pickle.None.NONE);
        return all.mapToLong(TensorMaker::number).toArray();
    }
}
