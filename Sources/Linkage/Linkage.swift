// SPDX-License-Identifier: Apache-2.0

// Probabilistic record linkage and the match index. This room knows nothing of any trade: a record is an id, a group, a kind,
// an opaque tag and values in generic roles. Start at `MatchIndex`; its numbers are `LinkageModel`, its words `NameVariants`.
