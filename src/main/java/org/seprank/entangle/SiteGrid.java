package org.seprank.entangle;

import java.util.ArrayList;
import java.util.List;
import org.seprank.graph.VertexSet;

/**
 * Sites on axes, and their canonical partitions: at level l every axis is halved l times, and each of the 2^(pl) blocks
 * is a side against the rest (Definition 3 of arXiv 2303.11249, for lengths that are powers of 2). Of a length that is
 * odd the first half is the shorter.
 *
 * @param lengths of the p axes, one at least, each at least 1; the last runs fastest
 */
public record SiteGrid(List<Integer> lengths) {
    private static final int MOST_AXES = 3;

    /** Checks the ranges. */
    public SiteGrid {
        lengths = List.copyOf(lengths);
        if (lengths.isEmpty() || lengths.size() > MOST_AXES || lengths.stream().anyMatch(length -> length < 1)) {
            throw new IllegalArgumentException(
                    "axes of lengths " + lengths + " are not 1 to " + MOST_AXES + " positive numbers");
        }
    }

    /** So many sites on one axis. */
    public static SiteGrid line(int sites) {
        return new SiteGrid(List.of(sites));
    }

    /** N, the product of the lengths. */
    public int sites() {
        return lengths.stream().reduce(1, Math::multiplyExact);
    }

    /** The last level whose halvings leave a site at least to every block. */
    public int levels() {
        int least = lengths.stream().min(Integer::compare).orElseThrow();
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(least);
    }

    /**
     * The blocks of a level in the order of their halvings, the first axis first. Of two blocks that are everything
     * only the first is given.
     *
     * @param level in 1..{@link #levels()}
     */
    public List<VertexSet> canonical(int level) {
        if (level < 1 || level > levels()) {
            throw new IllegalArgumentException(
                    "level " + level + " is not in 1.." + levels() + " of axes of lengths " + lengths);
        }
        List<Box> boxes = List.of(Box.all(lengths));
        for (int l = 0; l < level; l++) {
            boxes = boxes.stream().flatMap(box -> box.split().stream()).toList();
        }
        List<VertexSet> sides = boxes.stream()
                .map(box -> VertexSet.of(
                        sites(),
                        box.sites(lengths).stream().mapToInt(Integer::intValue).toArray()))
                .toList();
        return sides.size() == 2 ? sides.subList(0, 1) : sides;
    }

    /**
     * A box of sites.
     *
     * @param from its first place on each axis
     * @param to behind its last place on each axis
     */
    record Box(List<Integer> from, List<Integer> to) {
        static Box all(List<Integer> lengths) {
            return new Box(lengths.stream().map(length -> 0).toList(), lengths);
        }

        /** How many sites it has. */
        int size() {
            int size = 1;
            for (int axis = 0; axis < from.size(); axis++) {
                size *= to.get(axis) - from.get(axis);
            }
            return size;
        }

        /** The parts of halving it along every axis of two places or more, the first axis slowest. */
        List<Box> split() {
            List<Box> boxes = List.of(this);
            for (int axis = 0; axis < from.size(); axis++) {
                int along = axis;
                boxes = boxes.stream()
                        .flatMap(box -> box.halves(along).stream())
                        .toList();
            }
            return boxes;
        }

        private List<Box> halves(int axis) {
            int first = from.get(axis);
            int middle = first + (to.get(axis) - first) / 2;
            return middle == first
                    ? List.of(this)
                    : List.of(new Box(from, with(to, axis, middle)), new Box(with(from, axis, middle), to));
        }

        private static List<Integer> with(List<Integer> list, int place, int value) {
            List<Integer> copy = new ArrayList<>(list);
            copy.set(place, value);
            return List.copyOf(copy);
        }

        /** Their numbers, the last axis running fastest. */
        List<Integer> sites(List<Integer> lengths) {
            List<Integer> sites = List.of(0);
            for (int axis = 0; axis < lengths.size(); axis++) {
                List<Integer> finer = new ArrayList<>();
                for (int site : sites) {
                    for (int place = from.get(axis); place < to.get(axis); place++) {
                        finer.add(site * lengths.get(axis) + place);
                    }
                }
                sites = finer;
            }
            return sites;
        }
    }
}
