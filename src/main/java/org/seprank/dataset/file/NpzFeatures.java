package org.seprank.dataset.file;

import java.io.IOException;
import org.seprank.dataset.DenseFeatures;
import org.seprank.dataset.Features;
import org.seprank.file.Npz;
import org.seprank.file.ReadLimits;

/** Features out of a NumPy matrix. */
public final class NpzFeatures {
    private NpzFeatures() {}

    /**
     * A two-dimensional array of numbers. Mostly empty ones that would take more than a quarter of the memory are never
     * held dense.
     */
    public static Features read(Npz npz, String name) throws IOException {
        int[] shape = npz.matrixShape(name);
        int columns = shape[1];
        if ((long) shape[0] * columns <= ReadLimits.roomFor(Float.BYTES)) {
            float[] values = new float[shape[0] * columns];
            npz.cells(name, (i, j, value) -> values[i * columns + j] = (float) value);
            return DenseFeatures.over(shape[0], columns, values).compact();
        }
        EntryCollector entries = new EntryCollector();
        npz.cells(name, (i, j, value) -> entries.add(i, j, (float) value));
        return entries.build(shape[0], columns);
    }
}
