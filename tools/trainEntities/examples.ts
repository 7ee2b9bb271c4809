import {
  addNeighbour,
  addPhrase,
  addPlace,
  addWordForm,
  addWordIdentity,
  addWordLists,
  createFeatureBuffer,
  type FeatureBuffer,
} from '../../src/core/entities/recogniser/features.ts';
import type { DocumentStatistics, Sentence } from '../../src/core/entities/recogniser/document.ts';
import { buildHashTable, findRow, type HashTable } from '../../src/core/entities/recogniser/hash.ts';
import { addVoteFeatures, type SentenceVotes } from '../../src/core/entities/recogniser/votes.ts';
import type { LabelledDocument } from './corpus.ts';
import type { Example } from './crf.ts';

/** All features of a token but the votes of the document, those of an unknown word's last; returns how many are before. */
function addTokenFeatures(
  buffer: FeatureBuffer,
  sentence: Sentence,
  at: number,
  statistics: DocumentStatistics,
  language: number,
): number {
  const { words } = sentence;
  addWordIdentity(buffer, words[at]!);
  addWordLists(buffer, words[at]!);
  addPhrase(buffer, sentence, at);
  const identities = buffer.length;
  addWordForm(buffer, words[at]!);
  for (const distance of [-3, -2, -1, 1, 2, 3]) addNeighbour(buffer, words[at + distance], distance);
  addPlace(buffer, sentence, at, statistics, language);
  return identities;
}

/** Counts features over a corpus by open addressing; a Map of millions of boxed numbers would be slow. */
class FeatureCounter {
  private keys = new Int32Array(1 << 22);
  private counts = new Int32Array(1 << 22);
  private size = 0;

  add(key: number): void {
    let slot = this.find(key);
    if (this.counts[slot] === 0) {
      this.keys[slot] = key;
      if (++this.size * 2 > this.keys.length) {
        this.counts[slot]!++;
        this.grow();
        return;
      }
    }
    slot = this.find(key);
    this.counts[slot]!++;
  }

  /** The most frequent first: their weights then lie side by side in memory, which halves the time of a training. */
  frequent(least: number): Int32Array {
    const kept: number[] = [];
    for (let i = 0; i < this.keys.length; i++) if (this.counts[i]! >= least) kept.push(i);
    const slots = Int32Array.from(kept).sort(
      (a, b) => this.counts[b]! - this.counts[a]! || this.keys[a]! - this.keys[b]!,
    );
    return slots.map((slot) => this.keys[slot]!);
  }

  private find(key: number): number {
    const mask = this.keys.length - 1;
    let slot = key & mask;
    while (this.counts[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { keys, counts } = this;
    this.keys = new Int32Array(keys.length * 2);
    this.counts = new Int32Array(keys.length * 2);
    for (let i = 0; i < keys.length; i++) {
      if (counts[i] === 0) continue;
      const slot = this.find(keys[i]!);
      this.keys[slot] = keys[i]!;
      this.counts[slot] = counts[i]!;
    }
  }
}

export interface TrainingDocument {
  readonly document: LabelledDocument;
  readonly weight: number;
  /** Number of the document's language. */
  readonly language: number;
  /** Adds what the rest of the document says of a token. */
  readonly votes?: readonly SentenceVotes[];
}

export function countFeatures(documents: readonly TrainingDocument[], least: number): Int32Array {
  const counter = new FeatureCounter();
  const buffer = createFeatureBuffer();
  for (const training of documents) {
    training.document.prepared.sentences.forEach((sentence, s) => {
      for (let i = 0; i < sentence.words.length; i++) {
        fill(buffer, training, sentence, training.votes?.[s], i);
        for (let k = 0; k < buffer.length; k++) counter.add(buffer.keys[k]!);
      }
    });
  }
  return counter.frequent(least);
}

function fill(
  buffer: FeatureBuffer,
  training: TrainingDocument,
  sentence: Sentence,
  votes: SentenceVotes | undefined,
  i: number,
): number {
  buffer.length = 0;
  const { statistics } = training.document.prepared;
  const identities = addTokenFeatures(buffer, sentence, i, statistics, training.language);
  if (votes !== undefined) addVoteFeatures(buffer, sentence, votes, i);
  return identities;
}

export function makeExamples(documents: readonly TrainingDocument[], keys: Int32Array): Example[] {
  const table = buildHashTable(keys);
  const buffer = createFeatureBuffer();
  return documents.flatMap((training) =>
    training.document.prepared.sentences.flatMap((sentence, s) => {
      const votes = training.votes?.[s];
      const make = (share: number, shown?: SentenceVotes): Example =>
        makeExample(
          { ...training, weight: training.weight * share },
          sentence,
          training.document.labels[s]!,
          shown,
          table,
          buffer,
        );
      // Read once without votes and once with them, as the recogniser does.
      return votes === undefined || votes.isEmpty ? [make(1)] : [make(0.5), make(0.5, votes)];
    }),
  );
}

function makeExample(
  training: TrainingDocument,
  sentence: Sentence,
  labels: Uint8Array,
  votes: SentenceVotes | undefined,
  table: HashTable,
  buffer: FeatureBuffer,
): Example {
  const length = sentence.words.length;
  const features: number[] = [];
  const starts = new Int32Array(length + 1);
  const identities = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    const identityCount = fill(buffer, training, sentence, votes, i);
    for (let k = 0; k < buffer.length; k++) {
      const row = findRow(table, buffer.keys[k]!);
      if (row < 0) continue;
      features.push(row);
      if (k < identityCount) identities[i]!++;
    }
    starts[i + 1] = features.length;
  }
  return {
    length,
    features: Int32Array.from(features),
    starts,
    identities,
    labels,
    weight: training.weight,
  };
}
