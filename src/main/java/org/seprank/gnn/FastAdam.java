package org.seprank.gnn;

import java.lang.reflect.Array;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.AdamUpdater;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;
import org.seprank.gnn.kernel.Matrix;
import org.seprank.gnn.layer.Tensors;

/**
 * Adam (arXiv 1412.6980) whose step is a plain loop: the library's own costs some 10 ns per parameter, this less than
 * 1. Its state stays where the library keeps it, so saved networks hold it.
 */
public final class FastAdam extends Adam {
    private static final long serialVersionUID = 1L;

    /** With the library's defaults; for its JSON. */
    public FastAdam() {}

    /** With that learning rate. */
    public FastAdam(double learningRate) {
        super(learningRate);
    }

    @Override
    public GradientUpdater<Adam> instantiate(INDArray view, boolean initialize) {
        INDArray flat = view.reshape(view.length());
        Step step = new Step(this);
        step.setStateViewArray(flat, new long[] {flat.length() / 2}, flat.ordering(), initialize);
        return cast(step);
    }

    @Override
    public GradientUpdater<Adam> instantiate(Map<String, INDArray> state, boolean initialize) {
        Step step = new Step(this);
        step.setState(state, initialize);
        return cast(step);
    }

    private static GradientUpdater<Adam> cast(Step step) {
        return step;
    }

    @Override
    public FastAdam clone() {
        FastAdam copy = new FastAdam(getLearningRate());
        copy.setLearningRateSchedule(getLearningRateSchedule());
        copy.setBeta1(getBeta1());
        copy.setBeta2(getBeta2());
        copy.setEpsilon(getEpsilon());
        return copy;
    }

    private static final class Step extends AdamUpdater {
        private static final long serialVersionUID = 1L;

        private transient Object[] rooms = {}; // gradient and moments, each float[] or double[]

        Step(FastAdam config) {
            super(config);
        }

        @Override
        public void applyUpdater(INDArray gradient, int iteration, int epoch) {
            Adam c = getConfig();
            double correction = Math.sqrt(1 - Math.pow(c.getBeta2(), iteration + 1.0))
                    / (1 - Math.pow(c.getBeta1(), iteration + 1.0));
            double rate = c.getLearningRate(iteration, epoch) * correction;
            INDArray[] arrays = {gradient, getM(), getV()};
            int n = Math.toIntExact(gradient.length());
            if (rooms.length == 0 || Array.getLength(rooms[0]) != n) {
                rooms = gradient.dataType() == DataType.FLOAT ? new float[3][n] : new double[3][n];
            }
            for (int a = 0; a < rooms.length; a++) {
                Tensors.load(arrays[a], new Matrix<>(rooms[a], 1, n, n), 1);
            }
            if (rooms instanceof float[][] state) {
                float[] betas = {(float) c.getBeta1(), (float) c.getBeta2()};
                step(state, betas, (float) rate, (float) c.getEpsilon());
            } else {
                step((double[][]) rooms, new double[] {c.getBeta1(), c.getBeta2()}, rate, c.getEpsilon());
            }
            for (int a = 0; a < rooms.length; a++) {
                Tensors.store(new Matrix<>(rooms[a], 1, n, n), arrays[a], 1);
            }
        }

        private static void step(float[][] state, float[] betas, float rate, float epsilon) {
            float[] g = state[0];
            float[] m = state[1];
            float[] v = state[2];
            float beta1 = betas[0];
            float beta2 = betas[1];
            for (int i = 0; i < g.length; i++) {
                float x = g[i];
                m[i] = m[i] * beta1 + (1 - beta1) * x;
                v[i] = v[i] * beta2 + (1 - beta2) * x * x;
                g[i] = rate * m[i] / ((float) Math.sqrt(v[i]) + epsilon);
            }
        }

        private static void step(double[][] state, double[] betas, double rate, double epsilon) {
            double[] g = state[0];
            double[] m = state[1];
            double[] v = state[2];
            for (int i = 0; i < g.length; i++) {
                m[i] = m[i] * betas[0] + (1 - betas[0]) * g[i];
                v[i] = v[i] * betas[1] + (1 - betas[1]) * g[i] * g[i];
                g[i] = rate * m[i] / (Math.sqrt(v[i]) + epsilon);
            }
        }
    }
}
