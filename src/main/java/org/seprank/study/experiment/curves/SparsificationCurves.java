package org.seprank.study.experiment.curves;

import java.io.IOException;
import java.util.List;
import org.seprank.setting.Setting;
import org.seprank.study.experiment.Design;
import org.seprank.study.experiment.Experiment;
import org.seprank.study.experiment.Scale;

/**
 * Test accuracy against the fraction of edges removed before training (arXiv 2211.16494, Figure 3 and appendix): one
 * split for all runs, or every seed on each of several; equal seeds give equal first weights whatever method removed
 * edges, so that methods are compared over pairs; random and spectral removal draw a fresh order per seed, WIS has one.
 * Each training is a cell, and so is each order.
 *
 * <p>The claim holds for a network, a kind of WIS and another removal where the mean accuracy over all fractions is not
 * less than with that removal; a difference whose 95 % interval holds 0 does not refute it.
 */
public final class SparsificationCurves implements Experiment {
    @Override
    public String name() {
        return "sparsification-curves";
    }

    @Override
    public String claim() {
        return "walk index sparsification keeps more accuracy than other removals of as many edges";
    }

    @Override
    public List<Setting> settings(Scale scale) {
        return CurveProtocol.settings(scale);
    }

    @Override
    public Design design(Options options) throws IOException {
        CurveProtocol protocol = CurveProtocol.of(options);
        return new CurveDesign(CurveData.of(protocol, protocol.load()));
    }
}
