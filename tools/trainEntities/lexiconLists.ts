import { readdirSync, readFileSync } from 'node:fs';
import { lexiconBit, hashPhrase } from '../../src/core/entities/recogniser/lexicon.ts';
import { buildHashTable, extendPhrase, hashString } from '../../src/core/entities/recogniser/hash.ts';
import { foldWord, type Lexicon } from '../../src/core/entities/recogniser/lexicon.ts';
import type { NameLists } from './generator/inventedNames.ts';
import { tokenize } from '../../src/core/text/tokens.ts';

export interface LexiconData {
  readonly keys: Int32Array;
  readonly bits: Int32Array;
}

type ListName = keyof typeof lexiconBit;

/** Reads `LIST.txt`, `LIST.more.txt` …: one phrase per line or several with `;` between; `#` begins a comment. */
export function readLists(folder: string): Map<ListName, string[]> {
  const lists = new Map<ListName, string[]>();
  for (const file of readdirSync(folder).sort()) {
    const name = file.split('.')[0] as ListName;
    if (!file.endsWith('.txt') || !(name in lexiconBit)) continue;
    const phrases = readFileSync(`${folder}/${file}`, 'utf8')
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .flatMap((line) => line.split(';'))
      .map((phrase) => phrase.trim())
      .filter((phrase) => phrase !== '');
    lists.set(name, [...(lists.get(name) ?? []), ...phrases]);
  }
  return lists;
}

/** Adds the places and universities of `phr.tsv` (phrase, tab, class): GeoNames and Hipo, see models/NOTICE-entities.md. */
export function addPhraseFile(lists: Map<ListName, string[]>, file: string): void {
  const classes: Readonly<Record<string, ListName>> = { city: 'city', town: 'town', univ: 'university' };
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [phrase = '', name = ''] = line.split('\t');
    const list = classes[name];
    if (list !== undefined && phrase.length > 2) {
      const phrases = lists.get(list);
      if (phrases === undefined) lists.set(list, [phrase]);
      else phrases.push(phrase);
    }
  }
}

/** The words that stand in lower case at least `least` times in the texts. */
export function lowerCaseWords(texts: readonly string[], least: number): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const { text: word } of tokenize(text)) {
      if (/^\p{Ll}[\p{Ll}'’-]+$/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts].filter(([, count]) => count >= least).map(([word]) => word);
}

/** Hashes the lists, with the beginnings of longer phrases marked so that look-up can stop early. */
export function compileLexicon(lists: ReadonlyMap<ListName, readonly string[]>): LexiconData {
  const bits = new Map<number, number>();
  const mark = (key: number, bit: number): void => {
    bits.set(key, (bits.get(key) ?? 0) | bit);
  };
  for (const [name, phrases] of lists) {
    for (const phrase of phrases) {
      const words = tokenize(phrase).map((token) => token.text);
      if (words.length === 0 || words.length > 8) continue;
      mark(hashPhrase(words), lexiconBit[name]);
      let beginning = 0;
      for (const word of words.slice(0, -1)) {
        beginning = extendPhrase(beginning, hashString(foldWord(word)));
        mark(beginning, lexiconBit.prefix);
      }
    }
  }
  const keys = Int32Array.from(bits.keys()).sort();
  return { keys, bits: keys.map((key) => bits.get(key)!) };
}

export function toLexicon(data: LexiconData): Lexicon {
  return { table: buildHashTable(data.keys), bits: data.bits };
}

/** The lists that the generator draws real names from. */
export function nameListsOf(lists: ReadonlyMap<ListName, readonly string[]>): NameLists {
  const list = (name: ListName): readonly string[] => [...(lists.get(name) ?? [])];
  return {
    firstNames: list('firstName'),
    lastNames: list('lastName'),
    cities: list('city'),
    companies: list('company'),
    bodies: list('publicBody'),
    media: list('media'),
    clubs: list('club'),
  };
}
