"""The network: surface features -> two bidirectional LSTMs -> tags, lemma rules, names, heads and relations.

Kept so plain that the C++ run time (src/language/) can hold all of it in 8-bit integers: every activation that is
multiplied is a tanh or an LSTM output, so it lies between -1 and 1.
"""
import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

DIMS = dict(lower=96, exact=32, prefix3=24, suffix2=24, suffix3=40, suffix4=32, shape=16)


class Sizes:
    def __init__(self, vocab, tags, lemmas, relations, names, hidden=128, layers=2, arc=128, label=64, vectors=(1, 96)):
        self.vectors = vectors  # rows and size of the table of word vectors, made beforehand and not trained; row 0 is unknown
        self.vocab, self.tags, self.lemmas, self.relations, self.names = vocab, tags, lemmas, relations, names
        self.hidden, self.layers, self.arc, self.label = hidden, layers, arc, label


class SharedDropout(nn.Module):
    """One mask for a whole sentence (batch x words x units)."""

    def __init__(self, p):
        super().__init__()
        self.p = p

    def forward(self, x):
        if not self.training or self.p == 0:
            return x
        mask = torch.empty(x.shape[0], 1, x.shape[2]).bernoulli_(1 - self.p) / (1 - self.p)
        return x * mask


class Network(nn.Module):
    def __init__(self, sizes, dropout=0.33):
        super().__init__()
        self.sizes = sizes
        self.tables = nn.ModuleList(nn.Embedding(n, d) for n, d in zip(sizes.vocab, DIMS.values()))
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.3)
        self.vectors = nn.Embedding(*sizes.vectors)
        self.vectors.weight.requires_grad = False
        width = sum(DIMS.values()) + sizes.vectors[1]
        self.layers = nn.ModuleList()
        for _ in range(sizes.layers):
            self.layers.append(nn.LSTM(width, sizes.hidden, batch_first=True, bidirectional=True))
            width = 2 * sizes.hidden
        for lstm in self.layers:
            for name, p in lstm.named_parameters():
                if "weight_hh" in name:
                    for g in p.data.chunk(4):
                        nn.init.orthogonal_(g)
                elif "bias" in name:
                    nn.init.zeros_(p)
                    if "bias_ih" in name:
                        p.data[sizes.hidden:2 * sizes.hidden] = 1.0
        self.tag = nn.Linear(width, sizes.tags)
        self.lemma = nn.Linear(width, sizes.lemmas)
        self.name_hidden = nn.Linear(width, 64)
        self.name = nn.Linear(64, sizes.names)
        self.arc_child = nn.Linear(width, sizes.arc)
        self.arc_head = nn.Linear(width, sizes.arc)
        self.arc_product = nn.Linear(sizes.arc, sizes.arc)  # child -> what its head should look like
        self.arc_bias = nn.Linear(sizes.arc, 1, bias=False)  # how much a word is a head at all
        self.label_child = nn.Linear(width, sizes.label)
        self.label_head = nn.Linear(width, sizes.label)
        self.label = nn.Linear(3 * sizes.label, sizes.relations)
        self.root_arc = nn.Parameter(torch.randn(sizes.arc) * 0.1)
        self.root_label = nn.Parameter(torch.randn(sizes.label) * 0.1)
        self.drop = SharedDropout(dropout)

    def encode(self, features, lengths):
        """features: batch x words x 8 table rows -> batch x words x 2*hidden."""
        x = torch.cat([t(features[:, :, i]) for i, t in enumerate([*self.tables, self.vectors])], dim=2)
        for lstm in self.layers:
            packed = pack_padded_sequence(self.drop(x), lengths, batch_first=True, enforce_sorted=False)
            x, _ = pad_packed_sequence(lstm(packed)[0], batch_first=True)
        return self.drop(x)

    def arcs(self, x):
        """Scores batch x word x candidate head; candidate 0 is the root, word i is candidate i + 1."""
        child = self.drop(torch.tanh(self.arc_child(x)))
        head = self.drop(torch.tanh(self.arc_head(x)))
        root = torch.tanh(self.root_arc).expand(x.shape[0], 1, -1)
        head = torch.cat([root, head], dim=1)
        wanted = self.arc_product(child)
        return wanted @ head.transpose(1, 2) + self.arc_bias(head).transpose(1, 2)

    def labels(self, x, heads):
        """Scores batch x word x relation for the given heads (0 = root)."""
        child = self.drop(torch.tanh(self.label_child(x)))
        head = torch.tanh(self.label_head(x))
        root = torch.tanh(self.root_label).expand(x.shape[0], 1, -1)
        head = self.drop(torch.cat([root, head], dim=1))
        chosen = head.gather(1, heads.unsqueeze(2).expand(-1, -1, head.shape[2]))
        return self.label(torch.cat([child * chosen, child, chosen], dim=2))

    def names(self, x):
        return self.name(self.drop(torch.tanh(self.name_hidden(x))))
