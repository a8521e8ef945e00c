package org.seprank.study.catalogue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.DatasetInfo;
import org.seprank.dataset.Homophily;
import org.seprank.dataset.Leakage;
import org.seprank.dataset.Provenance;
import org.seprank.dataset.Split;
import org.seprank.dataset.TargetValues;
import org.seprank.dataset.Truth;
import org.seprank.report.Document;
import org.seprank.report.Facts;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.Question;
import org.seprank.study.Study;
import org.seprank.study.Verdict;
import org.seprank.study.input.DatasetInput;
import org.seprank.study.input.DatasetSource;

/**
 * What a dataset holds.
 *
 * @param source the dataset
 */
public record DatasetInfoStudy(DatasetSource source) implements Study {
    private record ClassSize(int label, int items) {}

    private record Target(String name, int known, int missing, Value least, Value greatest, Value mean) {}

    private record Parts(String split, int train, int validation, int test) {}

    @Override
    public Question question() {
        return source.addTo(Question.of("dataset-info"));
    }

    @Override
    public Outcome run(Context context) throws IOException {
        DatasetInput input = source.read();
        input.warnings().forEach(context.warnings());
        Dataset dataset = input.dataset();
        DatasetInfo info = DatasetInfo.of(dataset);
        Leakage.of(dataset).forEach(context.warnings());
        List<Integer> sizes = info.classes().histogram();
        Document document = Document.of("dataset")
                .add(origin(homophily(content(info, dataset.truth().kind()), info), info.provenance()))
                .add(Table.of(
                        "classes",
                        "Items of each class",
                        ClassSize.class,
                        IntStream.range(0, sizes.size())
                                .mapToObj(k -> new ClassSize(k, sizes.get(k)))
                                .toList()))
                .add(Table.of("targets", "What is to be predicted", Target.class, targets(dataset.truth())))
                .add(Table.of(
                        "splits",
                        "Items in the parts of each split",
                        Parts.class,
                        dataset.splits().stream().map(DatasetInfoStudy::parts).toList()))
                .build();
        return new Outcome(context.provenance(input.resolved(question()), input.inputs()), document, Verdict.ANSWERED);
    }

    private static List<Target> targets(Truth truth) {
        TargetValues values = truth.values();
        List<Target> targets = new ArrayList<>();
        for (int c = 0; c < values.columns(); c++) {
            int column = c;
            DoubleSummaryStatistics known = IntStream.range(0, values.rows())
                    .mapToDouble(i -> values.value(i, column))
                    .filter(value -> !Double.isNaN(value))
                    .summaryStatistics();
            boolean any = known.getCount() > 0;
            targets.add(new Target(
                    values.names().get(c),
                    (int) known.getCount(),
                    values.rows() - (int) known.getCount(),
                    any ? Value.of(known.getMin()) : Value.missing(),
                    any ? Value.of(known.getMax()) : Value.missing(),
                    any ? Value.of(known.getAverage()) : Value.missing()));
        }
        return targets;
    }

    private static Parts parts(Split split) {
        return new Parts(
                split.name(),
                split.count(Split.Part.TRAIN),
                split.count(Split.Part.VALIDATION),
                split.count(Split.Part.TEST));
    }

    private static Facts content(DatasetInfo info, Truth.Kind task) {
        DatasetInfo.Structure structure = info.structure();
        Facts facts = Facts.of("dataset", "Dataset")
                .add("name", info.name())
                .add("graphs", structure.graphs())
                .add("vertices", structure.vertices())
                .add("edges", structure.edges())
                .add("max_degree", structure.maxDegree())
                .add("isolated_vertices", structure.isolated())
                .add("dropped_self_loops", structure.dropped().selfLoops())
                .add("dropped_duplicate_edges", structure.dropped().duplicates())
                .add("features", info.features().columns())
                .add("feature_density", info.features().density());
        Facts all = info.edgeFeatures() > 0 ? facts.add("edge_features", info.edgeFeatures()) : facts;
        return all.add("task", task.title())
                .add("classes", info.classes().count())
                .add("missing_labels", info.classes().missing());
    }

    private static Facts homophily(Facts facts, DatasetInfo info) {
        Homophily homophily = info.homophily();
        return Double.isNaN(homophily.edge())
                ? facts
                : facts.add("edge_homophily", homophily.edge())
                        .add("vertex_homophily", homophily.vertex())
                        .add("adjusted_homophily", homophily.adjusted())
                        .add("class_insensitive_homophily", homophily.classInsensitive())
                        .add("unbiased_homophily", homophily.unbiased())
                        .add(
                                "edge_label_informativeness",
                                homophily.informativeness().ofEdges())
                        .add(
                                "vertex_label_informativeness",
                                homophily.informativeness().ofVertices());
    }

    private static Facts origin(Facts facts, Provenance provenance) {
        return facts.add("source", provenance.source())
                .add("format", provenance.format())
                .add("file_sha256", provenance.sha256().isEmpty() ? Value.missing() : Value.of(provenance.sha256()))
                .add("steps", Value.of(provenance.steps()));
    }
}
