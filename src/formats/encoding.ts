import { isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import type { Evidence } from '../core/index.ts';

/** The text of some bytes, without byte order mark, or why they are not a text. */
export type Decoded =
  | {
      readonly text: string;
      /** IANA name in lower case, e.g. `utf-8`, `utf-16le`, `windows-1252`. */
      readonly encoding: string;
      readonly hasBom: boolean;
      /** Bytes that are not of the encoding, each shown as U+FFFD. */
      readonly replacedBytes: number;
    }
  | { readonly reason: Evidence };

export type DecodedText = Exclude<Decoded, { readonly reason: Evidence }>;

/** Enough of a file to tell its kind by. */
const sampleSize = 65_536;
/** Control characters beyond this share of a sample are no text's. */
const binaryShare = 0.01;
/** In UTF-16 of a European text nearly every other byte is 0. */
const wideShare = 0.3;
/** French and Spanish have some 4 % of letters above ASCII; other scripts in a one-byte encoding have most. */
const exoticShare = 0.25;
/** Of 100, from the library: below it an exotic guess is no proof. */
const exoticConfidence = 40;

/** First bytes of files that are never text, in hexadecimal: PDF, ZIP and Office, PNG, GIF, JPEG, gzip, old Office, 7z. */
const signatures = [
  '25504446',
  '504b0304',
  '89504e47',
  '47494638',
  'ffd8ff',
  '1f8b08',
  'd0cf11e0',
  '377abcaf',
];

/**
 * Decodes bytes of unknown encoding. A byte order mark decides, then valid UTF-8; UTF-16 without a mark is known by its
 * zero bytes; a text that is UTF-8 but for a few bytes is read as such; what is left is Windows-1252 unless its bytes
 * prove another script.
 */
export function decodeBytes(bytes: Uint8Array): Decoded {
  const marked = decodeMarked(bytes);
  if (marked) return marked;
  const sample = bytes.subarray(0, sampleSize);
  if (hasSignature(sample)) return { reason: { rule: 'binary' } };
  if (isUtf8(bytes)) {
    const decoded = decodeUnicode(bytes, 'utf-8', false);
    // Without them nothing below could say otherwise: most files end here.
    if (!controlSign.test(decoded.text.slice(0, sampleSize))) return decoded;
  }
  const wide = wideEncoding(sample);
  if (wide) return decodeUnicode(bytes, wide, false);
  if (controlCount(sample) > Math.max(1, sample.length * binaryShare)) return { reason: { rule: 'binary' } };
  const { sequences, invalid } = countUtf8(bytes);
  if (invalid === 0 || sequences > invalid * 4)
    return { ...decodeUnicode(bytes, 'utf-8', false), replacedBytes: invalid };
  const encoding = oneByteEncoding(sample);
  return { text: iconv.decode(Buffer.from(bytes), encoding), encoding, hasBom: false, replacedBytes: 0 };
}

/** The bytes of a text in the encoding it was read from, byte order mark included. */
export function encodeText(
  text: string,
  { encoding, hasBom }: Pick<DecodedText, 'encoding' | 'hasBom'>,
): Buffer {
  return iconv.encode(text, encoding, { addBOM: hasBom });
}

function decodeMarked(bytes: Uint8Array): Decoded | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    const body = bytes.subarray(3);
    return { ...decodeUnicode(body, 'utf-8', true), replacedBytes: countUtf8(body).invalid };
  }
  if (first === 0xff && second === 0xfe) return decodeUnicode(bytes.subarray(2), 'utf-16le', true);
  if (first === 0xfe && second === 0xff) return decodeUnicode(bytes.subarray(2), 'utf-16be', true);
  return undefined;
}

function decodeUnicode(bytes: Uint8Array, encoding: string, hasBom: boolean) {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  return { text, encoding, hasBom, replacedBytes: 0 };
}

function hasSignature(sample: Uint8Array): boolean {
  const head = Buffer.from(sample.subarray(0, 8)).toString('hex');
  return signatures.some((signature) => head.startsWith(signature));
}

function wideEncoding(sample: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const zeros = [0, 0];
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i % 2]!++;
  const pairs = sample.length / 2;
  const [high = 0, low = 0] = zeros.map((count) => count / pairs);
  if (low > wideShare && high < low / 10) return 'utf-16le';
  return high > wideShare && low < high / 10 ? 'utf-16be' : undefined;
}

/** What `controlCount` counts. */
const controlSign = /[\u0000-\u0008\u000b\u000e-\u0019\u001c-\u001f]/;

function controlCount(sample: Uint8Array): number {
  let count = 0;
  for (const byte of sample) {
    // Tab, line feed, form feed, return and escape stand in texts; so does the end-of-file sign of old systems (0x1a).
    const isOfText = byte === 9 || byte === 10 || byte === 12 || byte === 13 || byte === 27 || byte === 26;
    if (byte < 32 && !isOfText) count++;
  }
  return count;
}

/** Well-formed sequences of more than one byte, and bytes that belong to none (Unicode 15, table 3-7). */
function countUtf8(bytes: Uint8Array): { sequences: number; invalid: number } {
  let sequences = 0;
  let invalid = 0;
  for (let i = 0; i < bytes.length;) {
    if (bytes[i]! < 0x80) {
      i++;
      continue;
    }
    const length = sequenceLength(bytes, i);
    if (length > 0) sequences++;
    else invalid++;
    i += Math.max(1, length);
  }
  return { sequences, invalid };
}

/** The length of the well-formed sequence at a byte ≥ 0x80, or 0. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || at + length > bytes.length) return 0;
  const second = bytes[at + 1]!;
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < lowest || second > highest) return 0;
  for (let i = 2; i < length; i++) if ((bytes[at + i]! & 0xc0) !== 0x80) return 0;
  return length;
}

function oneByteEncoding(sample: Uint8Array): string {
  const high = sample.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  const signs = sample.reduce((count, byte) => count + (byte > 0x20 ? 1 : 0), 0);
  if (high < signs * exoticShare) return 'windows-1252';
  const guess = analyse(sample).find(
    ({ name }) => !/^(UTF|ISO-8859-(1|2|9|15)$|windows-125[024])/i.test(name),
  );
  return guess && guess.confidence >= exoticConfidence && iconv.encodingExists(guess.name)
    ? guess.name.toLowerCase()
    : 'windows-1252';
}
