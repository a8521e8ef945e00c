package org.seprank.rewire.catalogue;

import java.util.List;
import java.util.stream.Stream;
import org.seprank.setting.Setting;

/** Every method by its name: {@code Methods.named("wis").order(graph)}. */
public final class Methods {
    private static final Method UGS = Method.trained(
            "ugs",
            "by edge masks trained on the labels of a dataset, in rounds (arXiv 2102.06790)",
            List.of(
                    Setting.text("model", "gcn", "the network, as for train --model; its depth is --depth"),
                    Setting.whole("width", "64", 1, Integer.MAX_VALUE, "of its hidden layers"),
                    Setting.whole("epochs", "200", 1, Integer.MAX_VALUE, "of the training in each round"),
                    Setting.real("penalty", "0.01", 0, Double.POSITIVE_INFINITY, "weight of the sum of the factors"),
                    Setting.real("share", "0.05", 0, 1, "of all edges removed per round, in 0..1")));

    private static final List<Method> ALL = Stream.of(
                    Removals.all(), Backbones.all(), List.of(UGS), Changes.all(), Descriptions.all(), Goals.all())
            .flatMap(List::stream)
            .toList();

    private Methods() {}

    /** All methods: removals, then additions and exchanges, then those for stated interactions. */
    public static List<Method> all() {
        return ALL;
    }

    /** The names of the methods that may be told which interactions count, as said in a sentence. */
    static String takingInteractions() {
        List<String> names =
                ALL.stream().filter(Method::takesInteractions).map(Method::id).toList();
        int last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /**
     * The method of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Method named(String id) {
        return ALL.stream()
                .filter(method -> method.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("method '" + id + "' is none of "
                        + ALL.stream().map(Method::id).toList()));
    }
}
