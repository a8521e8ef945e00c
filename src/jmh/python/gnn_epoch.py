"""The networks of GnnEpoch and GnnGraphBatch in plain PyTorch: p10 and median microseconds per training step.

usage: gnn_epoch.py [EDGE_FILE] [STEPS]     (python3-torch of Debian is enough)
"""
import sys
import time

import torch
import torch.nn.functional as F

VERTICES, WIDTH, PER_VERTEX, CLASSES = 2708, 1433, 18, 7


def times(step, steps):
    for _ in range(max(10, steps // 5)):
        step()
    measured = []
    for _ in range(steps):
        start = time.perf_counter()
        step()
        measured.append(1e6 * (time.perf_counter() - start))
    measured.sort()
    return measured[0], measured[len(measured) // 10], measured[len(measured) // 2]


def report(name, step, steps):
    print("%-28s min %8.0f  p10 %8.0f  median %8.0f us" % ((name,) + times(step, steps)), flush=True)


def gcn_operator(n, pairs):
    i = torch.tensor([[a for a, b in pairs] + [b for a, b in pairs] + list(range(n)),
                      [b for a, b in pairs] + [a for a, b in pairs] + list(range(n))])
    degree = torch.zeros(n).index_add_(0, i[0], torch.ones(i.shape[1]))
    v = (degree[i[0]] * degree[i[1]]).rsqrt()
    return torch.sparse_coo_tensor(i, v, (n, n)).coalesce()


def cora(edge_file):
    if edge_file:
        pairs = [tuple(map(int, line.split())) for line in open(edge_file)]
    else:
        drawn = torch.randint(VERTICES, (5278, 2)).tolist()
        pairs = sorted({(min(p), max(p)) for p in drawn if p[0] != p[1]})
    a = gcn_operator(VERTICES, pairs)
    rows = torch.arange(VERTICES).repeat_interleave(PER_VERTEX)
    columns = torch.randint(WIDTH, (VERTICES * PER_VERTEX,))
    x = torch.sparse_coo_tensor(torch.stack([rows, columns]), torch.full((len(rows),), 1 / PER_VERTEX),
                                (VERTICES, WIDTH)).coalesce()
    return a, x


class Gcn(torch.nn.Module):
    def __init__(self, a, x, width, depth, norm, dropout, head):
        super().__init__()
        self.a, self.x, self.dropout = a, x, dropout
        outs = [width] * depth if head else [width] * (depth - 1) + [CLASSES]
        ins = [WIDTH] + outs[:-1]
        self.w = torch.nn.ParameterList(
            [torch.nn.Parameter(torch.nn.init.xavier_uniform_(torch.empty(i, o))) for i, o in zip(ins, outs)])
        self.b = torch.nn.ParameterList([torch.nn.Parameter(torch.zeros(o)) for o in outs])
        self.norms = torch.nn.ModuleList([torch.nn.LayerNorm(o) for o in outs]) if norm else None
        self.head = torch.nn.Linear(width, CLASSES) if head else None

    def forward(self):
        h = None
        for layer, (w, b) in enumerate(zip(self.w, self.b)):
            if layer == 0:
                x = self.x
                if self.dropout:
                    x = torch.sparse_coo_tensor(x._indices(), F.dropout(x._values(), self.dropout), x.shape)
                z = torch.sparse.mm(x, w)
            else:
                z = (F.dropout(h, self.dropout) if self.dropout else h) @ w
            h = torch.sparse.mm(self.a, z) + b
            if layer < len(self.w) - 1 or self.head is not None:
                h = torch.relu(h)
                if self.norms is not None:
                    h = self.norms[layer](h)
        return self.head(h) if self.head is not None else h


def node_step(model):
    adam = torch.optim.Adam(model.parameters(), lr=0.01, weight_decay=5e-4)
    y = torch.arange(140) % CLASSES

    def step():
        adam.zero_grad()
        F.cross_entropy(model()[:140], y).backward()
        adam.step()
    return step


def graph_step(kind, width, graphs=128, n=32, features=49):
    pairs = []
    dense = torch.zeros(graphs, n, n)
    for g in range(graphs):
        drawn = torch.randint(n, (4 * n, 2)).tolist()
        own = sorted({(min(p), max(p)) for p in drawn if p[0] != p[1]})
        dense[g] = gcn_operator(n, own).to_dense()
        pairs += [(a + g * n, b + g * n) for a, b in own]
    a = gcn_operator(graphs * n, pairs)
    target, source = a.indices()
    x = torch.rand(graphs * n, features) * 2 - 1
    y = torch.randint(2, (graphs,))
    layers = torch.nn.ModuleList(
        [torch.nn.Linear(features if i == 0 else width, width, bias=kind != "product") for i in range(3)])
    head = torch.nn.Linear(width, 2)
    adam = torch.optim.Adam(list(layers.parameters()) + list(head.parameters()), lr=1e-3)

    def aggregate(z):
        if kind == "sparse":
            return torch.relu(torch.sparse.mm(a, z))
        if kind == "bmm":
            return torch.relu(torch.bmm(dense, z.view(graphs, n, -1)).view(graphs * n, -1))
        index = target.unsqueeze(1).expand(-1, z.shape[1])
        return torch.ones_like(z).scatter_reduce(0, index, z[source], reduce="prod")

    def step():
        adam.zero_grad()
        h = x
        for layer in layers:
            h = aggregate(layer(h))
        F.cross_entropy(head(h.view(graphs, n, -1).mean(1)), y).backward()
        adam.step()
    return step


def main():
    edge_file = sys.argv[1] if len(sys.argv) > 1 and sys.argv[1] != "-" else None
    steps = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    torch.manual_seed(1)
    torch.set_num_threads(1)
    print("torch", torch.__version__, "threads", torch.get_num_threads())
    a, x = cora(edge_file)
    report("gcn16", node_step(Gcn(a, x, 16, 2, False, 0.5, False)), steps)
    report("gcn64", node_step(Gcn(a, x, 64, 2, False, 0.5, False)), steps)
    report("gcn3x64norm", node_step(Gcn(a, x, 64, 3, True, 0, True)), steps)
    for kind in ("bmm", "sparse", "product"):
        report("graphs 64 " + kind, graph_step(kind, 64), max(20, steps // (8 if kind == "product" else 1)))


if __name__ == "__main__":
    main()
