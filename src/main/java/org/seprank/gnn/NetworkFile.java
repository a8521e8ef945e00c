package org.seprank.gnn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.seprank.file.AtomicFile;
import org.seprank.file.FormatException;
import org.seprank.file.Npz;
import org.seprank.file.NpzOutput;
import org.seprank.file.ReadLimits;
import org.seprank.file.ZipParts;
import org.seprank.gnn.layer.SpecJson;

/**
 * The file of a network: a zip file of NumPy arrays. {@code network} is JSON as UTF-8 bytes, with the schema
 * {@value #SCHEMA}, the spec, the optimizer and the number of steps done; {@code parameters} and
 * {@code optimizer_state} are numbers of the network's precision. Others may keep arrays of their own beside them.
 * Nothing in it names a class, and the spec is compared with the arrays before memory is taken for it.
 */
final class NetworkFile {
    static final String HINT = "name a file that train --checkpoint wrote";

    private static final String SCHEMA = "seprank/network/1";
    private static final String NETWORK = "network";
    private static final String PARAMETERS = "parameters";
    private static final String STATE = "optimizer_state";
    private static final int MOST_SPEC_BYTES = 1 << 20;

    /** Weights may be mostly zeros; what memory has no room for is refused all the same. */
    private static final ReadLimits LIMITS = new ReadLimits(Long.MAX_VALUE, Integer.MAX_VALUE);

    /** What a network is and how far it is trained. */
    record Head(FittedSpec spec, Optimizer optimizer, int steps) {
        Head {
            if (steps < 0) {
                throw new IllegalArgumentException("the number of steps, " + steps + ", is negative");
            }
        }

        private String toJson() {
            ObjectNode json = SpecJson.parse("{}");
            json.put("schema", SCHEMA);
            json.set("spec", SpecJson.parse(spec.toJson()));
            json.set("optimizer", SpecJson.tree(optimizer));
            return json.put("steps", steps).toString();
        }

        private static Head parse(String text) {
            ObjectNode json = SpecJson.parse(text);
            if (!json.path("schema").asText().equals(SCHEMA)) {
                throw new IllegalArgumentException("it is not of the schema " + SCHEMA);
            }
            JsonNode steps = json.path("steps");
            if (!steps.canConvertToInt()) {
                throw new IllegalArgumentException("it does not say how many steps were done");
            }
            return new Head(
                    FittedSpec.fromJson(json.path("spec").toString()),
                    SpecJson.read(json.path("optimizer"), Optimizer.class),
                    steps.intValue());
        }
    }

    private NetworkFile() {}

    static void write(Path file, Network network, Head head, Network.Addition more) throws IOException {
        NpzOutput.Item type =
                head.spec.network().precision() == Precision.FLOAT ? NpzOutput.Item.FLOAT : NpzOutput.Item.DOUBLE;
        AtomicFile.write(file, bytes -> {
            try (NpzOutput out = NpzOutput.to(bytes)) {
                out.text(NETWORK, head.toJson());
                out.vector(PARAMETERS, type, network.parameters());
                out.vector(STATE, type, network.optimizerState());
                more.writeTo(out);
            }
        });
    }

    /** What is in a network file. */
    static <T> T read(Path file, Network.Reading<T> reading) throws IOException {
        if (!ZipParts.isZip(file)) {
            throw FormatException.inFile(file, "it is not a network: it is no zip file", HINT);
        }
        try (Npz npz = Npz.open(file, LIMITS)) {
            if (npz.has("configuration.json")) {
                throw FormatException.inFile(
                        file,
                        "it is a network of an earlier version of seprank, which is not read any more",
                        "begin anew: train it again, in another folder or without --resume");
            }
            return reading.from(npz);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw FormatException.inFile(file, "it is not a network: " + e.getMessage(), HINT)
                    .causedBy(e);
        }
    }

    static Head head(Npz npz) throws IOException {
        if (!npz.has(NETWORK)) {
            throw new IllegalArgumentException("it holds no " + NETWORK);
        }
        return Head.parse(npz.text(NETWORK, MOST_SPEC_BYTES));
    }

    static double[] parameters(Npz npz, long count) throws IOException {
        double[] values = vector(npz, PARAMETERS, count);
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a parameter is not a finite number");
        }
        return values;
    }

    static double[] state(Npz npz, long count) throws IOException {
        return vector(npz, STATE, count);
    }

    private static double[] vector(Npz npz, String name, long count) throws IOException {
        List<Long> shape = npz.shape(name);
        if (!shape.equals(List.of(count))) {
            throw new IllegalArgumentException(name + " is of shape " + shape + ", the spec asks for [" + count + "]");
        }
        return npz.reals(name);
    }
}
