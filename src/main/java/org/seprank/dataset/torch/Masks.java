package org.seprank.dataset.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.seprank.dataset.Split;
import org.seprank.dataset.Split.Part;
import org.seprank.file.torch.Tensor;

/** The masks of the parts of splits, [n] or [n, splits]. */
final class Masks {
    static final List<String> NAMES = List.of("train_mask", "val_mask", "valid_mask", "test_mask");

    private Masks() {}

    private static Part part(String name) {
        return name.startsWith("train") ? Part.TRAIN : name.startsWith("test") ? Part.TEST : Part.VALIDATION;
    }

    /** The splits that a graph has masks of; none if it has no mask for training. */
    static List<Split> of(GraphValues values, int n) {
        Map<String, Tensor> masks = new TreeMap<>();
        NAMES.forEach(name -> values.tensor(name).ifPresent(mask -> masks.put(name, mask)));
        Optional<Tensor> train = values.tensor("train_mask");
        if (train.isEmpty()) {
            return List.of();
        }
        int count = (int) Math.min(train.get().length(1), Integer.MAX_VALUE);
        List<Split.Builder> splits = new ArrayList<>();
        masks.forEach((name, mask) -> {
            if (mask.length(0) != n || mask.dimensions() > 2 || mask.length(1) != count) {
                throw new IllegalArgumentException(
                        name + " is " + mask + " where [" + n + "] or [" + n + ", splits] should be");
            }
            if (splits.isEmpty()) {
                for (int k = 0; k < count; k++) {
                    splits.add(Split.over(count == 1 ? "public" : "given " + k, n));
                }
            }
            put(splits, part(name), mask.integers());
        });
        return splits.stream().map(Split.Builder::build).toList();
    }

    private static void put(List<Split.Builder> splits, Part part, long[] mask) {
        for (int i = 0; i < mask.length; i++) {
            if (mask[i] != 0) {
                splits.get(i % splits.size()).put(part, i / splits.size());
            }
        }
    }
}
