package org.seprank.study.convert;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
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
import org.seprank.study.input.GraphSource;

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
        GraphInput read = source.read(context.warnings());
        GraphFormat wanted = format == null ? GraphWriter.format(file) : format;
        Written written = GraphWriter.write(read.graph(), file, wanted, linkKey);
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
}
