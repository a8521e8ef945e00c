package org.seprank.file.torch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.seprank.file.Pickle;
import org.seprank.file.PickledArray;

/** All that a file of PyTorch may name. */
final class TorchNames {
    private static final String BATCHES = "torch_geometric.data.batch.";

    private static final List<String> OBJECTS = List.of(
            "torch_geometric.data.data.Data",
            "torch_geometric.data.data.DataEdgeAttr",
            "torch_geometric.data.data.DataTensorAttr",
            "torch_geometric.data.storage.BaseStorage",
            "torch_geometric.data.storage.GlobalStorage",
            "torch_geometric.data.storage.NodeStorage",
            "torch_geometric.data.storage.EdgeStorage",
            "torch_geometric.data.hetero_data.HeteroData",
            "torch_geometric.data.graph_store.EdgeAttr",
            "torch_geometric.data.feature_store.TensorAttr",
            BATCHES + "Batch",
            "torch_sparse.tensor.SparseTensor",
            "torch_sparse.storage.SparseStorage");

    private static final List<String> QUANTISED =
            List.of("torch._utils._rebuild_qtensor", "torch._utils._rebuild_nested_tensor");

    private static final Map<String, Pickle.Constructor> ALL = all();

    private TorchNames() {}

    /** A reader of such files, whose storages these ids name. */
    static Pickle reader(Pickle.PersistentIds storages) {
        return Pickle.ofPlainData()
                .allowing(PickledArray.constructors())
                .allowing(PickledArray.scalars())
                .allowing(ALL)
                .withPersistentIds(storages);
    }

    private static Map<String, Pickle.Constructor> all() {
        Map<String, Pickle.Constructor> all = new TreeMap<>();
        for (String name : OBJECTS) {
            put(all, name, arguments -> new TorchObject(name));
        }
        for (TensorType type : TensorType.values()) {
            value(all, type.typeName());
            if (!type.storageClass().isEmpty()) {
                value(all, type.storageClass());
                value(all, type.storageClass().replace("torch.", "torch.storage."));
            }
        }
        List.of("torch.UntypedStorage", "torch.storage.UntypedStorage", "torch.Tensor", "torch.nn.parameter.Parameter")
                .forEach(name -> value(all, name));
        List.of("builtins.dict", "__builtin__.dict", "builtins.object", "__builtin__.object")
                .forEach(name -> value(all, name));
        for (String name : QUANTISED) {
            put(all, name, arguments -> {
                throw new IllegalArgumentException("it holds a tensor made by '" + name + "', which is not read");
            });
        }
        functions(all);
        return all;
    }

    private static void functions(Map<String, Pickle.Constructor> all) {
        put(all, "collections.OrderedDict", arguments -> new LinkedHashMap<Object, Object>());
        put(all, "torch._utils._rebuild_tensor", TensorMaker::strided);
        put(all, "torch._utils._rebuild_tensor_v2", TensorMaker::strided);
        put(all, "torch._utils._rebuild_tensor_v3", TensorMaker::typed);
        put(all, "torch._utils._rebuild_parameter", TensorMaker::parameter);
        put(all, "torch._utils._rebuild_parameter_with_state", TensorMaker::parameter);
        put(all, "torch._utils._rebuild_sparse_tensor", TensorMaker::sparse);
        put(all, "torch._tensor._rebuild_from_type_v2", TensorMaker::subclass);
        put(all, "torch.serialization._get_layout", arguments -> TensorMaker.at(arguments, 0));
        put(all, "torch.device", arguments -> TensorMaker.at(arguments, 0));
        put(all, "torch.Size", arguments -> TensorMaker.at(arguments, 0));
        String getter = BATCHES + "DynamicInheritanceGetter";
        put(all, getter, arguments -> new TorchClass(getter, TorchNames::batch));
        put(all, "copyreg._reconstructor", TorchNames::reconstructed);
        put(all, "copy_reg._reconstructor", TorchNames::reconstructed);
    }

    /** Arguments: (Batch, the class of what it has many of). */
    private static Object batch(Object[] arguments) {
        if (TensorMaker.at(arguments, 1) instanceof TorchClass of && OBJECTS.contains(of.name())) {
            return new TorchObject(BATCHES + of.name().substring(of.name().lastIndexOf('.') + 1) + "Batch");
        }
        throw new IllegalArgumentException("it makes a batch of what is not allowed");
    }

    /** Arguments: (class, its base, the base's state). */
    private static Object reconstructed(Object[] arguments) {
        if (TensorMaker.at(arguments, 0) instanceof TorchClass named) {
            return named.construct(new Object[0]);
        }
        throw new IllegalArgumentException("it reconstructs a class that is not allowed");
    }

    private static void put(Map<String, Pickle.Constructor> all, String name, Pickle.Constructor maker) {
        all.put(name, new TorchClass(name, maker));
    }

    private static void value(Map<String, Pickle.Constructor> all, String name) {
        put(all, name, Pickle.onlyNamed(name));
    }
}
