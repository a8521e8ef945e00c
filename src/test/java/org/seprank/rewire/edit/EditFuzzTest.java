package org.seprank.rewire.edit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.file.Fuzz;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;

class EditFuzzTest {
    private static final String LONG = """
            # seprank edits 1
            # graph: a graph
            # method: wis
            # depth: 3
            # parameters: {"a":1,"b":true,"c":"d"}
            step,action,source,target,weight,relation,score
            1,remove,0,1,,,0.5
            ,vertex,n4,0.5|2|0.5|"3",,,
            2,add,0,n4,0.25,2,
            3,add,"1",3,1,1,-1e-3
            """;
    private static final String SHORT = "step,action,source,target\n1,remove,0,1\n2,remove,2,1\n";
    private static final String JSON = """
            {"dataset":"a","chunk_size":1,"removed_edges":[[0,"1"],[1,2]],"scores":[0.5,null],
             "header":{"form":"seprank edits 1","graph":"a","method":"wis","parameters":{"x":1}}}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"long.csv, LONG", "short.csv, SHORT", "a.json, JSON"})
    void editListsAreReadOrRefused(String name, String which) throws IOException {
        String text = which.equals("LONG") ? LONG : which.equals("SHORT") ? SHORT : JSON;
        Path file = Files.writeString(folder.resolve(name), text);
        GraphBuilder builder = GraphBuilder.over(4, false);
        builder.edge(0, 1);
        builder.edge(1, 2);
        builder.edge(2, 3);
        Graph graph = builder.build();
        Fuzz.check(file, 500, () -> EditFile.read(file, graph).edits().applyTo(graph));
    }
}
