package org.seprank.report;

import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The components of records as columns. */
final class RecordColumns {
    private RecordColumns() {}

    /** The columns of a type of row. */
    static List<String> names(Class<?> type) {
        List<String> names = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (isGroup(component.getType())) {
                names.addAll(names(component.getType()));
            } else {
                names.add(component.getName().replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    /** The values of a row. */
    static List<Value> values(Record row) {
        List<Value> values = new ArrayList<>();
        for (RecordComponent component : row.getClass().getRecordComponents()) {
            Object value = value(row, component);
            if (isGroup(component.getType())) {
                values.addAll(values((Record) value));
            } else {
                values.add(value(value));
            }
        }
        return values;
    }

    private static boolean isGroup(Class<?> type) {
        return type.isRecord() && !Value.class.isAssignableFrom(type);
    }

    private static Object value(Record row, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(row + " hides its " + component.getName(), e);
        }
    }

    private static Value value(Object value) {
        if (value instanceof Value one) {
            return one;
        }
        if (value instanceof Integer || value instanceof Long) {
            return Value.of(((Number) value).longValue());
        }
        if (value instanceof Double number) {
            return Value.of(number);
        }
        if (value instanceof BigInteger number) {
            return Value.of(number);
        }
        if (value instanceof Boolean flag) {
            return Value.of(flag);
        }
        if (value instanceof Enum<?> constant) {
            return Value.of(constant);
        }
        if (value instanceof String words) {
            return Value.of(words);
        }
        throw new IllegalArgumentException("a column cannot hold " + value + " of " + value.getClass());
    }
}
