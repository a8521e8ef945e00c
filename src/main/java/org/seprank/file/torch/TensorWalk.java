package org.seprank.file.torch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tensors in a tree of values, each with the names by which it is reached. */
final class TensorWalk {
    /** A value and its names. */
    private record Step(String name, Object value) {}

    /** A tensor and its names, such as {@code x} or {@code [3].edge_index}. */
    record Found(String name, Tensor tensor) {}

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Step> open = new ArrayDeque<>();
    private final List<Found> found = new ArrayList<>();

    /** All of them, each once. */
    static List<Found> over(Object root) {
        TensorWalk walk = new TensorWalk();
        walk.open.add(new Step("", root));
        while (!walk.open.isEmpty()) {
            Step step = walk.open.pop();
            if (walk.seen.add(step.value)) {
                walk.visit(step);
            }
        }
        return walk.found;
    }

    private void visit(Step step) {
        if (step.value instanceof Tensor tensor) {
            found.add(new Found(step.name.isEmpty() ? "it" : step.name, tensor));
        } else if (step.value instanceof SparseTensor sparse) {
            sparse.parts().forEach(part -> open.add(new Step(step.name, part)));
        } else if (step.value instanceof TorchObject object) {
            object.fields().forEach((name, value) -> open.add(new Step(below(step.name, name), value)));
        } else if (step.value instanceof Map<?, ?> map) {
            map.forEach((name, value) -> open.add(new Step(below(step.name, String.valueOf(name)), value)));
        } else if (step.value instanceof Collection<?> list) {
            items(step.name, list.toArray());
        } else if (step.value instanceof Object[] tuple) {
            items(step.name, tuple);
        }
    }

    private void items(String name, Object[] items) {
        for (int i = 0; i < items.length; i++) {
            open.add(new Step(name + "[" + i + "]", items[i]));
        }
    }

    /** Fields of PyTorch Geometric's own, which begin with _, are no names. */
    private static String below(String name, String field) {
        return field.startsWith("_") ? name : name.isEmpty() ? field : name + "." + field;
    }
}
