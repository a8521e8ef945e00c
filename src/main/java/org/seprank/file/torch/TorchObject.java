package org.seprank.file.torch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.seprank.file.Pickle;

/** An object of a class that is known by name: what it holds, by the names of its fields. Filled by the unpickler. */
public final class TorchObject implements Pickle.Stateful {
    private final String className;
    private final Map<String, Object> fields = new LinkedHashMap<>();

    TorchObject(String className) {
        this.className = className;
    }

    /** The last part of the name of its class, such as {@code Data}. */
    public String kind() {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    /** What it holds. */
    public Map<String, Object> fields() {
        return fields;
    }

    /** A dictionary of fields, or a pair of two, of which either may be absent. */
    @Override
    public void setState(Object state) {
        for (Object part : state instanceof Object[] pair && pair.length == 2 ? pair : new Object[] {state}) {
            if (part instanceof Map<?, ?> map) {
                map.forEach((name, value) -> fields.put(String.valueOf(name), value));
            } else if (part != Pickle.None.NONE) {
                throw new IllegalArgumentException(
                        "an object of '" + className + "' has a state that is not understood");
            }
        }
    }
}
