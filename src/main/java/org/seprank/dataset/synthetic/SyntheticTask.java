package org.seprank.dataset.synthetic;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.seprank.dataset.Dataset;
import org.seprank.setting.Setting;
import org.seprank.setting.Settings;
import org.seprank.setting.Specification;

/**
 * A dataset that needs no download, written as {@code synthetic:NAME,key=value,..}; keys left out have defaults:
 *
 * <ul>
 *   <li>{@code synthetic:csbm,n=1000,classes=2,features=16,degree=10,homophily=0.8,signal=1}
 *   <li>{@code synthetic:tree-neighbours-match,depth=4,count=4000}
 *   <li>{@code synthetic:ring-transfer,n=10,classes=5,count=2000}
 *   <li>{@code synthetic:two-motifs,n=16,count=100}
 *   <li>{@code synthetic:parity-cliques,size=4,path=1,bits=1,copies=200}
 *   <li>{@code synthetic:same-class,arrangement=high,train=10000,test=2000,images=FILE,test-images=FILE}
 * </ul>
 */
public sealed interface SyntheticTask
        permits ContextualBlockModel, TreeNeighboursMatch, RingTransfer, TwoMotifs, ParityCliques, SameClass {
    /** What every specification begins with. */
    String PREFIX = "synthetic:";

    /**
     * The dataset, with its splits. Equal seeds make equal datasets.
     *
     * @throws IOException if the task is made from files and they cannot be read
     */
    Dataset generate(long seed) throws IOException;

    /** The specification, all keys written out. */
    String specification();

    /** Whether a text is meant as a specification. */
    static boolean recognises(String text) {
        return text.startsWith(PREFIX);
    }

    /** The names of the tasks. */
    static List<String> names() {
        return List.of(
                ContextualBlockModel.NAME,
                TreeNeighboursMatch.NAME,
                RingTransfer.NAME,
                TwoMotifs.NAME,
                ParityCliques.NAME,
                SameClass.NAME);
    }

    /**
     * Reads a specification.
     *
     * @throws IllegalArgumentException if the name or a key is unknown or a value is out of its range
     */
    static SyntheticTask parse(String specification) {
        if (!recognises(specification)) {
            throw new IllegalArgumentException("'" + specification + "' does not begin with '" + PREFIX + "'");
        }
        Specification parts = Specification.parse(specification.substring(PREFIX.length()));
        return switch (parts.name()) {
            case ContextualBlockModel.NAME -> ContextualBlockModel.from(settings(parts, ContextualBlockModel.SETTINGS));
            case TreeNeighboursMatch.NAME -> TreeNeighboursMatch.from(settings(parts, TreeNeighboursMatch.SETTINGS));
            case RingTransfer.NAME -> RingTransfer.from(settings(parts, RingTransfer.SETTINGS));
            case TwoMotifs.NAME -> TwoMotifs.from(settings(parts, TwoMotifs.SETTINGS));
            case ParityCliques.NAME -> ParityCliques.from(settings(parts, ParityCliques.SETTINGS));
            case SameClass.NAME -> SameClass.from(settings(parts, SameClass.SETTINGS));
            default ->
                throw new IllegalArgumentException(
                        "synthetic task '" + parts.name() + "' is none of " + String.join(", ", names()));
        };
    }

    private static Settings settings(Specification parts, List<Setting> known) {
        String usage = known.stream()
                .map(setting -> "," + setting.name() + "=" + setting.range())
                .collect(Collectors.joining("", PREFIX + parts.name(), ""));
        return parts.settings(known, usage);
    }
}
