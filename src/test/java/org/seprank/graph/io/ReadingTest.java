package org.seprank.graph.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.seprank.graph.Graph;

class ReadingTest {
    @TempDir
    Path folder;

    @Test
    void theLargestComponentKeepsItsIdsWeightsAndAttributes() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.csv"), "source,target,weight,note\na,b,1,x\nc,d,2,y\nd,e,3,z\nd,d,1,w\nf,g,1,v\n");
        GraphFile read = GraphReader.read(file, ReadOptions.defaults().withLargestComponent(true));
        Graph graph = read.graph();
        assertThat(graph.vertexCount()).isEqualTo(3);
        assertThat(Reported.weight(graph, "d", "e")).isEqualTo(3);
        assertThat(Reported.ofEdge(graph, "c", "d", "note")).isEqualTo("y");
        assertThat(graph.dropped().selfLoops()).isEqualTo(1);
        assertThat(read.warnings()).containsExactly("of 3 components the largest is kept, 3 of 7 vertices");
    }

    @Test
    void ofComponentsOfOneSizeTheFirstIsKept() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "7 8\n1 2\n");
        Graph graph = GraphReader.read(file, ReadOptions.defaults().withLargestComponent(true))
                .graph();
        assertThat(graph.ids().id(0)).isEqualTo("1");
        assertThat(graph.ids().id(1)).isEqualTo("2");
        Path whole = Files.writeString(folder.resolve("b.txt"), "0 1\n1 2\n");
        GraphFile one = GraphReader.read(whole, ReadOptions.defaults().withLargestComponent(true));
        assertThat(one.graph().vertexCount()).isEqualTo(3);
        assertThat(one.warnings()).isEmpty();
    }

    @Test
    void aGraphOfSeveralIsTakenByItsNumber() throws IOException {
        Path file = Files.writeString(folder.resolve("a.g6"), "A_\nBw\n:An\n");
        ReadOptions options = ReadOptions.defaults();
        assertThat(GraphReader.read(file, options, 2).graph().edgeCount()).isEqualTo(3);
        for (long number : new long[] {0, 4, -1}) {
            assertThatThrownBy(() -> GraphReader.read(file, options, number))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(number + " is not in 1..3");
        }
        assertThat(Reported.fault(file).hint()).contains("--graph K");
        Path one = Files.writeString(folder.resolve("a.txt"), "0 1\n");
        assertThat(GraphReader.read(one, options, 1).graph().edgeCount()).isEqualTo(1);
    }

    @Test
    void eachGraphOfAFileLosesItsSmallerComponents() throws IOException {
        Path file = Files.writeString(folder.resolve("a.g6"), "B_\nBw\n");
        List<Integer> sizes = new ArrayList<>();
        GraphReader.forEach(
                file, ReadOptions.defaults().withLargestComponent(true), graph -> sizes.add(graph.vertexCount()));
        assertThat(sizes).containsExactly(2, 3);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aPipeIsReadAsAFileIs() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Process writer = new ProcessBuilder("sh", "-c", "printf '0 1\\n1 2\\n' > " + pipe).start();
        GraphFile read = GraphReader.read(pipe);
        assertThat(writer.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(read.graph().edgeCount()).isEqualTo(2);
        assertThat(read.path()).isEqualTo(pipe);
    }

    @Test
    void moreVerticesThanMemoryHoldsAreRefused() {
        assertThatThrownBy(() -> ReadOptions.defaults().withVertexCount(Integer.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("vertex count 2147483647 is not in")
                .hasMessageContaining("for which there is memory");
    }

    @Test
    void aFolderIsNoFile() {
        assertThat(Reported.fault(folder)).hasMessageContaining("it is a folder");
    }
}
