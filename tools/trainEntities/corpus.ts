import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import {
  prepareDocument,
  type PreparedDocument,
  type Sentence,
  type WordLookup,
} from '../../src/core/entities/recogniser/document.ts';
import { innerTypes, labelSpan, type InnerType } from '../../src/core/entities/recogniser/labels.ts';
import type { Lexicon } from '../../src/core/entities/recogniser/lexicon.ts';
import { describeWord, type WordType } from '../../src/core/entities/recogniser/wordTypes.ts';

/** A labelled text; `ents` are `[start, end, type]`, UTF-16, end exclusive. */
export interface LabelledText {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
  readonly ents: readonly (readonly [number, number, string])[];
}

export function readLabelledTexts(file: string): LabelledText[] {
  const data = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(data) : data).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LabelledText);
}

export interface LabelledDocument {
  readonly id: string;
  readonly language: string;
  readonly text: string;
  readonly prepared: PreparedDocument;
  /** One array per sentence. */
  readonly labels: readonly Uint8Array[];
  readonly ents: LabelledText['ents'];
}

/** Looks words up in `known`, describing each once. */
export function createLookup(lexicon: Lexicon, known: Map<string, WordType>): WordLookup {
  return (text) => {
    let word = known.get(text);
    if (word === undefined) {
      word = describeWord(text, lexicon);
      known.set(text, word);
    }
    return word;
  };
}

export function labelDocument(record: LabelledText, lookup: WordLookup, lexicon: Lexicon): LabelledDocument {
  const prepared = prepareDocument(record.text, [{ start: 0, end: record.text.length }], lookup, lexicon);
  const ents = [...record.ents].sort((a, b) => a[0] - b[0]);
  return {
    id: record.id,
    language: record.lang,
    text: record.text,
    prepared,
    labels: prepared.sentences.map((sentence) => labelSentence(sentence, ents)),
    ents: record.ents,
  };
}

/** Labels the tokens that a name touches; a name cut by a sentence end is labelled on each side. */
function labelSentence(sentence: Sentence, ents: LabelledText['ents']): Uint8Array {
  const labels = new Uint8Array(sentence.words.length);
  const { starts, ends } = sentence;
  const last = ends[ends.length - 1]!;
  for (const [start, end, type] of ents) {
    if (end <= starts[0]! || start >= last) continue;
    let from = 0;
    while (from < starts.length && ends[from]! <= start) from++;
    let to = from;
    while (to < starts.length && starts[to]! < end) to++;
    const typeIndex = innerTypes.indexOf(type as InnerType);
    if (to > from && typeIndex >= 0 && labels.subarray(from, to).every((label) => label === 0))
      labelSpan(labels, { from, to, type: typeIndex });
  }
  return labels;
}
