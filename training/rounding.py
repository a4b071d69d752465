"""Weights as the model file has them: 8-bit integers, a scale a row."""
import numpy


def rounded(matrix):
    """int8 rows and their scales."""
    matrix = matrix.detach().double().numpy()
    scales = numpy.abs(matrix).max(axis=1) / 127.0
    scales = numpy.where(scales > 0, scales, 1e-9).astype(numpy.float32)
    return numpy.rint(matrix / scales[:, None].astype(numpy.float64)).clip(-127, 127).astype(numpy.int8), scales
