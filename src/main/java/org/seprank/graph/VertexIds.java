package org.seprank.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The ids that the vertices 0..n-1 had in the input: the numbers 0..n-1 themselves, other integers, or strings. */
public abstract sealed class VertexIds {
    private VertexIds() {}

    /** The ids "0".."n-1". */
    public static VertexIds consecutive(int n) {
        return new Consecutive(n);
    }

    /** Strictly ascending integer ids. The array becomes the answer's own. */
    public static VertexIds ascending(long[] ids) {
        for (int v = 1; v < ids.length; v++) {
            if (ids[v] <= ids[v - 1]) {
                throw new IllegalArgumentException("vertex ids are not ascending: " + ids[v - 1] + ", " + ids[v]);
            }
        }
        boolean consecutive = ids.length == 0 || (ids[0] == 0 && ids[ids.length - 1] == ids.length - 1);
        return consecutive ? new Consecutive(ids.length) : new Ascending(ids);
    }

    /** String ids, all different. */
    public static VertexIds of(List<String> ids) {
        return new Named(List.copyOf(ids));
    }

    /** The number of vertices. */
    public abstract int size();

    /** The id of vertex {@code v}. */
    public abstract String id(int v);

    /** The vertex with that id. */
    public abstract OptionalInt vertex(String id);

    /** Whether all ids are integers. */
    public abstract boolean numeric();

    /** The ids of some vertices, which are ascending. */
    VertexIds select(int[] vertices) {
        return this instanceof Named
                ? of(Arrays.stream(vertices).mapToObj(this::id).toList())
                : ascending(Arrays.stream(vertices)
                        .mapToLong(v -> Long.parseLong(id(v)))
                        .toArray());
    }

    /** These ids and so many more: the next integers where these are stored as such, else "new1", "new2", .. */
    public VertexIds extendedBy(int count) {
        if (count == 0) {
            return this;
        }
        if (this instanceof Consecutive) {
            return consecutive(Math.addExact(size(), count));
        }
        if (this instanceof Ascending ascending) {
            long[] longer = Arrays.copyOf(ascending.ids, size() + count);
            for (int v = size(); v < longer.length; v++) {
                longer[v] = Math.addExact(longer[v - 1], 1);
            }
            return ascending(longer);
        }
        List<String> longer = new ArrayList<>();
        for (int v = 0; v < size(); v++) {
            longer.add(id(v));
        }
        for (int k = 1; longer.size() < size() + count; k++) {
            if (vertex("new" + k).isEmpty()) {
                longer.add("new" + k);
            }
        }
        return of(longer);
    }

    private static final class Consecutive extends VertexIds {
        private final int n;

        Consecutive(int n) {
            this.n = n;
        }

        @Override
        public int size() {
            return n;
        }

        @Override
        public String id(int v) {
            return Integer.toString(v);
        }

        @Override
        public OptionalInt vertex(String id) {
            try {
                int v = Integer.parseInt(id);
                return v >= 0 && v < n ? OptionalInt.of(v) : OptionalInt.empty();
            } catch (NumberFormatException e) {
                return OptionalInt.empty();
            }
        }

        @Override
        public boolean numeric() {
            return true;
        }
    }

    private static final class Ascending extends VertexIds {
        private final long[] ids;

        Ascending(long[] ids) {
            this.ids = ids;
        }

        @Override
        public int size() {
            return ids.length;
        }

        @Override
        public String id(int v) {
            return Long.toString(ids[v]);
        }

        @Override
        public OptionalInt vertex(String id) {
            try {
                int v = Arrays.binarySearch(ids, Long.parseLong(id));
                return v >= 0 ? OptionalInt.of(v) : OptionalInt.empty();
            } catch (NumberFormatException e) {
                return OptionalInt.empty();
            }
        }

        @Override
        public boolean numeric() {
            return true;
        }
    }

    private static final class Named extends VertexIds {
        private final List<String> ids;
        private final Map<String, Integer> vertices = new HashMap<>();

        Named(List<String> ids) {
            this.ids = ids;
            for (String id : ids) {
                if (vertices.put(id, vertices.size()) != null) {
                    throw new IllegalArgumentException("vertex id '" + id + "' occurs twice");
                }
            }
        }

        @Override
        public int size() {
            return ids.size();
        }

        @Override
        public String id(int v) {
            return ids.get(v);
        }

        @Override
        public OptionalInt vertex(String id) {
            Integer v = vertices.get(id);
            return v == null ? OptionalInt.empty() : OptionalInt.of(v);
        }

        @Override
        public boolean numeric() {
            return ids.stream().allMatch(Named::isNumber);
        }

        /** Up to 18 digits, perhaps with a minus. */
        private static boolean isNumber(String id) {
            int first = id.startsWith("-") ? 1 : 0;
            return id.length() > first
                    && id.length() <= first + 18
                    && id.chars().skip(first).allMatch(digit -> digit >= '0' && digit <= '9');
        }
    }
}
