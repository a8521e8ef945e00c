package org.seprank.rewire.catalogue;

import java.util.List;
import java.util.stream.Stream;

/** Every method by its name. */
public final class Catalogue {
    private static final List<Method> ALL = Stream.of(Removals.all(), Changes.all(), Goals.all())
            .flatMap(List::stream)
            .toList();

    private Catalogue() {}

    /** All methods: removals, then additions and exchanges, then those for stated interactions. */
    public static List<Method> all() {
        return ALL;
    }

    /**
     * The method of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Method named(String id) {
        return ALL.stream()
                .filter(method -> method.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("method '" + id + "' is none of "
                        + ALL.stream().map(Method::id).toList()));
    }
}
