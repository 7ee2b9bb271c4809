import { buildHashTable, type HashTable } from './hash.ts';
import { labelCount } from './labels.ts';
import type { Lexicon } from './lexicon.ts';
import { packRows } from './packedRows.ts';

/** The weights and lists of the recogniser, for all its languages; made by the trainer, read by `loadEntityModel`. */
export interface EntityModel {
  /** At least one; a text in a language that none knows is read by the first. */
  readonly readers: readonly LanguageModel[];
}

/** The reader of one language, or of several that learn from each other. */
export interface LanguageModel {
  /** What one unit of a weight is worth. */
  readonly scale: number;
  /** Feature key to row of `weights`. */
  readonly features: HashTable;
  /** One packed row a feature, see `packRows`. */
  readonly weights: Int32Array;
  /** `labelCount` × `labelCount`, from the label before to the label after, in the unit of `weights`. */
  readonly transitions: Int32Array;
  readonly lexicon: Lexicon;
  /** The languages it was trained on. */
  readonly languages: readonly string[];
}

/** What one part of a model file holds. A part without a lexicon shares that of the first. */
export interface EntityModelParts {
  readonly scale: number;
  readonly languages: readonly string[];
  readonly featureKeys: Int32Array;
  readonly weights: Int8Array;
  readonly transitions: Int32Array;
  readonly lexiconKeys: Int32Array;
  readonly lexiconBits: Int32Array;
}

const magic = 0x32524543; // "CER2"
const headerLength = 8;

/**
 * Reads a model file. The weights are a copy: `data` may be let go.
 *
 * @throws RangeError when `data` is no model file of this version, or is cut short.
 */
export function loadEntityModel(data: Uint8Array): EntityModel {
  // Not `slice`: on a Node Buffer that is a view.
  const bytes = new Uint8Array(data);
  const readers: LanguageModel[] = [];
  for (let at = 0; at === 0 || at < bytes.length;) {
    const { parts, end } = readPart(bytes, at);
    readers.push(partsToModel(parts, readers[0]?.lexicon));
    at = end;
  }
  return { readers };
}

function readPart(bytes: Uint8Array, start: number): { parts: EntityModelParts; end: number } {
  const body = start + headerLength * 4;
  if (bytes.length < body)
    throw new RangeError(`an entity model has a header; got ${bytes.length - start} bytes`);
  const header = toInt32(bytes.subarray(start, body));
  const [foundMagic, labels, featureCount = 0, lexiconCount = 0, languageBytes = 0, scaleBits = 0] = header;
  if (foundMagic !== magic || labels !== labelCount)
    throw new RangeError('not an entity model of this version');
  const lengths = sectionLengths(featureCount, lexiconCount, languageBytes);
  const end = lengths.reduce((sum, length) => sum + length, body);
  if (Math.min(...lengths) < 0 || end > bytes.length)
    throw new RangeError(`an entity model of this header has ${end} bytes; got ${bytes.length}`);
  return { parts: readSections(bytes.subarray(start, end), lengths, scaleBits), end };
}

function sectionLengths(
  featureCount: number,
  lexiconCount: number,
  languageBytes: number,
): readonly number[] {
  const weights = featureCount * labelCount;
  return [
    labelCount * labelCount * 4,
    featureCount * 4,
    lexiconCount * 4,
    lexiconCount * 4,
    languageBytes,
    // Column by column: like next to like compresses better.
    weights,
  ];
}

function readSections(bytes: Uint8Array, lengths: readonly number[], scaleBits: number): EntityModelParts {
  let at = headerLength * 4;
  const sections = lengths.map((length) => {
    at += length;
    return bytes.subarray(at - length, at);
  });
  const [transitions, featureKeys, lexiconKeys, lexiconBits, languages, columns] = sections;
  return {
    scale: scaleBits / scaleUnit,
    transitions: toInt32(transitions!),
    featureKeys: fromDifferences(toInt32(featureKeys!)),
    lexiconKeys: fromDifferences(toInt32(lexiconKeys!)),
    lexiconBits: toInt32(lexiconBits!),
    languages: String.fromCharCode(...languages!).split(' '),
    weights: transpose(new Int8Array(columns!.slice().buffer), labelCount, columns!.length / labelCount),
  };
}

/** Scales are stored as whole numbers of this unit. */
const scaleUnit = 1 << 24;

export function writeEntityModel(parts: readonly EntityModelParts[]): Uint8Array {
  return concatenate(parts.map(writePart));
}

function writePart(parts: EntityModelParts): Uint8Array {
  const languages = Uint8Array.from(parts.languages.join(' '), (character) => character.charCodeAt(0));
  const featureCount = parts.featureKeys.length;
  const header = Int32Array.of(
    magic,
    labelCount,
    featureCount,
    parts.lexiconKeys.length,
    languages.length,
    Math.round(parts.scale * scaleUnit),
    0,
    0,
  );
  const features = sortByKey(parts.featureKeys);
  const lexicon = sortByKey(parts.lexiconKeys);
  const rows = new Int8Array(parts.weights.length);
  features.forEach((from, to) => {
    rows.set(parts.weights.subarray(from * labelCount, (from + 1) * labelCount), to * labelCount);
  });
  const sections = [
    header,
    parts.transitions,
    toDifferences(features.map((i) => parts.featureKeys[i]!)),
    toDifferences(lexicon.map((i) => parts.lexiconKeys[i]!)),
    lexicon.map((i) => parts.lexiconBits[i]!),
    languages,
    transpose(rows, featureCount, labelCount),
  ];
  return concatenate(sections.map((s) => new Uint8Array(s.buffer, s.byteOffset, s.byteLength)));
}

/** `shared` is the lexicon of a part that has none of its own. */
export function partsToModel(parts: EntityModelParts, shared?: Lexicon): LanguageModel {
  const own = { table: buildHashTable(parts.lexiconKeys), bits: parts.lexiconBits };
  return {
    scale: parts.scale,
    features: buildHashTable(parts.featureKeys),
    weights: packRows(parts.weights),
    transitions: parts.transitions,
    lexicon: parts.lexiconKeys.length === 0 && shared !== undefined ? shared : own,
    languages: parts.languages,
  };
}

/** The index order that sorts the keys. */
function sortByKey(keys: Int32Array): Int32Array {
  return Int32Array.from(keys.keys()).sort((a, b) => keys[a]! - keys[b]!);
}

/** Sorted keys as steps, which compress; the sums wrap around as 32-bit integers do. */
function toDifferences(keys: Int32Array): Int32Array {
  return keys.map((key, i) => (i === 0 ? key : key - keys[i - 1]!));
}

function fromDifferences(steps: Int32Array): Int32Array {
  for (let i = 1; i < steps.length; i++) steps[i] = steps[i]! + steps[i - 1]!;
  return steps;
}

function toInt32(bytes: Uint8Array): Int32Array {
  return new Int32Array(bytes.slice().buffer);
}

function transpose(values: Int8Array, rows: number, columns: number): Int8Array {
  const turned = new Int8Array(values.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++)
      turned[column * rows + row] = values[row * columns + column]!;
  }
  return turned;
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
