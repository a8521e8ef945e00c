package org.seprank.separation.matroid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.seprank.graph.UnionFind;
import org.seprank.separation.matroid.LinearRelations.Relation;

/**
 * The linear relations between the columns of a ground set, both sides stacked, over the rationals. They are found
 * modulo p, written as small integers by rational reconstruction, and verified over the integers: the verified ones are
 * as many as the nullity modulo p, which is at least that over the rationals, so they are all there are.
 */
final class Kernel {
    private final List<Relation> relations;
    private final List<List<Relation>> groups; // of relations with common classes

    private Kernel(List<Relation> relations, int classes) {
        this.relations = relations;
        this.groups = groups(relations, classes);
    }

    /** The relations of all classes, or empty where one of them was not verified within the effort. */
    static Optional<Kernel> of(GroundSet set, SearchEffort effort) {
        List<Relation> relations = new ArrayList<>();
        LinearRelations found = new LinearRelations(set.occurrences(), effort.entries());
        for (int j = 0; j < set.size(); j++) {
            boolean independent = found.add(set.column(j));
            if (found.isExhausted()) {
                return Optional.empty();
            }
            if (!independent) {
                Optional<Relation> relation = found.last();
                if (relation.isEmpty()) {
                    return Optional.empty();
                }
                relations.add(relation.get());
            }
        }
        return Optional.of(new Kernel(relations, set.size()));
    }

    private static List<List<Relation>> groups(List<Relation> relations, int classes) {
        UnionFind joined = new UnionFind(classes);
        for (Relation relation : relations) {
            Arrays.stream(relation.vectors()).forEach(j -> joined.join(relation.vectors()[0], j));
        }
        return relations.stream()
                .collect(Collectors.groupingBy(r -> joined.find(r.vectors()[0]), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .toList();
    }

    /** The number of independent relations. */
    int nullity() {
        return relations.size();
    }

    /**
     * Classes which no face may have, so that every set without them is the zero set of a functional that is positive
     * on all other classes. Of a relation that shares no class with others, the lightest class of either sign: a
     * positive combination of the rest is 0 with weights of one's choice. Of relations that do, all classes: weights
     * equal to the column sums are a functional.
     */
    BitSet barred(double[] weights) {
        BitSet barred = new BitSet();
        for (List<Relation> group : groups) {
            if (group.size() > 1) {
                group.forEach(relation -> Arrays.stream(relation.vectors()).forEach(barred::set));
            } else {
                barred.set(lightest(group.get(0), 1, weights));
                barred.set(lightest(group.get(0), -1, weights));
            }
        }
        return barred;
    }

    private static int lightest(Relation relation, int sign, double[] weights) {
        return IntStream.range(0, relation.vectors().length)
                .filter(k -> Long.signum(relation.numbers()[k]) == sign)
                .map(k -> relation.vectors()[k])
                .boxed()
                .min(Comparator.comparingDouble((Integer j) -> weights[j]).thenComparingInt(j -> j))
                .orElseThrow();
    }
}
