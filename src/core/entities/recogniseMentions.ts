import type { Span } from '../text/span.ts';
import type { EntityType, RecognisedMention } from './mention.ts';
import { prepareDocument, type PreparedDocument, type Sentence } from './recogniser/document.ts';
import { createEmissionRoom, lookUpWord, scoreSentence, type EmissionRoom } from './recogniser/emissions.ts';
import { innerTypes, labelCount, spansOfLabels } from './recogniser/labels.ts';
import { createViterbiRoom, decodeBest, labelProbabilities } from './recogniser/lattice.ts';
import { loadEntityModel, type EntityModel } from './recogniser/model.ts';

export { loadEntityModel, type EntityModel };

/** What the rest of a corpus knows of a name, by its surface: how often it was taken for each type. */
export interface EntityPriors {
  votes(surface: string): Readonly<Partial<Record<EntityType, number>>> | undefined;
}

/** Longer zones are read as several documents: memory stays bounded, whatever the file. */
const longestZone = 200_000;

const rooms = new WeakMap<EntityModel, EmissionRoom>();
const viterbiRoom = createViterbiRoom();

/**
 * The organizations, people and places named inside `zones` of `text`, in text order, not overlapping; offsets in
 * UTF-16 code units of `text`. `language` is a code such as `fr`; one the model does not know is read as its first.
 * Deterministic, linear in the length of the zones; never throws.
 */
export function recogniseMentions(
  text: string,
  zones: readonly Span[],
  language: string,
  model: EntityModel,
  _priors?: EntityPriors,
): readonly RecognisedMention[] {
  const room = roomOf(model);
  const languageNumber = Math.max(0, model.languages.indexOf(language));
  const mentions: RecognisedMention[] = [];
  for (const block of blocksOf(text, zones)) {
    const document = prepareDocument(text, block, (word) => lookUpWord(room, word), model.lexicon);
    mentions.push(...recogniseDocument(text, document, room, languageNumber));
  }
  return mentions;
}

function roomOf(model: EntityModel): EmissionRoom {
  let room = rooms.get(model);
  if (room === undefined) {
    room = createEmissionRoom(model);
    rooms.set(model, room);
  }
  return room;
}

/** The zones in order, cut to the text, in groups that are read as one document each. */
function blocksOf(text: string, zones: readonly Span[]): readonly Span[][] {
  const blocks: Span[][] = [];
  let block: Span[] = [];
  let size = 0;
  let at = 0;
  for (const zone of [...zones].sort((a, b) => a.start - b.start)) {
    let start = Math.max(at, zone.start);
    const end = Math.min(zone.end, text.length);
    while (start < end) {
      const stop = Math.min(end, cutAt(text, start + longestZone - size));
      block.push({ start, end: stop });
      size += stop - start;
      start = stop;
      if (size >= longestZone) {
        blocks.push(block);
        block = [];
        size = 0;
      }
    }
    at = Math.max(at, end);
  }
  return block.length > 0 ? [...blocks, block] : blocks;
}

/** The next white space within a thousand code units of `at`, else `at`. */
function cutAt(text: string, at: number): number {
  for (let i = at; i < Math.min(text.length, at + 1000); i++) if (/\s/.test(text[i]!)) return i;
  return at;
}

function recogniseDocument(
  text: string,
  document: PreparedDocument,
  room: EmissionRoom,
  language: number,
): RecognisedMention[] {
  return document.sentences.flatMap((sentence) => {
    const emissions = scoreSentence(room, sentence, document.statistics, language);
    return readMentions(text, sentence, emissions, room.model);
  });
}

function readMentions(
  text: string,
  sentence: Sentence,
  emissions: Int32Array,
  model: EntityModel,
): RecognisedMention[] {
  const length = sentence.words.length;
  const lattice = { length, emissions, transitions: model.transitions };
  const labels = new Uint8Array(length);
  decodeBest(lattice, viterbiRoom, labels);
  const spans = spansOfLabels(labels, length);
  if (spans.length === 0) return [];
  const probabilities = labelProbabilities(lattice, model.scale);
  const mentions: RecognisedMention[] = [];
  for (const { from, to, type } of spans) {
    const name = innerTypes[type]!;
    if (name === 'MISC') continue;
    const start = sentence.starts[from]!;
    const end = sentence.ends[to - 1]!;
    let confidence = 1;
    for (let i = from; i < to; i++)
      confidence = Math.min(confidence, probabilities[i * labelCount + labels[i]!]!);
    mentions.push({ start, end, type: name, text: text.slice(start, end), confidence });
  }
  return mentions;
}
