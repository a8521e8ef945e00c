package org.seprank.setting;

import java.util.List;

/**
 * A name with settings: {@code NAME,name=value,..}.
 *
 * @param name the name
 * @param assignments each {@code name=value}
 */
public record Specification(String name, List<String> assignments) {
    /** Keeps the list. */
    public Specification {
        assignments = List.copyOf(assignments);
    }

    /** The parts of a text; whether it sets what can be set is for {@link Settings#of(List, List)} to say. */
    public static Specification parse(String text) {
        List<String> parts = List.of(text.split(",", -1));
        return new Specification(parts.get(0).strip(), parts.subList(1, parts.size()));
    }

    /**
     * The values of what can be set.
     *
     * @param known the settings there are
     * @param usage how they are written, for the complaint
     * @throws IllegalArgumentException as {@link Settings#of(List, List)} does, naming this and the usage
     */
    public Settings settings(List<Setting> known, String usage) {
        try {
            return Settings.of(known, assignments);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage() + "; use " + usage, e);
        }
    }
}
