package org.seprank.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What measures are about. A {@link GraphReview} has them in this order. */
public enum Group {
    /** Edges, vertices, components, isolated vertices, degrees. */
    DEGREES,
    /** Homophily of labels. */
    HOMOPHILY,
    /** Triangles and clustering coefficients. */
    CLUSTERING,
    /** Diameter and mean distance. */
    DISTANCES,
    /** Walk indices of single vertices and of the partitions. */
    WALKS,
    /** Bounds on the separation rank of the partitions. */
    SEPARATION,
    /** Spectral gap of the normalised Laplacian. */
    SPECTRUM,
    /** Effective resistances. */
    RESISTANCE,
    /** Balanced Forman, augmented Forman and Ollivier-Ricci curvature. */
    CURVATURE,
    /** Sizes of receptive fields. */
    REACH,
    /** The closed bound of the Jacobian. */
    JACOBIAN,
    /** How far walks and given tasks reach, in hops and in effective resistance. */
    RANGE,
    /** Whether graph and features agree. */
    ALIGNMENT,
    /** How faithful a graph after edits is to the first; nothing where there is one graph. */
    FIDELITY;

    /** Whether its measures are by the weights of edges; for all others every edge counts as 1. */
    public boolean usesWeights() {
        return this == SPECTRUM || this == RESISTANCE;
    }

    /** The group's name, in lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All groups. */
    public static Set<Group> all() {
        return EnumSet.allOf(Group.class);
    }

    /**
     * Reads names separated by commas, such as "degrees,homophily", or "all".
     *
     * @throws IllegalArgumentException if one is unknown
     */
    public static Set<Group> parse(String text) {
        if (text.strip().equals("all")) {
            return all();
        }
        List<Group> groups = new ArrayList<>();
        for (String name : text.split(",", -1)) {
            groups.add(Arrays.stream(values())
                    .filter(group -> group.id().equals(name.strip().toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("group '" + name.strip() + "' is none of all, "
                            + String.join(
                                    ", ", Arrays.stream(values()).map(Group::id).toList()))));
        }
        return EnumSet.copyOf(groups);
    }
}
