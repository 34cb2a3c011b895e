"""Collects the nodes and initializers of an ONNX graph."""

import numpy as np
from onnx import NodeProto, TensorProto, helper, numpy_helper

MICROSOFT = "com.microsoft"  # ONNX Runtime's contributed operators


class GraphBuilder:
    """Adds nodes in execution order; each returns the name of its (first) output."""

    def __init__(self) -> None:
        self.nodes: list[NodeProto] = []
        self.initializers: list[TensorProto] = []
        self._constants: set[str] = set()

    def constant(self, name: str, values: np.ndarray) -> str:
        """An initializer; asking again for a name that exists returns it."""
        if name not in self._constants:
            self._constants.add(name)
            tensor = numpy_helper.from_array(np.ascontiguousarray(values), name)
            self.initializers.append(tensor)
        return name

    def integers(self, *values: int) -> str:
        """An int64 vector, shared by value."""
        return self.constant("int64_" + "_".join(map(str, values)), np.array(values, np.int64))

    def add(
        self,
        operator: str,
        inputs: list[str],
        outputs: list[str] | None = None,
        domain: str = "",
        **attributes: object,
    ) -> str:
        """Appends a node. An input or output that is left out is ''."""
        name = f"{operator}_{len(self.nodes)}"
        names = outputs or [f"{name}_out"]
        node = helper.make_node(operator, inputs, names, name=name, domain=domain, **attributes)
        self.nodes.append(node)
        return names[0]
