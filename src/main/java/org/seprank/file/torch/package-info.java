/**
 * Files that PyTorch wrote: {@link org.seprank.file.torch.TorchFile} reads both forms, the zip archive and the stream
 * of pickles that came before it, into a tree of plain values, {@link org.seprank.file.torch.Tensor}s and
 * {@link org.seprank.file.torch.TorchObject}s. Nothing in a file is ever run: what it may name is one list. Uses
 * {@code file} alone.
 */
@NullMarked
package org.seprank.file.torch;

import org.jspecify.annotations.NullMarked;
