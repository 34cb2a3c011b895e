"""Reading packed IEEE half floats without WebGPU's optional `shader-f16`."""

from tvm import tirx
from tvm.tirx.script.builder import ir as T


def _unsigned(value: int) -> tirx.Expr:
    return tirx.const(value, "uint32")


def half_to_float(bits: tirx.Expr) -> tirx.Expr:
    """The float32 with the value of the half in the low 16 bits of a uint32; the rest must be 0.

    Exact for every finite half. The exponent moves by integer addition, and denormals are
    converted as integers, because a GPU may flush float32 denormals on the way.
    Infinities and NaNs, which no weight has, come out as large numbers.
    """
    magnitude = bits & _unsigned(0x7FFF)
    normal = T.reinterpret("float32", (magnitude << _unsigned(13)) + _unsigned(112 << 23))
    # 2⁻²⁴ by its bits: TVM prints a float constant with seven digits only.
    smallest = T.reinterpret("float32", _unsigned((127 - 24) << 23))
    denormal = T.cast(magnitude, "float32") * smallest
    unsigned = tirx.Select(magnitude < _unsigned(0x400), denormal, normal)
    sign = (bits & _unsigned(0x8000)) << _unsigned(16)
    return T.reinterpret("float32", T.reinterpret("uint32", unsigned) | sign)


def low_half(word: tirx.Expr) -> tirx.Expr:
    """The half in bits 0..15 of a uint32, as float32."""
    return half_to_float(word & _unsigned(0xFFFF))


def high_half(word: tirx.Expr) -> tirx.Expr:
    """The half in bits 16..31 of a uint32, as float32."""
    return half_to_float(word >> _unsigned(16))
