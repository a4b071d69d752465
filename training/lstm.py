"""A bidirectional LSTM layer over packed rows; its recurrence runs in lstm.cc, compiled on first use (g++, BLAS)."""
import ctypes
import os
import subprocess

import torch
from torch import nn

HERE = os.path.dirname(os.path.abspath(__file__))


def library():
    source, made = os.path.join(HERE, "lstm.cc"), os.path.join(HERE, "work", "lstm.so")
    if not os.path.exists(made) or os.path.getmtime(made) < os.path.getmtime(source):
        os.makedirs(os.path.dirname(made), exist_ok=True)
        part = f"{made}.{os.getpid()}"
        subprocess.run(["g++", "-O3", "-march=native", "-ffast-math", "-shared", "-fPIC", "-pthread", source, "-o", part,
                        "-l:libblas.so.3", "-lmvec", "-lm"], check=True)
        os.replace(part, made)
    return ctypes.CDLL(made)


LIBRARY = None
THREADS = 1


def at(tensor):
    return ctypes.c_void_p(tensor.data_ptr())


class Recurrence(torch.autograd.Function):
    """gates (rows x 8 units), weights (2 x 4 units x units), sizes (positions) -> rows x 2 units."""

    @staticmethod
    def forward(ctx, gates, weights, sizes):
        global LIBRARY
        LIBRARY = LIBRARY or library()
        rows, units = gates.shape[0], weights.shape[2]
        gates = gates.detach().clone().contiguous()
        memory, output = torch.empty(rows, 2 * units), torch.empty(rows, 2 * units)
        LIBRARY.lstm_forward(rows, units, len(sizes), at(sizes), THREADS, at(gates), at(weights), at(memory), at(output))
        ctx.save_for_backward(gates, weights, sizes, memory, output)
        return output

    @staticmethod
    def backward(ctx, slope):
        gates, weights, sizes, memory, output = ctx.saved_tensors
        rows, units = gates.shape[0], weights.shape[2]
        slope, gates = slope.contiguous(), gates.clone()
        weight_slope = torch.empty_like(weights)
        LIBRARY.lstm_backward(rows, units, len(sizes), at(sizes), THREADS, at(gates), at(weights), at(memory), at(output),
                              at(slope), at(weight_slope))
        return gates, weight_slope, None


class Layer(nn.Module):
    def __init__(self, width, units):
        super().__init__()
        self.input = nn.Linear(width, 8 * units)
        self.recurrent = nn.Parameter(torch.empty(2, 4 * units, units))
        bound = units ** -0.5
        nn.init.uniform_(self.input.weight, -bound, bound)
        for side in range(2):
            for gate in range(4):
                nn.init.orthogonal_(self.recurrent.data[side, gate * units:(gate + 1) * units])
        with torch.no_grad():
            self.input.bias.zero_()
            for side in range(2):
                self.input.bias[(4 * side + 1) * units:(4 * side + 2) * units] = 1.0

    def forward(self, rows, sizes):
        return Recurrence.apply(self.input(rows), self.recurrent, sizes)
