package org.seprank.study.convert;

import java.io.IOException;
import java.nio.file.Path;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.io.Datasets;
import org.seprank.dataset.io.GraphSets;
import org.seprank.report.Document;
import org.seprank.report.Facts;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.Question;
import org.seprank.study.Study;
import org.seprank.study.Verdict;
import org.seprank.study.input.DatasetFacts;
import org.seprank.study.input.DatasetInput;
import org.seprank.study.input.DatasetSource;

/**
 * Writes a dataset in another format, with what it comes with: features as they are and its own splits, unless a rule
 * for others is given.
 *
 * @param source the dataset
 * @param path where it is written
 * @param format in which a dataset of one graph is; empty: as {@link Datasets#write(Dataset, Path)} chooses
 */
public record DatasetConvertStudy(DatasetSource source, Path path, String format) implements Study {
    @Override
    public Question question() {
        return source.addTo(Question.of("dataset-convert"))
                .with("out", path.toString())
                .with("output_format", format);
    }

    @Override
    public Outcome run(Context context) throws IOException {
        Dataset dataset = source.whole(context.warnings());
        if (dataset instanceof GraphDataset many) {
            if (!format.isEmpty()) {
                throw new IllegalArgumentException(
                        "--output-format is for one graph; of many the name says it: .txt is DGCNN, else a TU folder");
            }
            GraphSets.write(many, path, context.warnings());
        } else if (format.isEmpty()) {
            Datasets.write(dataset, path);
        } else {
            Datasets.write(dataset, path, format);
        }
        Dataset written = Datasets.read(path);
        Document document = Document.of("dataset-convert")
                .add(DatasetFacts.of(dataset))
                .add(Facts.of("written", "Written")
                        .add("file", path.toString())
                        .add("format", written.provenance().format())
                        .add("items", written.truth().size())
                        .add("splits", written.splits().size()))
                .build();
        return new Outcome(
                context.provenance(question(), DatasetInput.inputs(dataset, source.location())),
                document,
                Verdict.ANSWERED);
    }
}
