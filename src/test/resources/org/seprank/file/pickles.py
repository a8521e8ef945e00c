"""Writes pickles.txt beside itself: pickles of one object and one NumPy matrix by Python's own pickle module."""
import base64
import os
import pickle
import sys

import numpy

shared = [1]
plain = {
    "whole": [0, 1, 255, 256, 65536, -1, -(2**31), 2**31, 2**40, -(2**63), 2**63, -(2**70)],
    "real": [0.5, -1e300, float("inf"), float("-inf"), float("nan")],
    "tuples": [(), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4)],
    "none": None,
    "truth": [True, False],
    "text": "gr\u00fc\u00df \u20ac \U0001F600 \n\\n'\"",
    "long": "x" * 300,
    "nested": {1: {}, -5: [[]]},
    "shared": [shared, shared],
}
matrix = numpy.arange(6, dtype="<i4").reshape(2, 3)
columns = numpy.asfortranarray(numpy.arange(6, dtype=">f8").reshape(2, 3))
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "pickles.txt"), "w") as out:
    print(f"# By pickles.py, Python {sys.version.split()[0]}, NumPy {numpy.__version__}: name, protocol, pickle.", file=out)
    for protocol in range(6):
        modern = {"set": {1, "a"}, "frozen": frozenset([2]), "bytes": b"\x00\xff"}
        things = {"plain": plain, "matrix": matrix, "columns": columns}
        if protocol >= 4:
            things["modern"] = modern
        if protocol == 5:
            modern["array"] = bytearray(b"\x01")
        for name, thing in things.items():
            print(name, protocol, base64.b64encode(pickle.dumps(thing, protocol)).decode(), file=out)
