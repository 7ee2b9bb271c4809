import type { Span } from '../text/span.ts';
import { calledAfterPlaces, formsOfAddress, otherThing } from './lists/mentionWords.ts';
import type { EntityType, RecognisedMention } from './mention.ts';
import { prepareDocument, type PreparedDocument, type Sentence } from './recogniser/document.ts';
import { createEmissionRoom, lookUpWord, type EmissionRoom } from './recogniser/emissions.ts';
import { innerTypes } from './recogniser/labels.ts';
import { lexiconBit } from './recogniser/lexicon.ts';
import { loadEntityModel, type EntityModel, type LanguageModel } from './recogniser/model.ts';
import { readAgain, readOnce } from './recogniser/readDocument.ts';
import { addPriors, type EntityPriors } from './recogniser/priors.ts';
import type { Vote } from './recogniser/votes.ts';

export { loadEntityModel, type EntityModel, type EntityPriors };

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
  const found = readAgain(document, first, room, language, (votes) => {
    if (priors !== undefined) addPriors(votes, text, document, first.found, priors);
  });
  return document.sentences.flatMap((sentence, s) =>
    found[s]!.flatMap((vote) => toMention(text, sentence, vote)),
  );
}

/**
 * Readings less sure than this are more often wrong than right. Organizations may be less sure: firms nobody has heard
 * of look unlikely, and are what a corpus is about.
 */
const leastConfidence: Readonly<Record<EntityType, number>> = { ORG: 0.4, PER: 0.5, LOC: 0.49 };

/** The model is too sure of itself: a straight line on the log-odds, fitted on WiNER-fr's development months. */
function calibrate(confidence: number): number {
  const odds = Math.log(confidence / Math.max(1e-9, 1 - confidence));
  return 1 / (1 + Math.exp(0.5 - 0.65 * odds));
}

function toMention(text: string, sentence: Sentence, vote: Vote): RecognisedMention[] {
  const type = innerTypes[vote.type]!;
  if (type === 'MISC' || vote.confidence < leastConfidence[type] || isNotion(sentence, vote)) return [];
  if (crossesBar(sentence, vote)) return [];
  if (type === 'LOC' && isPartOfOtherName(sentence, vote)) return [];
  let { from } = vote;
  while (type === 'PER' && from < vote.to - 1 && isTitle(sentence.words[from]!.text)) from++;
  const start = sentence.starts[from]!;
  const end = sentence.ends[vote.to - 1]!;
  if (beforeDate.test(text.slice(end, end + longestGap))) return [];
  return [{ start, end, type, text: text.slice(start, end), confidence: calibrate(vote.confidence) }];
}

/** `Última actualización: 12/04/2021`: what stands before a date in figures is its label. */
const beforeDate = /^\s?:\s?\d{1,4}[/.-]\d{1,2}[/.-]\d/;
const longestGap = 13;

const bars = new Set(['>', '›', '|', '→']);

/** `Économie > Maritime`: steps of a path through a site, each of which may be a name, but not all in one. */
function crossesBar({ words }: Sentence, { from, to }: Vote): boolean {
  for (let i = from; i < to; i++) if (bars.has(words[i]!.text)) return true;
  return false;
}

const namingLists =
  lexiconBit.company | lexiconBit.publicBody | lexiconBit.media | lexiconBit.city | lexiconBit.country;

/** Abbreviations of the lists can be names as well: of a reading this sure, the place tells more than the list. */
const surelyNamed = 0.9;

/** `Internet`, `Cloud`, `TVA`: listed as a capitalised common noun, and as nothing else; or `Mr` alone. */
function isNotion({ words }: Sentence, { from, to, confidence }: Vote): boolean {
  if (to - from > 1) return false;
  const { bits, text } = words[from]!;
  if (isTitle(text)) return true;
  return (bits & lexiconBit.capitalisedNoun) !== 0 && (bits & namingLists) === 0 && confidence < surelyNamed;
}

/** `championnat de France`, `Jeux d’Atlanta`, `cochon d’Inde`: something else is named, not the place. */
function isPartOfOtherName({ words }: Sentence, { from }: Vote): boolean {
  const before = words[from - 1]?.text.toLowerCase().replace('’', "'") ?? '';
  if (otherThing.test(before) || otherThing.test(words[from]!.text)) return true;
  if (before !== 'de' && before !== 'du' && before !== "d'") return false;
  return calledAfterPlaces.has(words[from - 2]?.text.toLowerCase() ?? '');
}

function isTitle(word: string): boolean {
  return formsOfAddress.has(word.toLowerCase().replace(/\.$/, ''));
}
