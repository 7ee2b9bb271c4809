import type { Span } from '../text/span.ts';
import type { EntityType, RecognisedMention } from './mention.ts';
import { prepareDocument, type PreparedDocument, type Sentence } from './recogniser/document.ts';
import { createEmissionRoom, lookUpWord, type EmissionRoom } from './recogniser/emissions.ts';
import { extendPhrase } from './recogniser/hash.ts';
import { innerTypes } from './recogniser/labels.ts';
import { lexiconBit } from './recogniser/lexicon.ts';
import { loadEntityModel, type EntityModel, type LanguageModel } from './recogniser/model.ts';

import { readAgain, readOnce } from './recogniser/readDocument.ts';
import { addVote, type Vote, type Votes } from './recogniser/votes.ts';
import type { WordType } from './recogniser/wordTypes.ts';

export { loadEntityModel, type EntityModel };

/** What the rest of a corpus knows of a name, by its surface: how often it was taken for each type. */
export interface EntityPriors {
  votes(surface: string): Readonly<Partial<Record<EntityType, number>>> | undefined;
}

/** Longer zones are read as several documents: memory stays bounded, whatever the file. */
const longestZone = 200_000;

const rooms = new WeakMap<LanguageModel, EmissionRoom>();

/**
 * The organizations, people and places named inside `zones` of `text`, in text order, not overlapping; offsets in
 * UTF-16 code units of `text`. `language` is a code such as `fr`; one the model does not know is read as French.
 * Deterministic, linear in the length of the zones; never throws.
 */
export function recogniseMentions(
  text: string,
  zones: readonly Span[],
  language: string,
  model: EntityModel,
  priors?: EntityPriors,
): readonly RecognisedMention[] {
  const reader = model.readers.find(({ languages }) => languages.includes(language)) ?? model.readers[0]!;
  const room = roomOf(reader);
  const languageNumber = Math.max(0, reader.languages.indexOf(language));
  const mentions: RecognisedMention[] = [];
  for (const block of blocksOf(text, zones)) {
    const document = prepareDocument(text, block, (word) => lookUpWord(room, word), reader.lexicon);
    mentions.push(...recogniseDocument(text, document, room, languageNumber, priors));
  }
  return mentions;
}

function roomOf(model: LanguageModel): EmissionRoom {
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
  priors: EntityPriors | undefined,
): RecognisedMention[] {
  const first = readOnce(document, room, language);
  const found = readAgain(document, first, room, (votes) => {
    if (priors !== undefined) addPriors(votes, text, document, first.found, priors);
  });
  return document.sentences.flatMap((sentence, s) =>
    found[s]!.flatMap((vote) => toMention(text, sentence, vote)),
  );
}

/** A corpus speaks with at most this many votes: the article itself must be able to disagree. */
const mostPriorVotes = 3;

/** Asks the corpus for each name that was found and for each run of capitalised words. */
function addPriors(
  votes: Votes,
  text: string,
  { sentences }: PreparedDocument,
  found: readonly (readonly Vote[])[],
  priors: EntityPriors,
): void {
  const asked = new Set<string>();
  const ask = (sentence: Sentence, from: number, to: number): void => {
    const surface = text.slice(sentence.starts[from], sentence.ends[to - 1]);
    if (asked.has(surface)) return;
    asked.add(surface);
    const known = priors.votes(surface);
    if (known !== undefined) addKnownName(votes, sentence.words.slice(from, to), known);
  };
  sentences.forEach((sentence, s) => {
    for (const { from, to } of found[s]!) ask(sentence, from, to);
    for (let i = 0; i < sentence.words.length; i = Math.max(i + 1, sentence.runEnds[i]!)) {
      if (sentence.runEnds[i]! > i) ask(sentence, i, sentence.runEnds[i]!);
    }
  });
}

function addKnownName(
  votes: Votes,
  words: readonly WordType[],
  known: Readonly<Partial<Record<EntityType, number>>>,
): void {
  let hash = 0;
  words.forEach((word, i) => {
    hash = extendPhrase(hash, word.folded);
    if (i < words.length - 1) votes.prefixes.add(hash);
  });
  const total = Object.values(known).reduce((sum, count) => sum + count, 0);
  innerTypes.forEach((name, type) => {
    const count = name === 'MISC' ? 0 : (known[name] ?? 0);
    if (count > 0) addVote(votes, hash, type, Math.min(mostPriorVotes, total) * (count / total));
  });
}

/** Forms of address that belong to no name, lower-cased and without a final dot. */
const titles = new Set(
  'm mm mr mrs ms mme mmes mlle mlles me mgr dr pr monsieur madame maître sr sra srta'.split(' '),
);

/**
 * Readings less sure than this are more often wrong than right. Organizations may be less sure: firms nobody has heard
 * of look unlikely, and are what a corpus is about.
 */
const leastConfidence: Readonly<Record<EntityType, number>> = { ORG: 0.4, PER: 0.5, LOC: 0.5 };

/** The model is too sure of itself: a straight line on the log-odds, fitted on WiNER-fr's development months. */
function calibrate(confidence: number): number {
  const odds = Math.log(confidence / Math.max(1e-9, 1 - confidence));
  return 1 / (1 + Math.exp(0.5 - 0.65 * odds));
}

function toMention(text: string, sentence: Sentence, vote: Vote): RecognisedMention[] {
  const type = innerTypes[vote.type]!;
  if (type === 'MISC' || vote.confidence < leastConfidence[type] || isNotion(sentence, vote)) return [];
  let { from } = vote;
  while (type === 'PER' && from < vote.to - 1 && isTitle(sentence.words[from]!.text)) from++;
  const start = sentence.starts[from]!;
  const end = sentence.ends[vote.to - 1]!;
  return [{ start, end, type, text: text.slice(start, end), confidence: calibrate(vote.confidence) }];
}

const namingLists =
  lexiconBit.company | lexiconBit.publicBody | lexiconBit.media | lexiconBit.city | lexiconBit.country;

/** `Internet`, `Cloud`, `TVA`: listed as a capitalised common noun, and as nothing else. */
function isNotion({ words }: Sentence, { from, to }: Vote): boolean {
  const { bits } = words[from]!;
  return to - from === 1 && (bits & lexiconBit.capitalisedNoun) !== 0 && (bits & namingLists) === 0;
}

function isTitle(word: string): boolean {
  return titles.has(word.toLowerCase().replace(/\.$/, ''));
}
