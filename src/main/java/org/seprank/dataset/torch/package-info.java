/**
 * What PyTorch Geometric and its users keep in files of PyTorch, as datasets:
 * {@link org.seprank.dataset.torch.TorchDatasets} reads a {@code Data} of any version, its dictionary, many of them
 * side by side or collated with slices, the tuples of LRGB, {@code HeteroData}, plain edge indices and folders of such
 * files. May use {@code dataset}, {@code dataset.file}, {@code file}, {@code file.torch} and {@code graph}.
 */
@NullMarked
package org.seprank.dataset.torch;

import org.jspecify.annotations.NullMarked;
