package org.seprank.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.seprank.dataset.Split.Part;

/** What makes results on a dataset look better, or its features richer, than they are. */
public final class Leakage {
    private Leakage() {}

    /** Sentences about a dataset; none if nothing is found. Time O(n + m + entries). */
    public static List<String> of(Dataset dataset) {
        List<String> found = new ArrayList<>();
        Features features =
                dataset instanceof NodeDataset nodes ? nodes.features() : ((GraphDataset) dataset).features();
        int constant = constantColumns(features);
        if (constant > 0) {
            found.add(constant + " of " + features.columns() + " features are the same for all vertices");
        }
        if (dataset instanceof GraphDataset graphs) {
            int[] classes = duplicates(graphs);
            for (Split split : graphs.splits()) {
                int count = acrossParts(classes, split);
                if (count > 0) {
                    found.add(count + " graphs in the test part of split '" + split.name()
                            + "' are equal, features included, to graphs in another part");
                }
            }
        }
        return found;
    }

    private static int constantColumns(Features features) {
        SparseFeatures sparse = features.toSparse();
        int[] counts = new int[sparse.columns()];
        float[] first = new float[sparse.columns()];
        boolean[] differ = new boolean[sparse.columns()];
        for (int k = 0; k < sparse.values().length; k++) {
            int column = sparse.indices()[k];
            if (counts[column]++ == 0) {
                first[column] = sparse.values()[k];
            }
            differ[column] |= first[column] != sparse.values()[k];
        }
        int constant = 0;
        for (int c = 0; c < counts.length && sparse.rows() > 1; c++) {
            constant += counts[c] == 0 || (counts[c] == sparse.rows() && !differ[c]) ? 1 : 0;
        }
        return constant;
    }

    /** For each graph the first that is equal to it. */
    private static int[] duplicates(GraphDataset dataset) {
        Map<String, Integer> firsts = new HashMap<>(); // only looked up, so its order is of no concern
        int[] classes = new int[dataset.size()];
        for (int g = 0; g < classes.length; g++) {
            String hash = new ContentHash()
                    .add(dataset.graphs().get(g))
                    .add(dataset.features(g))
                    .hex();
            Integer before = firsts.putIfAbsent(hash, g);
            classes[g] = before == null ? g : before;
        }
        return classes;
    }

    private static int acrossParts(int[] classes, Split split) {
        boolean[] learnt = new boolean[classes.length];
        for (int g = 0; g < classes.length; g++) {
            learnt[classes[g]] |= split.contains(Part.TRAIN, g) || split.contains(Part.VALIDATION, g);
        }
        int count = 0;
        for (int g : split.indices(Part.TEST)) {
            count += learnt[classes[g]] ? 1 : 0;
        }
        return count;
    }
}
