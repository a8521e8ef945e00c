package org.seprank.dataset;

/** What is done to the features before a network sees them. */
public enum FeatureScaling {
    /** Rows divided by their sums where the features are bags of words (sparse, no negative entry), else nothing. */
    AUTO,
    /** Nothing. */
    RAW,
    /** Every row divided by its sum, as GCN's preprocessing does (arXiv 1609.02907); rows that sum to 0 stay. */
    ROW_NORMALIZED;

    /** The features after it. */
    public Features applyTo(Features features) {
        return switch (this) {
            case RAW -> features;
            case ROW_NORMALIZED -> features.rowNormalized();
            case AUTO -> isBagOfWords(features) ? features.rowNormalized() : features;
        };
    }

    /** The dataset after it; datasets of many graphs stay as they are. */
    public Dataset applyTo(Dataset dataset) {
        return dataset instanceof NodeDataset nodes ? nodes.withFeatures(applyTo(nodes.features())) : dataset;
    }

    /** What it does to that dataset: {@link #RAW} or {@link #ROW_NORMALIZED}. */
    public FeatureScaling over(Dataset dataset) {
        if (this == RAW || !(dataset instanceof NodeDataset nodes)) {
            return RAW;
        }
        return this == ROW_NORMALIZED || isBagOfWords(nodes.features()) ? ROW_NORMALIZED : RAW;
    }

    private static boolean isBagOfWords(Features features) {
        if (!(features instanceof SparseFeatures sparse)) {
            return false;
        }
        for (float value : sparse.values()) {
            if (value < 0) {
                return false;
            }
        }
        return sparse.columns() > 0;
    }
}
