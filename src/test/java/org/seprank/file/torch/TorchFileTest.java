package org.seprank.file.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.Shared;
import org.seprank.file.FormatException;
import org.seprank.file.Fuzz;
import org.seprank.file.ReadLimits;

class TorchFileTest {
    @TempDir
    Path folder;

    private Object sample(String name) throws IOException {
        return TorchFile.read(TorchSamples.copy(name, folder), ReadLimits.defaults());
    }

    private static Tensor tensor(Object root, String name) {
        return (Tensor) Objects.requireNonNull(((Map<?, ?>) root).get(name));
    }

    @Test
    void tensorsOfEveryTypeAndStrideHaveTheirElements() throws IOException {
        Object root = sample("tensors.pt");
        assertThat(tensor(root, "transposed").floats())
                .startsWith(0, 6, 12, 18, 1, 7)
                .hasSize(24);
        assertThat(tensor(root, "column").integers()).containsExactly(2, 8, 14, 20);
        assertThat(tensor(root, "half").reals()).containsExactly(1, -0.5, 65504, 0x1p-24);
        assertThat(tensor(root, "bfloat16").reals()).containsExactly(1, -2);
        assertThat(tensor(root, "int8").integers()).containsExactly(-1, 127);
        assertThat(tensor(root, "uint8").reals()).containsExactly(255);
        assertThat(tensor(root, "int16").reals()).containsExactly(-300);
        assertThat(tensor(root, "int32").floats()).containsExactly(7);
        assertThat(tensor(root, "bool").integers()).containsExactly(1, 0);
        assertThat(tensor(root, "scalar").reals()).containsExactly(3.5);
        assertThat(tensor(root, "empty").shape()).isEqualTo("[0, 3]");
        assertThat(tensor(root, "empty").floats()).isEmpty();
        assertThat(tensor(root, "parameter")).hasToString("float32 [1, 2]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"coo", "csr"})
    void sparseMatricesHaveTheirEntries(String layout) throws IOException {
        SparseTensor sparse = (SparseTensor) Objects.requireNonNull(((Map<?, ?>) sample("tensors.pt")).get(layout));
        assertThat(sparse.rowOfEach()).containsExactly(0, 1);
        assertThat(sparse.columns().integers()).containsExactly(1, 0);
        assertThat(sparse.values().get(0).reals()).containsExactly(5, 6);
    }

    @ParameterizedTest
    @CsvSource({
        "hostile_system.pt, posix.system",
        "hostile_complex.pt, tensor 'z': it is of type complex64",
        "hostile_quantised.pt, torch._utils._rebuild_qtensor",
        "hostile_bounds.pt, 'tensor ''edge_index'': its shape [2, 1099511627776]'",
        "hostile_overflow.pt, tensor 'x'"
    })
    void whatIsNotReadIsRefusedByName(String name, String said) {
        assertThatThrownBy(() -> sample(name))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(said);
        assertThat(folder.resolve("was_here")).doesNotExist();
        assertThat(Path.of("was_here")).doesNotExist();
    }

    @Test
    void theReferenceTensorsAreReadExactly() throws IOException {
        JsonNode expected = new ObjectMapper()
                .readTree(Shared.file("data/torch/expected.json").toFile())
                .get("tensors.pt");
        Object root = TorchFile.read(Shared.file("data/torch/tensors.pt"), ReadLimits.defaults());
        assertThat(((Map<?, ?>) root)).hasSize(expected.size());
        for (Map.Entry<String, JsonNode> entry : expected.properties()) {
            checkTensor(tensor(root, entry.getKey()), entry.getValue());
        }
    }

    /** Type, shape and the first values. */
    static void checkTensor(Tensor tensor, JsonNode expected) {
        assertThat(tensor.type().id()).isEqualTo(expected.get("dtype").asText());
        long[] shape = LongStream.range(0, tensor.dimensions())
                .map(i -> tensor.length((int) i))
                .toArray();
        JsonNode lengths = expected.get("shape");
        assertThat(shape)
                .containsExactly(LongStream.range(0, lengths.size())
                        .map(i -> lengths.get((int) i).asLong())
                        .toArray());
        double[] values = tensor.reals();
        for (int k = 0; k < expected.get("values").size(); k++) {
            assertThat(values[k]).isEqualTo(expected.get("values").get(k).asDouble());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hostile_reduce.pt", "hostile_missing_storage.pt"})
    void theReferenceHostilesAreRefused(String name) {
        Path file = Shared.file("data/torch/" + name);
        assertThatThrownBy(() -> TorchFile.read(file, ReadLimits.defaults()))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(name.contains("reduce") ? "posix.system" : "tensor 'transposed'")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tensors.pt", "data_legacy.pt", "hetero.pt"})
    void mutatedFilesAreReadOrRefused(String name) throws IOException {
        Path file = TorchSamples.copy(name, folder);
        Fuzz.check(file, 500, () -> {
            Object ignored = TorchFile.read(file, ReadLimits.defaults());
        });
    }

    @Test
    void otherFilesAreNotOfPyTorch() throws IOException {
        assertThat(TorchFile.recognises(Files.writeString(folder.resolve("a.pt"), "0 1\n")))
                .isFalse();
        assertThat(TorchFile.recognises(folder)).isFalse();
        assertThat(TorchFile.recognises(TorchSamples.copy("data_legacy.pt", folder)))
                .isTrue();
    }
}
