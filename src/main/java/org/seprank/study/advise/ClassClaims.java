package org.seprank.study.advise;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.seprank.graph.partition.Partition;
import org.seprank.measure.Measure;
import org.seprank.report.Value;
import org.seprank.report.number.Numbers;
import org.seprank.study.advise.Claim.Limits;

/**
 * What is said of interactions between each class and the others: of the class with the fewest channels.
 *
 * @param diagnosis the measures
 * @param asked about which network
 */
record ClassClaims(Diagnosis diagnosis, Asked asked) {
    /** One claim; none without classes. */
    List<Claim> all() {
        Optional<Partition> weakest = diagnosis.classes().stream()
                .min(Comparator.comparingDouble(partition -> number(partition, "walk index")));
        return weakest.map(partition -> List.of(claim(partition))).orElse(List.of());
    }

    private String name(Partition partition, String words) {
        return partition.name() + ": " + words + ", depth " + diagnosis.depth();
    }

    private double number(Partition partition, String words) {
        return diagnosis.number(name(partition, words));
    }

    private Claim claim(Partition partition) {
        double walks = number(partition, "walk index");
        double channels = number(partition, "interaction dimension");
        boolean bounded = !Double.isNaN(channels);
        String measure = name(partition, bounded ? "interaction dimension" : "walk index");
        Limits limits = walks == 0
                ? Limits.YES
                : bounded && channels < asked.network().hiddenWidth() ? Limits.PERHAPS : Limits.NO;
        String says = "of all classes, " + partition.name() + " has the fewest walks to the others, "
                + Numbers.brief(walks) + ", its walk index; "
                + (bounded ? bracket(partition, channels) : "bounds are left out, as the graph is large; ")
                + (limits == Limits.NO
                        ? "interactions between classes are not what is short."
                        : "what this class and the others make together can be modelled only in part.");
        return new Claim(
                "classes",
                measure,
                diagnosis.measure(measure).map(Measure::number).map(Value::of).orElse(Value.missing()),
                diagnosis.certainty(measure),
                limits,
                says,
                asked.measureClasses());
    }

    private String bracket(Partition partition, double channels) {
        return Numbers.brief(channels) + " independent channels cross, and ln of the separation rank lies between "
                + Numbers.brief(number(partition, "ln rank from")) + " and "
                + Numbers.brief(number(partition, "ln rank to")) + "; ";
    }
}
