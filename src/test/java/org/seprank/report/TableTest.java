package org.seprank.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private enum Side {
        UPPER
    }

    private record Pair(int first, long second) {}

    private record Row(
            String name, Side whichSide, boolean holds, BigInteger size, Pair pair, Value open, Value certainty) {}

    private static final Row ROW = new Row(
            "a",
            Side.UPPER,
            true,
            BigInteger.TWO,
            new Pair(1, 2),
            Value.missing("why"),
            Value.word("close", "nearly so"));

    @Test
    void componentsOfRecordsAreColumns() {
        assertThat(CsvRenderer.render(Table.of("t", "T", Row.class, List.of(ROW))))
                .isEqualTo("""
                name,which_side,holds,size,first,second,open,certainty
                a,upper,true,2,1,2,,close
                """);
    }

    @Test
    void peopleReadOtherWordsThanMachines() {
        assertThat(TextRenderer.table(Table.of("t", "T", Row.class, List.of(ROW))))
                .isEqualTo("""
                  name  which side  holds  size  first  second  open  certainty
                  a     upper       yes       2      1       2  -     nearly so
                """);
    }

    @Test
    void aTableWithoutRowsKnowsItsColumns() {
        assertThat(Table.of("t", "T", Pair.class, List.of()).columns()).containsExactly("first", "second");
    }

    @Test
    void rowsOfOtherTypesAreRefused() {
        record Wrong(Object any) {}
        assertThatThrownBy(() -> Table.of("t", "T", Wrong.class, List.of(new Wrong(new Object()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("class java.lang.Object");
    }

    private record Depth(String partition, int depth, double growth, int walkIndex) {}

    private static final Table DEPTHS = Table.of(
            "t",
            "T",
            Depth.class,
            List.of(new Depth("a", 1, 0.5, 10), new Depth("a", 2, 0.5, 20), new Depth("b", 1, 1, 7)));

    @Test
    void pivotedTablesHaveARowForPeopleAndOnePerValueForMachines() {
        Table table = DEPTHS.pivoted("depth", "walk_index");
        assertThat(TextRenderer.table(table)).isEqualTo("""
                  partition  growth  depth 1  depth 2
                  a           0.500       10       20
                  b           1.000        7        -
                """);
        assertThat(table.rows()).isEqualTo(DEPTHS.rows()).hasSize(3);
    }

    @Test
    void someColumnsCanBeLeftOut() {
        assertThat(DEPTHS.hiding("growth", "depth").shown().columns()).containsExactly("partition", "walk_index");
        assertThat(DEPTHS.hiding("growth").columns()).isEqualTo(DEPTHS.columns());
        assertThat(CsvRenderer.render(DEPTHS.only("walk_index", "depth"))).startsWith("walk_index,depth\n10,1\n");
    }
}
