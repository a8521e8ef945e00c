package org.seprank.file.torch;

import org.seprank.file.Pickle;

/** A class or function that a file names. */
public final class TorchClass implements Pickle.Constructor {
    private final String name;
    private final Pickle.Constructor maker;

    TorchClass(String name, Pickle.Constructor maker) {
        this.name = name;
        this.maker = maker;
    }

    /** Module and name, such as {@code torch_geometric.data.data.Data}. */
    public String name() {
        return name;
    }

    @Override
    public Object construct(Object[] arguments) {
        return maker.construct(arguments);
    }

    @Override
    public String toString() {
        return name;
    }
}
