"""Makes the samples of this folder: files of PyTorch, made without PyTorch by naming its classes in pickles.

Usage: python3 samples.py FOLDER            (Python 3.8 or newer, NumPy)
"""
import collections
import io
import pickle
import struct
import sys
import types
import zipfile

import numpy as np


def module(name, **members):
    parts = name.split(".")
    for i in range(1, len(parts) + 1):
        path = ".".join(parts[:i])
        if path not in sys.modules:
            sys.modules[path] = types.ModuleType(path)
    for member, value in members.items():
        setattr(sys.modules[name], member, value)
        value.__module__, value.__qualname__, value.__name__ = name, member, member


def make(name):
    return type(name, (), {})


STORAGES = {"f4": "FloatStorage", "f8": "DoubleStorage", "f2": "HalfStorage", "i8": "LongStorage", "i4": "IntStorage",
            "i2": "ShortStorage", "i1": "CharStorage", "u1": "ByteStorage", "b1": "BoolStorage"}
module("torch", **{name: make(name) for name in list(STORAGES.values()) + ["BFloat16Storage", "ComplexFloatStorage"]})
def function(name):
    def body(*arguments):
        raise RuntimeError(name)
    return body


module("torch._utils", **{name: function(name) for name in
                          ["_rebuild_tensor_v2", "_rebuild_parameter", "_rebuild_sparse_tensor", "_rebuild_qtensor"]})
module("torch.serialization", _get_layout=function("_get_layout"))
module("torch_geometric.data.data", **{name: make(name) for name in ["Data", "DataEdgeAttr", "DataTensorAttr"]})
module("torch_geometric.data.storage", **{name: make(name) for name in
                                          ["GlobalStorage", "BaseStorage", "NodeStorage", "EdgeStorage"]})
module("torch_geometric.data.hetero_data", HeteroData=make("HeteroData"))
module("torch_geometric.data.batch", **{name: make(name) for name in ["Batch", "DynamicInheritanceGetter"]})
torch, utils = sys.modules["torch"], sys.modules["torch._utils"]
Data = sys.modules["torch_geometric.data.data"].Data
store = sys.modules["torch_geometric.data.storage"]
Hetero = sys.modules["torch_geometric.data.hetero_data"].HeteroData


class Batch:
    """A batch, whose class is made when it is read: a call of an object with the two classes, and a state."""

    def __init__(self, base, **fields):
        self.base, self.fields = base, fields

    def __reduce__(self):
        made = sys.modules["torch_geometric.data.batch"]
        return (made.DynamicInheritanceGetter(), (made.Batch, self.base), self.fields)


made_in_batch = sys.modules["torch_geometric.data.batch"].DynamicInheritanceGetter
made_in_batch.__call__ = lambda self, *classes: None


class Storage:
    def __init__(self, array, kind=None):
        self.array = np.ascontiguousarray(array).reshape(-1)
        self.kind = getattr(torch, kind or STORAGES[array.dtype.str[1:]])


class Call:
    """A call of a function with arguments, as a pickle keeps it."""

    def __init__(self, function, *arguments):
        self.call = (function, arguments)

    def __reduce__(self):
        return self.call


