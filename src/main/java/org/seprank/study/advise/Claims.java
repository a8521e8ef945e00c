package org.seprank.study.advise;

import java.util.ArrayList;
import java.util.List;
import org.seprank.measure.ClassMeans;
import org.seprank.report.Value;
import org.seprank.report.number.Numbers;
import org.seprank.study.advise.Claim.Limits;

/**
 * What is said of a network on a graph, each with its number and the command that gives it.
 *
 * @param diagnosis the measures
 * @param asked about which network
 */
record Claims(Diagnosis diagnosis, Asked asked) {
    List<Claim> all() {
        List<Claim> all = new ArrayList<>(List.of(averaging(), depth(), homophily(), fragments()));
        all.addAll(List.of(gap(), curvature(), reach(), range(), jacobian()));
        all.addAll(new ClassClaims(diagnosis, asked).all());
        return all;
    }

    private double number(String name) {
        return diagnosis.number(name);
    }

    private Claim claim(String topic, String measure, Limits limits, String says, String groups) {
        double value = number(measure);
        boolean known = !Double.isNaN(value);
        return new Claim(
                topic,
                measure,
                known ? Value.of(value) : Value.missing(diagnosis.certainty(measure)),
                diagnosis.certainty(measure),
                known ? limits : Limits.UNKNOWN,
                known ? says : measure + " " + diagnosis.certainty(measure) + ".",
                asked.measure(groups));
    }

    private static String brief(double number) {
        return Numbers.brief(number);
    }

    private static String percent(double share) {
        return Numbers.brief(100 * share) + " %";
    }

    private Claim averaging() {
        int best = diagnosis.bestDepth();
        double own = diagnosis.share(0);
        double change = diagnosis.share(best) - own;
        String measured = percent(own)
                + " of the vertices, averaged over the classes, are nearest to the mean of their own"
                + " class by their own features, and " + percent(diagnosis.share(best)) + " by features averaged over "
                + steps(best) + "; ";
        String meaning = change < -Rules.MARGIN
                ? "averaging over neighbours hides what features say."
                : change > Rules.MARGIN
                        ? "neighbours tell the class, and edges are worth keeping."
                        : "averaging neither helps nor harms much.";
        Limits limits = change < -Rules.MARGIN ? Limits.YES : Limits.NO;
        String name = ClassMeans.AVERAGED + ", depth " + best;
        return claim("averaging", name, limits, measured + meaning, "alignment");
    }

    private Claim depth() {
        int best = diagnosis.bestDepth();
        int depth = diagnosis.depth();
        double lost = diagnosis.share(best) - diagnosis.share(depth);
        boolean rising = depth > 1 && diagnosis.share(depth) > diagnosis.share(depth - 1) + Rules.MARGIN;
        String says = "after " + steps(depth) + " it is " + percent(diagnosis.share(depth)) + "; ";
        String meaning = lost > Rules.MARGIN
                ? "more than " + steps(best) + " smooth classes into each other, so that a network of depth " + best
                        + " may do better."
                : rising
                        ? "the share still rises, so that a deeper network may do better."
                        : "this depth is not too much.";
        Limits limits = lost > Rules.MARGIN ? Limits.YES : rising ? Limits.PERHAPS : Limits.NO;
        return claim("depth", ClassMeans.AVERAGED + ", depth " + depth, limits, says + meaning, "alignment");
    }

    private static String steps(int count) {
        return count + (count == 1 ? " step" : " steps");
    }

    private Claim homophily() {
        double adjusted = number("adjusted homophily");
        double informative = number("edge label informativeness");
        boolean says = Math.max(adjusted, informative) >= Rules.INFORMATIVE;
        String text =
                "adjusted homophily is " + brief(adjusted) + " (1: all edges within classes, 0: as by chance) and the"
                        + " label informativeness of edges " + brief(informative) + "; "
                        + (adjusted >= Rules.INFORMATIVE
                                ? "neighbours are of one class more often than by chance."
                                : informative >= Rules.INFORMATIVE
                                        ? "neighbours are of other classes, but of which tells much."
                                        : "the class of a neighbour says little about that of a vertex.");
        return claim("homophily", "adjusted homophily", says ? Limits.NO : Limits.PERHAPS, text, "homophily");
    }

    private Claim fragments() {
        double share = diagnosis.largestComponent();
        double isolated = number("isolated vertices");
        double components = number("components");
        String text = components == 1
                ? "all vertices are connected."
                : "there are " + brief(components) + " components, of which the largest has " + percent(share)
                        + " of the vertices, and " + brief(isolated)
                        + " vertices without an edge; between components nothing is"
                        + " exchanged.";
        return claim("components", "components", share < Rules.WHOLE ? Limits.PERHAPS : Limits.NO, text, "degrees");
    }

    private Claim gap() {
        String name = "spectral gap, least of the components";
        double gap = number(name);
        Limits limits = gap < Rules.NARROW ? Limits.PERHAPS : Limits.NO;
        String text = "the spectral gap is " + brief(gap) + ", so that the worst cut has a conductance between "
                + brief(gap / 2) + " and " + brief(Math.min(1, Math.sqrt(2 * gap))) + " (Cheeger); "
                + (gap < Rules.NARROW
                        ? "there is a bottleneck, which limits tasks that need what lies beyond it."
                        : gap < Rules.TIGHT ? "mixing is slow, but no cut is very narrow." : "there is no bottleneck.");
        return claim("bottleneck", name, limits, text, "spectrum");
    }

    private Claim curvature() {
        String name = "Ollivier-Ricci curvature";
        double mean = diagnosis.mean(name);
        Claim claim = claim(
                "curvature",
                name,
                mean < Rules.TREE_LIKE ? Limits.PERHAPS : Limits.NO,
                "the mean curvature of edges is " + brief(mean) + "; "
                        + (mean < Rules.TREE_LIKE
                                ? "most edges are bridges between neighbourhoods, along which much is squeezed."
                                : "neighbourhoods of joined vertices overlap enough."),
                "curvature");
        return claim.withValue(mean);
    }

    private Claim reach() {
        String name = "receptive field, depth " + diagnosis.depth();
        double share = number(name) / number("vertices");
        boolean small = share < Rules.SMALL_FIELD;
        String text =
                "within " + steps(diagnosis.depth()) + " the median vertex sees " + brief(number(name)) + " vertices, "
                        + percent(share) + " of all; "
                        + (small ? "only tasks of near surroundings can be learnt." : "this is no small part.");
        return claim("reach", name, small ? Limits.PERHAPS : Limits.NO, text, "reach,degrees");
    }

    private Claim range() {
        String name = "range of walks in hops, normalised, depth " + diagnosis.depth();
        double far = number("mean distance, joined pairs only");
        boolean near = number(name) < far / 2;
        String text = "what a network of this depth averages comes from " + brief(number(name))
                + " hops away, while two joined vertices are " + brief(far) + " hops apart; "
                + (near
                        ? "interactions over the whole graph are out of its range."
                        : "it ranges over much of the graph.");
        return claim("range", name, near ? Limits.PERHAPS : Limits.NO, text, "range,distances");
    }

    private Claim jacobian() {
        String name = "Jacobian bound, depth " + diagnosis.depth();
        boolean faint = number(name) < Rules.FAINT;
        String text =
                "one vertex within " + steps(diagnosis.depth()) + " moves another by at most " + brief(number(name))
                        + " (the median bound, without the weights' norms); "
                        + (faint ? "single far vertices are squashed." : "single vertices still count.");
        return claim("squashing", name, faint ? Limits.PERHAPS : Limits.NO, text, "jacobian");
    }
}
