"""The network: what a word looks like -> bidirectional LSTMs -> tags, features, lemma rules, names, heads, relations.

Kept so plain that the C++ run time (src/language/) can hold all of it in integers: every activation that is multiplied
is a tanh or an LSTM output, so it lies between -1 and 1. Rows are packed as prepare.Batch says.
"""
import torch
from torch import nn

import lists
import surface
import treebank
from lstm import Layer

DIMS = dict(lower=96, exact=32, prefix3=24, suffix2=24, suffix3=40, suffix4=32, shape=16)
MEMBER, GRAM, LEXICAL = 16, 64, 96


def best_names(nets, scores):
    """Viterbi over one sentence: positions x labels -> labels, by the mean of the nets' steps."""
    start, step = sum(n.name_start for n in nets) / len(nets), sum(n.name_step for n in nets) / len(nets)
    best, back = start + scores[0], []
    for row in scores[1:]:
        best, at = (best[:, None] + step).max(0)
        best = best + row
        back.append(at.tolist())
    path = [int(best.argmax())]
    for at in reversed(back):
        path.append(at[path[-1]])
    return path[::-1]


class Network(nn.Module):
    def __init__(self, vocab, vectors, tags, bundles, lemmas, relations, names, hidden=192, layers=2, arc=128, label=64,
                 projection=0, lemma_size=0, dropout=0.33):
        """vocab: rows of the seven tables; vectors: rows and size of the word vectors (made beforehand, not trained).
        projection, lemma_size: how many numbers lead to an upper layer and to the lemma rules; 0: all, as teachers have."""
        super().__init__()
        self.sizes = dict(vocab=vocab, vectors=vectors, tags=tags, bundles=bundles, lemmas=lemmas, relations=relations,
                          names=names, hidden=hidden, layers=layers, arc=arc, label=label, projection=projection, lemma_size=lemma_size)
        self.tables = nn.ModuleList(nn.Embedding(n, d) for n, d in zip(vocab, DIMS.values()))
        self.member = nn.Embedding(lists.COMBINATIONS, MEMBER)
        self.grams = nn.EmbeddingBag(surface.NGRAM_BUCKETS, GRAM, mode="mean")
        for table in (*self.tables, self.member, self.grams):
            nn.init.normal_(table.weight, std=0.3)
        self.vectors = nn.Embedding(*vectors)
        self.vectors.weight.requires_grad = False
        width = sum(DIMS.values()) + vectors[1] + MEMBER + GRAM
        self.lexical = nn.Linear(width, LEXICAL)  # the word alone, past the LSTMs, for the answers that hang on it
        self.layers = nn.ModuleList()
        self.projections = nn.ModuleList()
        for i in range(layers):
            if i > 0 and projection:
                self.projections.append(nn.Linear(width, projection))
                width = projection
            self.layers.append(Layer(width, hidden))
            width = 2 * hidden
        both = width + LEXICAL
        self.tag = nn.Linear(both, tags)
        self.feature_hidden, self.feature = nn.Linear(both, 64), nn.Linear(64, bundles)
        self.lemma_hidden = nn.Linear(both, lemma_size) if lemma_size else None
        self.lemma = nn.Linear(lemma_size or both, lemmas)
        self.name_hidden, self.name = nn.Linear(both, 64), nn.Linear(64, names)
        self.name_habit = nn.Parameter(torch.zeros(64))  # learns where GUM's names differ from UNER's, whose are asked for
        self.name_start = nn.Parameter(torch.zeros(names))
        self.name_step = nn.Parameter(torch.zeros(names, names))  # from, to
        self.arc_child = nn.Linear(width, arc)
        self.arc_head = nn.Linear(width, arc)
        self.arc_product = nn.Linear(arc, arc)  # child -> what its head should look like
        self.arc_bias = nn.Linear(arc, 1, bias=False)  # how much a word is a head at all
        self.label_child = nn.Linear(width, label)
        self.label_head = nn.Linear(width, label)
        self.label = nn.Linear(3 * label, relations)
        self.root_arc = nn.Parameter(torch.randn(arc) * 0.1)
        self.root_label = nn.Parameter(torch.randn(label) * 0.1)
        self.dropout = dropout

    def drop(self, x, b):
        """One mask for a whole sentence."""
        if not self.training or self.dropout == 0:
            return x
        mask = torch.empty(len(b.lengths), x.shape[1]).bernoulli_(1 - self.dropout) / (1 - self.dropout)
        return x * mask[b.sentence]

    def encode(self, b, rows=None, gram_weights=None):
        """rows x (2 hidden + LEXICAL): what the layers make of the sentence, and the word alone."""
        rows = b.rows if rows is None else rows
        grams = self.grams(b.grams, b.gram_starts)
        if gram_weights is not None:
            grams = grams * gram_weights[:, None]
        n = len(self.tables)
        x = torch.cat([t(rows[:, i]) for i, t in enumerate([*self.tables, self.vectors, self.member])] + [grams], dim=1)
        lexical = torch.tanh(self.lexical(self.drop(x, b)))
        for i, layer in enumerate(self.layers):
            x = self.drop(x, b)
            if i > 0 and self.projections:
                x = torch.tanh(self.projections[i - 1](x))
            x = layer(x, b.sizes)
        assert rows.shape[1] == n + 2
        return self.drop(torch.cat([x, lexical], dim=1), b)

    def context(self, x):
        return x[:, :-LEXICAL]

    @staticmethod
    def padded(x, b):
        return torch.cat([x, torch.zeros(1, x.shape[1])])[b.pad]

    def arcs(self, x, b):
        """Scores sentences x word x candidate head; candidate 0 is the root, word i is candidate i + 1. Impossible: -1e4."""
        x = self.context(x)
        child = self.drop(torch.tanh(self.arc_child(x)), b)
        head = self.drop(torch.tanh(self.arc_head(x)), b)
        heads = torch.cat([torch.tanh(self.root_arc).expand(len(b.lengths), 1, -1), self.padded(head, b)], dim=1)
        scores = self.padded(self.arc_product(child), b) @ heads.transpose(1, 2) + self.arc_bias(heads).transpose(1, 2)
        candidates = torch.arange(heads.shape[1])[None, None, :]
        impossible = (candidates > b.lengths[:, None, None]) | (candidates == torch.arange(1, heads.shape[1])[None, :, None])
        return scores.masked_fill(impossible, -1e4)

    def labels(self, x, b, heads):
        """Scores rows x relation, for the given head of each row (0 = root)."""
        x = self.context(x)
        child = self.drop(torch.tanh(self.label_child(x)), b)
        head = self.drop(torch.tanh(self.label_head(x)), b)
        above = torch.cat([head, torch.tanh(self.root_label)[None]])
        row = torch.where(heads > 0, b.pad[b.sentence, (heads - 1).clamp(min=0)], torch.tensor(b.words))
        chosen = above[row]
        return self.label(torch.cat([child * chosen, child, chosen], dim=1))

    def names(self, x, b):
        hidden = self.name_hidden(x)
        if self.training:
            hidden = hidden + (b.column("names") >= treebank.BY_MENTIONS)[:, None] * self.name_habit
        return self.name(self.drop(torch.tanh(hidden), b))

    def features(self, x, b):
        return self.feature(self.drop(torch.tanh(self.feature_hidden(x)), b))

    def lemma_rules(self, x, b):
        return self.lemma(self.drop(torch.tanh(self.lemma_hidden(x)), b) if self.lemma_hidden else x)

    def name_loss(self, scores, b, allowed):
        """Linear-chain CRF on partly known labels: log(all paths) - log(allowed paths), a word's mean."""
        scores = self.padded(scores, b)
        both = torch.stack([scores, scores.masked_fill(~allowed, -1e4)])  # 2 x sentences x positions x labels
        alpha = self.name_start + both[:, :, 0]
        for t in range(1, both.shape[2]):
            running = int(b.sizes[t])
            new = torch.logsumexp(alpha[:, :running, :, None] + self.name_step, dim=2) + both[:, :running, t]
            alpha = torch.cat([new, alpha[:, running:]], dim=1)
        total = torch.logsumexp(alpha, dim=2)
        return (total[0] - total[1]).sum() / b.words
