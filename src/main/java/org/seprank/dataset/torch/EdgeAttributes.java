package org.seprank.dataset.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.seprank.file.torch.SparseTensor;
import org.seprank.file.torch.Tensor;

/**
 * {@code edge_attr} of relations that are merged, the arcs of one behind those of the other. Where all have some of the
 * same width they share its columns; else each has columns of its own, with zeros for the arcs of others, as features
 * of vertices of several types have.
 *
 * @param names of the relations
 * @param relations what is known of their arcs
 * @param sizes how many arcs they have
 */
record EdgeAttributes(List<String> names, List<GraphValues> relations, List<Integer> sizes) {
    private static final String NAME = "edge_attr";

    private Optional<Tensor> of(int r) {
        Optional<Tensor> own = relations.get(r).tensor(NAME);
        own.ifPresent(tensor -> {
            boolean fits = tensor.dimensions() > 0 && tensor.dimensions() <= 2 && tensor.length(0) == sizes.get(r);
            if (!fits) {
                throw new IllegalArgumentException(NAME + " of relation '" + names.get(r) + "' is " + tensor + " where "
                        + sizes.get(r) + " rows should be");
            }
        });
        return own;
    }

    /**
     * The merged arcs with them.
     *
     * @param warnings is told which columns are whose
     */
    GraphValues addTo(GraphValues merged, Consumer<String> warnings) {
        List<Long> widths = new ArrayList<>();
        for (int r = 0; r < names.size(); r++) {
            widths.add(of(r).map(tensor -> tensor.length(1)).orElse(0L));
        }
        if (widths.stream().allMatch(width -> width == 0)) {
            return merged;
        }
        boolean shared = widths.stream().distinct().count() == 1;
        if (!shared) {
            warnings.accept("relations have edge_attr of different widths or none, so each has columns of its own: "
                    + columns(widths));
        }
        return merged.with(NAME, joined(widths, shared));
    }

    private String columns(List<Long> widths) {
        List<String> said = new ArrayList<>();
        long from = 0;
        for (int r = 0; r < names.size(); r++) {
            if (widths.get(r) > 0) {
                said.add(names.get(r) + " " + from + ".." + (from + widths.get(r) - 1));
            }
            from += widths.get(r);
        }
        return String.join(", ", said);
    }

    private SparseTensor joined(List<Long> widths, boolean shared) {
        int entries = 0;
        for (int r = 0; r < names.size(); r++) {
            entries = Math.addExact(entries, Math.toIntExact(widths.get(r) * sizes.get(r)));
        }
        long[] rows = new long[entries];
        long[] columns = new long[entries];
        double[] values = new double[entries];
        int at = 0;
        long row = 0;
        long column = 0;
        for (int r = 0; r < names.size(); r++) {
            double[] own = of(r).map(Tensor::reals).orElse(new double[0]);
            for (int k = 0; k < own.length; k++) {
                rows[at] = row + k / widths.get(r);
                columns[at] = column + k % widths.get(r);
                values[at++] = own[k];
            }
            row += sizes.get(r);
            column += shared ? 0 : widths.get(r);
        }
        return new SparseTensor(
                Tensor.of(rows, entries),
                false,
                Tensor.of(columns, entries),
                List.of(Tensor.of(values, entries)),
                List.of(row, shared ? widths.get(0) : column));
    }
}
