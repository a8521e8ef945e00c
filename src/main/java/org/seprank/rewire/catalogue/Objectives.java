package org.seprank.rewire.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.seprank.rewire.objective.InteractionObjective;
import org.seprank.setting.Setting;

/** What methods that are told interactions judge edges by. */
final class Objectives {
    private static final String OBJECTIVE = "objective";
    private static final String INPUT_WIDTH = "input-width";
    private static final String HIDDEN_WIDTH = "hidden-width";

    private Objectives() {}

    /** These parameters and those of an objective. */
    static List<Setting> with(Setting... others) {
        return Stream.concat(
                        Arrays.stream(others),
                        Stream.of(
                                Setting.choice(
                                        OBJECTIVE,
                                        InteractionObjective.Kind.WALK_INDEX.word(),
                                        Arrays.stream(InteractionObjective.Kind.values())
                                                .map(InteractionObjective.Kind::word)
                                                .toList(),
                                        "of stated partitions: walk-index, interaction-dimension (independent channels"
                                                + " across the cut) or lower-bound (the tightest on ln of the rank)"),
                                Setting.whole(INPUT_WIDTH, "8", 1, 1 << 20, "D_x, for objective=lower-bound"),
                                Setting.whole(HIDDEN_WIDTH, "16", 1, 1 << 20, "D_h, for objective=lower-bound")))
                .toList();
    }

    static InteractionObjective of(MethodSetting setting) {
        return new InteractionObjective(
                InteractionObjective.Kind.named(setting.text(OBJECTIVE)),
                setting.whole(INPUT_WIDTH),
                setting.whole(HIDDEN_WIDTH));
    }
}
