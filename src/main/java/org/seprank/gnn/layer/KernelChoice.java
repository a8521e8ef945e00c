package org.seprank.gnn.layer;

import org.seprank.gnn.kernel.Kernels;
import org.seprank.gnn.kernel.scalar.DoubleKernels;
import org.seprank.gnn.kernel.scalar.FloatKernels;

/**
 * Which kernels run in this process, settled when the class is loaded: vectorised ones where the virtual machine was
 * started with {@code --add-modules jdk.incubator.vector}, scalar ones otherwise.
 */
public final class KernelChoice {
    private static final String VECTOR_MODULE = "jdk.incubator.vector";
    private static final String VECTOR_KERNELS = "org.seprank.gnn.kernel.vector.VectorKernels";
    private static final Kernels<float[]> SINGLE_PRECISION =
            ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent() ? vectorKernels() : FloatKernels.single();
    private static final Kernels<double[]> DOUBLE_PRECISION = DoubleKernels.single();

    private KernelChoice() {}

    /** The kernels of single-precision networks. */
    public static Kernels<float[]> singlePrecision() {
        return SINGLE_PRECISION;
    }

    /** The kernels of double-precision networks. */
    static Kernels<double[]> doublePrecision() {
        return DOUBLE_PRECISION;
    }

    /** By name, so that nothing else needs the incubating module to compile or to load. */
    @SuppressWarnings("unchecked")
    private static Kernels<float[]> vectorKernels() {
        try {
            return (Kernels<float[]>)
                    Class.forName(VECTOR_KERNELS).getMethod("single").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the vector module is there but " + VECTOR_KERNELS + " is not", e);
        }
    }
}
