package org.seprank.study.convert;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.seprank.dataset.Features;
import org.seprank.dataset.NodeDataset;
import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.io.GraphFormat;
import org.seprank.graph.io.GraphWriter;
import org.seprank.graph.io.Written;
import org.seprank.graph.io.codec.LinkKey;
import org.seprank.report.Document;
import org.seprank.report.Facts;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.Question;
import org.seprank.study.Study;
import org.seprank.study.Verdict;
import org.seprank.study.input.GraphFacts;
import org.seprank.study.input.GraphInput;
import org.seprank.study.input.GraphRead;
import org.seprank.study.input.GraphSet;
import org.seprank.study.input.GraphSource;
import org.seprank.study.set.SetFile;

/**
 * Writes a graph in another format.
 *
 * @param source the graph
 * @param file where it is written
 * @param format in which; null: the one that the name of the file says
 * @param linkKey what JSON calls its list of edges
 */
public record ConvertStudy(
        GraphSource source, Path file, @Nullable GraphFormat format, LinkKey linkKey) implements Study {
    @Override
    public Question question() {
        return source.addTo(Question.of("convert"))
                .with("out", file.toString())
                .with("output_format", format == null ? "" : format.id())
                .with("node_link", linkKey == LinkKey.EDGES ? "" : linkKey.key());
    }

    @Override
    public Outcome run(Context context) throws IOException {
        GraphRead any = source.readAny(false, context.warnings());
        return any instanceof GraphSet set ? written(set, context) : written((GraphInput) any, context);
    }

    private Outcome written(GraphSet set, Context context) throws IOException {
        if (format != null) {
            throw new IllegalArgumentException("--output-format is for one graph, but " + source.location() + " has "
                    + set.size() + "; take one with --graph K");
        }
        SetFile out = new SetFile(file, "OUT");
        out.check(set);
        out.write(set, context.warnings());
        Document document = Document.of("convert")
                .add(set.facts())
                .add(Facts.of("written", "Written").add("file", file.toString()).add("graphs", set.size()))
                .build();
        return new Outcome(context.provenance(question(), set.inputs()), document, Verdict.ANSWERED);
    }

    private Outcome written(GraphInput read, Context context) throws IOException {
        GraphFormat wanted = format == null ? GraphWriter.format(file) : format;
        Written written = GraphWriter.write(described(read), file, wanted, linkKey);
        written.warnings().forEach(context.warnings());
        Document document = Document.of("convert")
                .add(GraphFacts.of(read))
                .add(Facts.of("written", "Written")
                        .add("file", file.toString())
                        .add("format", written.format().id())
                        .add("directed", written.graph().directed())
                        .add("vertices", written.graph().vertexCount())
                        .add("edges", written.graph().edgeCount()))
                .build();
        return new Outcome(context.provenance(question(), read.inputs()), document, Verdict.ANSWERED);
    }

    /** The graph with the features of its edges, where it has some, as their attributes {@code edge_attr_0}, .. */
    private static Graph described(GraphInput read) {
        Features features = read.dataset().map(NodeDataset::edgeFeatures).orElse(Features.none(0));
        if (features.columns() == 0) {
            return read.graph();
        }
        GraphBuilder builder = GraphBuilder.from(read.graph());
        for (int j = 0; j < features.columns(); j++) {
            String name = "edge_attr_" + j;
            builder.edgeAttributes().column(name, Attributes.Type.REAL);
            for (int e = 0; e < features.rows(); e++) {
                builder.edgeAttributes().value(name, e, Float.toString(features.value(e, j)));
            }
        }
        return builder.build();
    }
}
