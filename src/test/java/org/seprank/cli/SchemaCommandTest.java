package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.report.AnswerSchema;

/** Every kind of answer, as the program gives it, fits its schema, in which every key is described. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaCommandTest {
    private static final String KARATE = "graphs/karate.graphml";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final Set<String> seen = new TreeSet<>();

    @TempDir
    private static Path folder;

    static Stream<String> commands() {
        return Stream.of(
                "analyze " + KARATE + " --certify --max-inputs 64",
                "analyze family:cycle,n=12 --partition 0-5 --target 0 --depth 2 --certify",
                "analyze family:path,n=6 --partition 0-2 --depth 1",
                "analyze " + KARATE + " --partition singletons --depth 2",
                "analyze " + KARATE + " --dry-run --certify",
                "analyze " + KARATE + " --pairs sampled:20 --depth 1",
                "analyze family:path,n=9 --pairs sampled:20",
                "analyze " + KARATE + " --target 0,33 --partition 0-15 --depth 2",
                "measure " + KARATE + " --labels faction --partition attribute:faction",
                "measure family:path,n=6",
                "measure graphs/csbm --groups range,alignment,homophily --depths 1 --target-matrix rectangle:2",
                "rewire " + KARATE + " --remove 30% --edits FOLDER/edits.csv --measures clustering,spectrum",
                "rewire " + KARATE + " --method fosr --edit 3",
                "rewire graphs/csbm --depth 2 --remove 2 --protect data-entanglement",
                "measure " + KARATE + " --edits FOLDER/edits.csv --budgets 0,10% --groups degrees,walks,fidelity",
                "measure FOLDER/many.g6 --each FOLDER/rows.csv --groups degrees,clustering",
                "measure FOLDER/many.g6 --groups degrees,homophily,distances",
                "rewire FOLDER/many.g6 --remove 2 --graph-out FOLDER/less.g6",
                "analyze FOLDER/many.g6 --depth 2",
                "convert FOLDER/many.g6 FOLDER/many.s6",
                "compare " + KARATE + " --methods wis,random --budgets 10% --partition attribute:faction",
                "advise graphs/csbm --depth 2",
                "advise " + KARATE + " --budget 10%",
                "compare graphs/csbm --methods wis --budgets 10% --seeds 2 --train --epochs 2",
                "compare " + KARATE + " --methods wis,gtr --budgets 10% --no-measures --seeds 6",
                "train graphs/csbm --epochs 2 --seeds 2",
                "train graphs/csbm --epochs 1 --checkpoint FOLDER/networks",
                "train graphs/motifs --epochs 1",
                "predict graphs/csbm FOLDER/networks/stratified-0-6-0-2-0-2-seed-0-0.network",
                "interactions graphs/csbm --task links --epochs 1 --samples 6 --bootstrap 0 --companions --range 3 --partition 0-9",
                "interactions graphs/csbm --epochs 2 --samples 8 --range 5",
                "interactions graphs/csbm --epochs 2 --every 1 --across 3 --samples 8 --companions",
                "methods",
                "lab",
                "lab matrix-factorization --set n=10 --set rank=1 --set observations=60 --set iterations=50",
                "lab steepest-descent --set iterations=50 --seeds 2",
                "experiment",
                "experiment runtime-scaling --scale smoke",
                "experiment rank-tightness --scale smoke --set vertices=3",
                "experiment trained-rank --scale smoke",
                "experiment bracket --scale smoke",
                "experiment advice --scale smoke --set epochs=2",
                "experiment interaction-vs-walk-index --scale smoke --dataset graphs/csbm",
                "experiment walk-index-importance --scale smoke --set models=gcn --set epochs=1 --set train=20 --set"
                        + " test=10 --set repetitions=2",
                "experiment sparsification-curves --scale smoke --set methods=random,wis2 --set epochs=2",
                "batch graphs/plans/karate.yaml --out FOLDER/batch --dry-run",
                "batch FOLDER/plan.yaml --out FOLDER/batch",
                "batch status FOLDER/batch",
                "report FOLDER/batch",
                "dataset info graphs/csbm",
                "interactions " + KARATE + "#faction --epochs 1 --samples 4 --edits FOLDER/edits.csv --budgets 0,5",
                "train graphs/csbm --dry-run",
                "entangle graphs/csbm --levels 1 --rearrange --starts 1",
                "entangle graphs/csbm --sites vertices --partition labels --levels 1 --depth 1",
                "families",
                "convert " + KARATE + " FOLDER/karate.gml",
                "mapped build FOLDER/few.edges FOLDER/few.csr",
                "mapped analyze FOLDER/few.csr --triangles --vertices FOLDER/few.csv --column side",
                "mapped sparsify FOLDER/few.csr FOLDER/few-edits.csv --remove 1",
                "dataset list",
                "dataset convert graphs/csbm FOLDER/csbm.npz",
                "dataset info graphs/motifs");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void answersFitTheirSchema(String command) throws Exception {
        Files.writeString(folder.resolve("many.g6"), "A_\nBw\nC~\n");
        Files.writeString(folder.resolve("few.edges"), "0 1\n1 2\n0 2\n2 3\n");
        Files.writeString(folder.resolve("few.csv"), "id,side\n0,a\n1,a\n2,b\n");
        Files.writeString(
                folder.resolve("plan.yaml"),
                "base: {command: analyze, input: " + KARATE + "}\ngrid: {depth: [1, 2]}\n");
        String words = command.replace("FOLDER", folder.toString()) + " --format json";
        CommandLineRun run = CommandLineRun.of(words.split(" ", -1));
        assertThat(run.out()).as(run.err()).startsWith("{");
        JsonNode answer = MAPPER.readTree(run.out());
        String kind = answer.get("schema").asText().split("/", -1)[1];
        seen.add(kind);
        assertThat(errors(kind, answer)).isEmpty();
        List<String> broken = new ArrayList<>();
        reasons("", answer, broken);
        assertThat(broken).isEmpty();
    }

    @AfterAll
    void everyKindWasSeen() {
        if (seen.size() > 1) { // else one command was run alone
            seen.add("dataset-fetch"); // needs the network
            assertThat(seen).containsExactlyElementsOf(AnswerSchema.kinds());
        }
    }

    private static List<Error> errors(String kind, JsonNode answer) {
        return REGISTRY.getSchema(AnswerSchema.of(kind)).validate(answer);
    }

    /** A reason stands beside a null, and beside nothing else. */
    private static void reasons(String path, JsonNode node, List<String> broken) {
        node.properties().forEach(entry -> {
            String at = path + "/" + entry.getKey();
            if (entry.getValue().isNull() != node.has(entry.getKey() + "_reason")) {
                broken.add(at);
            }
            reasons(at, entry.getValue(), broken);
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            reasons(path + "/" + i, node.get(i), broken);
        }
    }

    static List<String> kinds() {
        return AnswerSchema.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void schemasAreSchemasThatDescribeEveryKey(String kind) throws Exception {
        CommandLineRun run = CommandLineRun.of("schema", kind);
        assertThat(run.code()).isZero();
        JsonNode schema = MAPPER.readTree(run.out());
        assertThat(schema).isEqualTo(AnswerSchema.of(kind));
        assertThat(REGISTRY.getSchema(MAPPER.getNodeFactory()
                                .objectNode()
                                .put("$ref", "https://json-schema.org/draft/2020-12/schema"))
                        .validate(schema))
                .isEmpty();
        assertThat(run.out()).doesNotContain("common.json");
        for (Map.Entry<String, JsonNode> block : schema.get("properties").properties()) {
            JsonNode described = block.getValue().path("items").isMissingNode()
                    ? block.getValue()
                    : block.getValue().get("items");
            described
                    .path("properties")
                    .properties()
                    .forEach(
                            key -> assertThat(key.getValue().path("description").asText())
                                    .as(kind + " " + block.getKey() + " " + key.getKey())
                                    .isNotBlank());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/new", "/graph/new", "/partitions/0/new", "/question/new"})
    void keysThatNoSchemaKnowsAreFound(String place) throws Exception {
        ObjectNode answer = (ObjectNode) MAPPER.readTree(
                CommandLineRun.of("analyze", KARATE, "--format", "json").out());
        int end = place.lastIndexOf('/');
        ((ObjectNode) answer.at(place.substring(0, end))).put(place.substring(end + 1), 1);
        assertThat(errors("analyze", answer)).hasSize(1);
    }

    @Test
    void namesAreListedAndOthersRefused() {
        assertThat(CommandLineRun.of("schema").out().lines()).containsExactlyElementsOf(AnswerSchema.kinds());
        CommandLineRun run = CommandLineRun.of("schema", "nothing");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("no answer 'nothing', only advise, analyze,");
    }
}
