package org.seprank.rewire.catalogue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.seprank.rewire.Rewirer;
import org.seprank.rewire.toward.Candidates;
import org.seprank.rewire.toward.InteractionGoal;
import org.seprank.rewire.toward.InteractionRewirer;
import org.seprank.rewire.toward.WalkDirection;
import org.seprank.rewire.toward.gain.Move;
import org.seprank.setting.Setting;
import org.seprank.walk.Interaction;

/** The methods that rewire for stated interactions. */
final class Goals {
    private static final List<Setting> PARAMETERS = Objectives.with(
            Setting.text("moves", "", "add, remove and swap, joined by +; empty: add to strengthen, remove to weaken"),
            Setting.text("candidates", "sampled:1000", "all, hop:K or sampled:COUNT moves per step"),
            Setting.flag("keep-connected", false, "true: never split a component"));

    private Goals() {}

    static List<Method> all() {
        return List.of(
                goal("toward", "raises the weakest walk indices of stated partitions most", WalkDirection.STRENGTHEN),
                goal("away", "lowers the weakest walk indices of stated partitions most", WalkDirection.WEAKEN),
                goal(
                        "away-strongest",
                        "lowers the strongest walk indices of stated partitions most",
                        WalkDirection.WEAKEN_STRONGEST));
    }

    private static Method goal(String id, String summary, WalkDirection direction) {
        return Method.change(
                id,
                summary,
                PARAMETERS,
                (interactions, s) -> rewirer(direction, interactions, s),
                Method.Trait.NEEDS_INTERACTIONS);
    }

    private static Rewirer rewirer(WalkDirection direction, List<Interaction> interactions, MethodSetting s) {
        InteractionGoal goal = new InteractionGoal(interactions, direction, s.depth(), Objectives.of(s));
        return InteractionRewirer.of(goal, moves(direction, s.text("moves")), candidates(s))
                .withKeepConnected(s.flag("keep-connected"));
    }

    private static Set<Move.Kind> moves(WalkDirection direction, String text) {
        if (text.isEmpty()) {
            return EnumSet.of(direction == WalkDirection.STRENGTHEN ? Move.Kind.ADD : Move.Kind.REMOVE);
        }
        Set<Move.Kind> kinds = EnumSet.noneOf(Move.Kind.class);
        for (String word : text.split("\\+", -1)) {
            kinds.add(
                    switch (word.strip()) {
                        case "add" -> Move.Kind.ADD;
                        case "remove" -> Move.Kind.REMOVE;
                        case "swap" -> Move.Kind.SWAP;
                        default ->
                            throw new IllegalArgumentException("moves '" + word + "' is none of [add, remove, swap]");
                    });
        }
        return kinds;
    }

    private static Candidates candidates(MethodSetting s) {
        String text = s.text("candidates");
        try {
            if (text.equals("all")) {
                return Candidates.all();
            }
            if (text.startsWith("hop:")) {
                return Candidates.kHop(Integer.parseInt(text.substring(4)));
            }
            if (text.startsWith("sampled:")) {
                return Candidates.sampled(Integer.parseInt(text.substring(8)), s.seed());
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw new IllegalArgumentException("candidates '" + text + "' is none of [all, hop:K, sampled:COUNT]");
    }
}
