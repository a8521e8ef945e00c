package org.seprank.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads Python pickles of protocols 0 to 5. Nothing of a file's choosing is ever made or called: a pickle may name only
 * what this reader was given a {@link Constructor} for, anything else is refused by name, as are lengths beyond the end
 * of the file and more objects than memory has room for. Immutable.
 *
 * <p>What comes back: {@link Integer}, {@link Long} or {@link java.math.BigInteger} by size, {@link Double},
 * {@link Boolean}, {@link String}, {@code byte[]}, {@link None}; {@code Object[]} for a tuple, {@link java.util.List},
 * {@link Map} and {@link java.util.Set}, whose keys are none of these five, but a list for a tuple of at most three
 * texts; and what the constructors make.
 */
public final class Pickle {
    /** Makes an object that a pickle names. It stands itself for the name where that is an argument. */
    @FunctionalInterface
    public interface Constructor {
        /**
         * Makes it.
         *
         * @throws IllegalArgumentException if it is not made of such arguments
         */
        Object construct(Object[] arguments);
    }

    /** An object whose content follows its making. */
    public interface Stateful {
        /**
         * Takes the content.
         *
         * @throws IllegalArgumentException if it is not understood
         */
        void setState(Object state);
    }

    /** Knows what is kept outside of a pickle, under a name of the writer's. */
    @FunctionalInterface
    public interface PersistentIds {
        /**
         * What has that name.
         *
         * @throws IllegalArgumentException if nothing has
         */
        Object load(Object id);
    }

    /** Python's {@code None}. */
    public enum None {
        /** The one. */
        NONE
    }

    private final Map<String, Constructor> constructors;
    private final PersistentIds ids;

    private Pickle(Map<String, Constructor> constructors, PersistentIds ids) {
        this.constructors = constructors;
        this.ids = ids;
    }

    /** A reader of numbers, text, lists and dictionaries, those of {@code collections.defaultdict} included. */
    public static Pickle ofPlainData() {
        Pickle nothing = new Pickle(Map.of(), id -> {
            throw new IllegalArgumentException("it refers to what is not in the file");
        });
        return nothing.allowing(Map.of(
                "collections.defaultdict", arguments -> new LinkedHashMap<Object, Object>(),
                "__builtin__.list", onlyNamed("list"),
                "builtins.list", onlyNamed("list")));
    }

    /** This reader with more names allowed, each of the form {@code module.name}. */
    public Pickle allowing(Map<String, Constructor> more) {
        Map<String, Constructor> all = new TreeMap<>(constructors);
        all.putAll(more);
        return new Pickle(all, ids);
    }

    /** This reader with persistent ids allowed. */
    public Pickle withPersistentIds(PersistentIds known) {
        return new Pickle(constructors, known);
    }

    /** What a pickle may name, as an argument of another constructor, but not make. */
    public static Constructor onlyNamed(String name) {
        return arguments -> {
            throw new IllegalArgumentException("it makes a " + name + " where one may only be named");
        };
    }

    /**
     * The one object in a file.
     *
     * @param in its bytes, which the caller closes
     * @throws FormatException if it is no such pickle
     */
    public Object read(Path file, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes((int) ReadLimits.roomFor(PickleStream.BYTES_PER_BYTE));
        if (in.read() >= 0) {
            throw FormatException.inFile(
                    file, "it is too large to unpickle", "give Java more memory, as in SEPRANK_OPTS=-Xmx8g");
        }
        return PickleStream.over(file, bytes, "get the file again from its publisher")
                .next(this);
    }

    Object run(PickleBytes input) {
        return new PickleMachine(input, constructors, ids).run();
    }
}
