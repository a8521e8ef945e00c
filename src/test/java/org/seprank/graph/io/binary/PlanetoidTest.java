package org.seprank.graph.io.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seprank.file.FormatException;
import org.seprank.graph.Graph;
import org.seprank.graph.ParallelEdges;
import org.seprank.graph.io.codec.Direction;
import org.seprank.graph.io.codec.Input;
import org.seprank.graph.io.codec.Reading;

class PlanetoidTest {
    private static final String DEFAULTDICT =
            "\u0080\u0002ccollections\ndefaultdict\nq\u0001c__builtin__\nlist\nq\u0002" + "\u0085Rq\u0003(";

    @TempDir
    Path folder;

    private Graph read(String pickle) throws IOException {
        Path file = Files.write(folder.resolve("ind.a.graph"), pickle.getBytes(StandardCharsets.ISO_8859_1));
        return new Planetoid().read(new Input(file, file, new Reading(Direction.AUTO, 0, true, ParallelEdges.FIRST)));
    }

    @Test
    void neighbourListsAreRead() throws IOException {
        Graph graph = read(DEFAULTDICT + "K\u0000](K\u0001K\u0001eK\u0001](K\u0000K\u0000K\u0001eK\u0002]u.");
        assertThat(graph.vertexCount()).isEqualTo(3);
        assertThat(graph.edgeCount()).isEqualTo(1);
        assertThat(graph.dropped().duplicates()).isEqualTo(1);
        assertThat(graph.dropped().selfLoops()).isEqualTo(1);
    }

    @Test
    void aSelfLoopThatIsListedAtBothEndsIsOne() throws IOException {
        Graph graph = read(DEFAULTDICT + "K\u0000](K\u0000K\u0000K\u0001eK\u0001]K\u0000au.");
        assertThat(graph.edgeCount()).isEqualTo(1);
        assertThat(graph.dropped().selfLoops()).isEqualTo(1);
        assertThat(graph.dropped().duplicates()).isZero();
    }

    @Test
    void nothingButNeighbourListsIsUnpickled() {
        assertThatThrownBy(() -> read("\u0080\u0002cposix\nsystem\nU\u0004trueq\u0000\u0085R."))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("byte 16")
                .hasMessageContaining("'posix.system', which is not allowed");
        assertThatThrownBy(() -> read("\u0080\u0002cnumpy\ndtype\nU\u0002i4\u0085R."))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("'numpy.dtype', which is not allowed");
        assertThatThrownBy(() -> read("\u0080\u0002U\u0004true."))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("no dictionary");
        assertThatThrownBy(() -> read("\u0080\u0002]."))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("no dictionary");
    }

    @Test
    void aVertexWithoutListIsNamed() {
        assertThatThrownBy(() -> read(DEFAULTDICT + "K\u0000](K\u0007eu."))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("expected a vertex in 0..0, found 7");
    }

    @Test
    void truncatedPicklesAreRefusedWithTheirLength() {
        assertThatThrownBy(() -> read(DEFAULTDICT + "K\u0000](K\u0007"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("byte " + (DEFAULTDICT.length() + 6));
    }
}
