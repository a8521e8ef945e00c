package org.seprank.study.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.seprank.dataset.EdgeFeatures;
import org.seprank.dataset.Features;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.NodeDataset;
import org.seprank.dataset.SparseFeatures;
import org.seprank.dataset.Split;
import org.seprank.dataset.Truth;
import org.seprank.graph.Graph;
import org.seprank.rewire.edit.AddedVertex;
import org.seprank.rewire.edit.EditList;

/**
 * A dataset after edits of its graph. Relations and weights that a method gives to edges are the graph's; a new vertex
 * has the features that its parts say, no label, and is in no part of a split.
 */
public final class EditedDataset {
    private EditedDataset() {}

    /** The dataset after all edits. */
    public static NodeDataset of(NodeDataset dataset, EditList rewiring) {
        Graph after = rewiring.applyWithRelations(dataset.graph());
        if (rewiring.vertices().isEmpty()) {
            return dataset.withGraph(after);
        }
        if (dataset.graphs().several()) {
            throw new IllegalArgumentException("the edits add vertices, which are of none of the "
                    + dataset.graphs().count() + " graphs of the dataset; leave such edits out");
        }
        int n = after.vertexCount();
        List<Split> splits = dataset.splits().stream().map(s -> longer(s, n)).toList();
        int[] vertices = IntStream.range(0, n)
                .map(v -> v < dataset.graph().vertexCount() ? v : -1)
                .toArray();
        Truth truth = dataset.truth().select(vertices);
        return NodeDataset.of(dataset.name(), after, features(dataset.features(), rewiring.vertices()), truth.labels())
                .withTargetValues(truth.values())
                .withSplits(splits)
                .withEdgeFeatures(EdgeFeatures.carried(dataset.graph(), after, dataset.edgeFeatures()))
                .withProvenance(dataset.provenance());
    }

    /**
     * A dataset of many graphs after the edits of each. Edges that stay keep their features; those of added edges are
     * 0.
     *
     * @param rewirings one for each graph
     */
    public static GraphDataset of(GraphDataset dataset, List<EditList> rewirings) {
        List<Graph> after = new ArrayList<>();
        List<SparseFeatures> rows = new ArrayList<>();
        for (int g = 0; g < dataset.size(); g++) {
            EditList rewiring = rewirings.get(g);
            after.add(rewiring.applyWithRelations(dataset.graphs().get(g)));
            Features own = dataset.features(g);
            rows.add((rewiring.vertices().isEmpty() ? own : features(own, rewiring.vertices())).toSparse());
        }
        Features stacked = SparseFeatures.stacked(dataset.featureCount(), rows).compact();
        return dataset.withGraphs(
                after, stacked, EdgeFeatures.carried(dataset.graphs(), after, dataset.edgeFeatures()));
    }

    private static Split longer(Split split, int n) {
        Split.Builder builder = Split.over(split.name(), n);
        for (Split.Part part : Split.Part.values()) {
            builder.put(part, split.indices(part));
        }
        return builder.build();
    }

    private static Features features(Features features, List<AddedVertex> vertices) {
        SparseFeatures old = features.toSparse();
        int rows = old.rows() + vertices.size();
        int[] offsets = Arrays.copyOf(old.offsets(), rows + 1);
        List<int[]> indices = new ArrayList<>(List.of(old.indices()));
        List<float[]> values = new ArrayList<>(List.of(old.values()));
        float[] row = new float[old.columns()];
        float[] part = new float[old.columns()];
        for (int k = 0; k < vertices.size(); k++) {
            Arrays.fill(row, 0);
            for (AddedVertex.Part share : vertices.get(k).parts()) {
                features.copyRow(share.vertex(), part, 0);
                for (int c = 0; c < row.length; c++) {
                    row[c] += (float) share.weight() * part[c];
                }
            }
            int[] set = nonZeros(row);
            float[] entries = new float[set.length];
            for (int i = 0; i < set.length; i++) {
                entries[i] = row[set[i]];
            }
            indices.add(set);
            values.add(entries);
            offsets[old.rows() + k + 1] = offsets[old.rows() + k] + set.length;
        }
        return SparseFeatures.over(rows, old.columns(), offsets, joined(indices), joinedValues(values))
                .compact();
    }

    private static int[] nonZeros(float[] row) {
        int[] set = new int[row.length];
        int count = 0;
        for (int c = 0; c < row.length; c++) {
            if (row[c] != 0) {
                set[count++] = c;
            }
        }
        return Arrays.copyOf(set, count);
    }

    private static int[] joined(List<int[]> parts) {
        int[] all = new int[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (int[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    private static float[] joinedValues(List<float[]> parts) {
        float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
