package org.seprank.spark.set;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.seprank.report.Value;
import org.seprank.study.set.GraphRow;

/**
 * What one of many graphs came to, on its way to a table.
 *
 * @param number of the graph
 * @param name of the graph
 * @param values whole numbers of 64 bits, real numbers or texts, by the names of columns; whole numbers of more bits
 *     are texts
 * @param left why it was left as it is; empty where there is an answer
 * @param remark what else the answer says
 * @param rewired the graph after edits, as a line of sparse6; empty where it is not asked for
 */
record ItemRow(long number, String name, Map<String, Serializable> values, String left, String remark, String rewired)
        implements Serializable {
    private static final int LONG_BITS = 63;

    static ItemRow of(GraphItem item, GraphRow row, String rewired) {
        LinkedHashMap<String, Serializable> values = new LinkedHashMap<>();
        for (Map.Entry<String, Value> entry : row.numbers().entrySet()) {
            Value value = entry.getValue().bare();
            if (value instanceof Value.Whole whole) {
                BigInteger number = whole.number();
                values.put(
                        entry.getKey(),
                        number.bitLength() <= LONG_BITS ? (Serializable) number.longValue() : number.toString());
            } else if (value instanceof Value.Real real) {
                values.put(entry.getKey(), real.number());
            } else if (!(value instanceof Value.Missing)) {
                values.put(entry.getKey(), value.text());
            }
        }
        return new ItemRow(item.number(), item.name(), values, row.left(), row.remark(), rewired);
    }

    /** One that is no graph. */
    static ItemRow unread(GraphItem item, String reason) {
        return new ItemRow(item.number(), item.name(), new LinkedHashMap<>(), reason, "", "");
    }
}
