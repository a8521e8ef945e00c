package org.seprank.dataset.io;

import java.io.IOException;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.file.Source;
import org.seprank.dataset.torch.TorchDatasets;

/** Files of PyTorch and folders of them, see {@link TorchDatasets}; a part of a file is one of its relations. */
final class TorchReader implements DatasetReader {
    @Override
    public boolean recognises(Source source) throws IOException {
        return TorchDatasets.recognises(source);
    }

    @Override
    public boolean hasParts() {
        return true;
    }

    @Override
    public Dataset read(Source source) throws IOException {
        return TorchDatasets.read(source);
    }
}
