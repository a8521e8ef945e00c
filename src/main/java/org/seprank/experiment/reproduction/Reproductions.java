package org.seprank.experiment.reproduction;

import java.util.List;

/** All reproductions. */
public final class Reproductions {
    private static final List<Reproduction> ALL = List.of(new InteractionVsWalkIndex(), new RuntimeScaling());

    private Reproductions() {}

    /** All of them, by name. */
    public static List<Reproduction> all() {
        return ALL;
    }

    /**
     * The one of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Reproduction named(String name) {
        return ALL.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("experiment '" + name + "' is none of "
                        + ALL.stream().map(Reproduction::name).toList()));
    }
}