def tensor(values, dtype="f4", storage=None, offset=0, shape=None, strides=None, kind=None):
    array = np.asarray(values, dtype=dtype)
    shape = tuple(array.shape) if shape is None else shape
    strides = tuple(s // array.itemsize for s in array.strides) if strides is None else strides
    return Call(utils._rebuild_tensor_v2, storage or Storage(array, kind), offset, shape, strides, False,
                collections.OrderedDict())


class Pickler(pickle.Pickler):
    def __init__(self, out, legacy):
        super().__init__(out, 2)
        self.legacy, self.storages = legacy, []

    def persistent_id(self, value):
        if not isinstance(value, Storage):
            return None
        if value not in self.storages:
            self.storages.append(value)
        key = str(self.storages.index(value))
        return ("storage", value.kind, key, "cpu", value.array.size) + ((None,) if self.legacy else ())


def save(path, value):
    out = io.BytesIO()
    pickler = Pickler(out, False)
    pickler.dump(value)
    with zipfile.ZipFile(path, "w") as zipped:
        def put(name, data):
            zipped.writestr(zipfile.ZipInfo("archive/" + name), data)
        put("data.pkl", out.getvalue())
        for key, storage in enumerate(pickler.storages):
            put("data/%d" % key, storage.array.tobytes())
        put("version", "3\n")


def save_legacy(path, value):
    with open(path, "wb") as out:
        for header in (0x1950a86a20f9469cfc6c, 1001, {"protocol_version": 1001, "little_endian": True}):
            pickle.dump(header, out, 2)
        pickler = Pickler(out, True)
        pickler.dump(value)
        pickle.dump([str(key) for key in range(len(pickler.storages))], out, 2)
        for storage in pickler.storages:
            out.write(struct.pack("<q", storage.array.size) + storage.array.tobytes())


def with_fields(kind, **fields):
    made = kind()
    made.__dict__.update(fields)
    return made


def data(**values):
    made = Data()
    made.__dict__["_store"] = with_fields(store.GlobalStorage, _mapping=values, _parent=made)
    return made


def graph(y, **more):
    """The path 0-1-2."""
    return dict(x=tensor([[0, 1], [2, 3], [4, 5]]), edge_index=tensor([[0, 1, 1, 2], [1, 0, 2, 1]], "i8"),
                edge_attr=tensor([[1], [1], [2], [2]]), y=y, **more)


def main(folder):
    vertex = graph(tensor([0, 1, 1], "i8"), edge_weight=tensor([0.5, 0.5, 2, 2]),
                   train_mask=tensor([1, 0, 0], "b1"), val_mask=tensor([0, 1, 0], "b1"),
                   test_mask=tensor([0, 0, 1], "b1"), pos=tensor([[0, 0, 0]] * 3))
    save(folder + "/data.pt", data(**vertex))
    save_legacy(folder + "/data_legacy.pt", data(**vertex))
    save(folder + "/data_dict.pt", vertex)
    save(folder + "/data_old.pt", with_fields(Data, pos=None, **{k: v for k, v in vertex.items() if k != "pos"}))
    many = dict(x=tensor([[1], [2], [3], [4], [5]]), y=tensor([0.5, -1.5]),
                edge_index=tensor([[0, 1, 0, 1, 1, 2], [1, 0, 1, 0, 2, 1]], "i8"),
                edge_attr=tensor([10, 11, 20, 21, 22, 23], "i2"))
    slices = dict(x=tensor([0, 2, 5], "i8"), y=tensor([0, 1, 2], "i8"),
                  edge_index=tensor([0, 2, 6], "i8"), edge_attr=tensor([0, 2, 6], "i8"))
    save(folder + "/collated.pt", (data(**many), slices))
    save(folder + "/collated_dict.pt", (many, slices, Data))
    shifted = dict(many, y=tensor([1, 0], "i8"), edge_index=tensor([[0, 1, 2, 3, 3, 4], [1, 0, 3, 2, 4, 3]], "i8"))
    pointers = dict(batch=tensor([0, 0, 1, 1, 1], "i8"), ptr=tensor([0, 2, 5], "i8"))
    save(folder + "/batch.pt", Batch(Data, _store=with_fields(store.GlobalStorage, _mapping=dict(shifted, **pointers)),
                                     _slice_dict=slices, _num_graphs=2))
    old = sys.modules["torch_geometric.data.batch"].Batch
    save(folder + "/batch_old.pt", with_fields(old, batch=pointers["batch"], **shifted))
    save(folder + "/list.pt", [data(**graph(tensor([1], "i8"))), data(**graph(tensor([0], "i8")))])
    save(folder + "/vertex_list.pt", [data(**graph(tensor([0, 1, 1], "i8"))), graph(tensor([1, 0, 0], "i8"))])
    one = graph(tensor([[0, 1, 1]]))
    save(folder + "/tuples.pt", [(one["x"], one["edge_attr"], one["edge_index"], one["y"])] * 2)
    save(folder + "/edge_index.pt", tensor([[0, 1, 2, 3], [1, 2, 0, 2]], "i8"))
    hetero = Hetero()
    hetero.__dict__.update(
        _global_store=with_fields(store.BaseStorage, _mapping={}, _parent=hetero),
        _node_store_dict={
            "paper": with_fields(store.NodeStorage, _mapping=dict(x=tensor([[1, 2], [3, 4]]), y=tensor([1, 0], "i8")),
                                 _key="paper", _parent=hetero),
            "author": with_fields(store.NodeStorage, _mapping=dict(x=tensor([[5], [6]])), _key="author",
                                  _parent=hetero)},
        _edge_store_dict={
            ("author", "writes", "paper"): with_fields(store.EdgeStorage, _parent=hetero, _mapping=dict(
                edge_index=tensor([[0, 1], [1, 1]], "i8"))),
            ("paper", "cites", "paper"): with_fields(store.EdgeStorage, _parent=hetero, _mapping=dict(
                edge_index=tensor([[0, 1], [1, 0]], "i8")))})
    save(folder + "/hetero.pt", hetero)
    nodes, writes, cites = dict(x=tensor([[1, 2], [3, 4]]), y=tensor([1, 0], "i8")), ("a", "writes", "p"), ("p", "to", "p")
    typed = {"p": nodes, "a": dict(num_nodes=1),
             writes: dict(edge_index=tensor([[0, 0], [0, 1]], "i8"), edge_attr=tensor([[7], [8]])),
             cites: dict(edge_index=tensor([[0, 1], [1, 0]], "i8"), edge_attr=tensor([[1, 2], [1, 2]])), "_global_store": {}}
    save(folder + "/hetero_dict.pt", (typed, None, Hetero))
    even = dict(typed)
    even[cites] = dict(typed[cites], edge_attr=tensor([[1], [2]]))
    save(folder + "/hetero_even.pt", (even, None, Hetero))
    both = {"p": dict(x=tensor([[1, 2], [3, 4], [5, 6]]), y=tensor([1, 0, 1], "i8")),
            cites: dict(edge_index=tensor([[0, 1, 0], [1, 0, 0]], "i8"), edge_attr=tensor([[1], [1], [3]]))}
    cuts = {"p": dict(x=tensor([0, 2, 3], "i8"), y=tensor([0, 2, 3], "i8")),
            cites: dict(edge_index=tensor([0, 2, 3], "i8"), edge_attr=tensor([0, 2, 3], "i8"))}
    save(folder + "/hetero_collated.pt", (both, cuts, Hetero))
    shared = Storage(np.arange(24, dtype="f4"))
    sparse = lambda layout, *parts: Call(utils._rebuild_sparse_tensor,
                                         Call(sys.modules["torch.serialization"]._get_layout, layout), parts)
    save(folder + "/tensors.pt", dict(
        transposed=tensor([], storage=shared, shape=(6, 4), strides=(1, 6)),
        column=tensor([], storage=shared, offset=2, shape=(4,), strides=(6,)),
        half=tensor([[1, -0.5], [65504, 2 ** -24]], "f2"),
        bfloat16=tensor([0x3f80, 0xc000], "u2", kind="BFloat16Storage"),
        int8=tensor([-1, 127], "i1"), uint8=tensor([255], "u1"), int16=tensor([-300], "i2"), int32=tensor([7], "i4"),
        bool=tensor([True, False], "b1"), scalar=tensor(3.5, "f8"), empty=tensor(np.zeros((0, 3))),
        parameter=Call(utils._rebuild_parameter, tensor([[1, 2]]), True, collections.OrderedDict()),
        coo=sparse("torch.sparse_coo", tensor([[0, 1], [1, 0]], "i8"), tensor([5, 6]), (2, 2)),
        csr=sparse("torch.sparse_csr", tensor([0, 1, 2], "i8"), tensor([1, 0], "i8"), tensor([5, 6]), (2, 2))))
    save(folder + "/hostile_system.pt", Call(__import__("os").system, "touch was_here"))
    save(folder + "/hostile_complex.pt", dict(z=tensor([1, 2], "f4", kind="ComplexFloatStorage")))
    save(folder + "/hostile_quantised.pt", dict(q=Call(utils._rebuild_qtensor, 1)))
    save(folder + "/hostile_bounds.pt", dict(edge_index=tensor([1, 2], "i8", shape=(2, 2 ** 40), strides=(1, 1))))
    save(folder + "/hostile_overflow.pt", dict(x=tensor([1, 2], shape=(2 ** 62, 2 ** 62), strides=(2 ** 62, 1))))


main(sys.argv[1])
