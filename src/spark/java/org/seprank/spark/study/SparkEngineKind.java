package org.seprank.spark.study;

import org.seprank.spark.session.Place;
import org.seprank.study.engine.Engine;
import org.seprank.study.engine.EngineKind;

/** Apache Spark. */
public final class SparkEngineKind implements EngineKind {
    /** For {@link java.util.ServiceLoader}. */
    public SparkEngineKind() {}

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public Engine open(String master) {
        return new SparkEngine(Place.of(master));
    }
}
