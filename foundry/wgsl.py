"""The compute shaders inside a compiled library, as text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

HEADER = b"//----------------------------------------\n// Function: "
LENGTH_BYTES = 8


@dataclass(frozen=True)
class Binding:
    """A storage buffer of a shader; `name` is the kernel argument's."""

    index: int
    name: str
    element: str
    writable: bool


@dataclass(frozen=True)
class Shader:
    """One kernel. `scalars` are the (name, type) fields of its uniform block, in order."""

    name: str
    source: str
    bindings: tuple[Binding, ...]
    scalars: tuple[tuple[str, str], ...]
    workgroup: tuple[int, int, int]
    workgroup_bytes: int


def extract_shaders(library: Path) -> dict[str, Shader]:
    """Every shader of a library by kernel name.

    TVM serializes a module as a 64-bit length before each string; the text is cut by it.
    Raises ValueError where the file holds none.
    """
    data = library.read_bytes()
    shaders = {}
    start = data.find(HEADER)
    while start >= 0:
        length = int.from_bytes(data[start - LENGTH_BYTES : start], "little")
        shader = parse_shader(data[start : start + length].decode())
        shaders[shader.name] = shader
        start = data.find(HEADER, start + length)
    if not shaders:
        raise ValueError(f"{library.name} holds no shaders")
    return shaders


def parse_shader(source: str) -> Shader:
    name = re.search(r"// Function: (\w+?)(?:_kernel)?\n", source)[1]
    bindings = tuple(
        Binding(int(index), argument, element, access == "read_write")
        for index, access, argument, element in re.findall(
            r"@binding\((\d+)\) var<storage, (read|read_write)> (\w+?)(?:_ptr)? : array<(.+?)>;",
            source,
        )
    )
    block = re.search(r"struct PODArgs \{(.*?)\}", source, re.S)
    scalars = tuple(re.findall(r"(\w+): (\w+)", block[1])) if block else ()
    sizes = re.search(r"@workgroup_size\((\d+), (\d+), (\d+)\)", source)
    return Shader(
        name, source, bindings, scalars, tuple(int(n) for n in sizes.groups()),
        _workgroup_bytes(source),
    )


def _workgroup_bytes(source: str) -> int:
    bytes_of = {"f32": 4, "i32": 4, "u32": 4, "f16": 2}
    arrays = re.findall(r"var<workgroup> \w+ : array<(\w+), (\d+)>", source)
    vectors = re.findall(r"var<workgroup> \w+ : array<vec(\d)<(\w+)>, (\d+)>", source)
    return sum(bytes_of[kind] * int(count) for kind, count in arrays) + sum(
        # A vec3 takes the room of a vec4.
        bytes_of[kind] * (4 if lanes == "3" else int(lanes)) * int(count)
        for lanes, kind, count in vectors
    )
