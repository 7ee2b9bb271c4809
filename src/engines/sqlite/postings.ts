import type { Database } from './database.ts';
import { free, PackedReader, PackedWriter } from './packing.ts';

/** Where a name stands in one article: how often, and its first mention in the original text. */
export interface Posting {
  readonly doc: number;
  readonly mentions: number;
  readonly start: number;
  readonly length: number;
}

/** Articles of one packed row: big enough to pack well, small enough to be rewritten when one article changes. */
const blockSize = 4096;
/** A row's id is its name's id and its block: more blocks than there can be articles. */
const blocksPerName = 2 ** 20;

/** Articles, ascending, and how often each names something. */
export interface ArticleCounts {
  readonly docs: Uint32Array;
  readonly mentions: Uint32Array;
}

/** The articles that a name stands in, and how often: many times faster than all that is known of them. */
export function readCounts(database: Database, name: number): ArticleCounts {
  const blocks = readBlocks(database, name);
  // A posting takes four bytes or more.
  const most = blocks.reduce((sum, { data }) => sum + (data.length >> 2), 0);
  const docs = new Uint32Array(most);
  const mentions = new Uint32Array(most);
  let count = 0;
  for (const { data, base } of blocks) {
    let doc = base;
    for (let at = 0; at < data.length;) {
      let step = data[at++]!;
      // A block has fewer articles than two bytes can tell.
      if (step > 0x7f) step = (step & 0x7f) | (data[at++]! << 7);
      let often = data[at++]!;
      if (often > 0x7f) {
        often &= 0x7f;
        for (let scale = 7; ; scale += 7) {
          const byte = data[at++]!;
          often |= (byte & 0x7f) << scale;
          if (byte < 0x80) break;
        }
      }
      doc += step;
      docs[count] = doc;
      mentions[count++] = often;
      for (let rest = 2; rest > 0; at++) if (data[at]! < 0x80) rest--;
    }
    free(data);
  }
  return { docs: docs.subarray(0, count), mentions: mentions.subarray(0, count) };
}

/** The counts of several names of one entity as those of one. */
export function uniteCounts(a: ArticleCounts, b: ArticleCounts): ArticleCounts {
  const docs = new Uint32Array(a.docs.length + b.docs.length);
  const mentions = new Uint32Array(docs.length);
  let count = 0;
  let i = 0;
  let j = 0;
  while (i < a.docs.length && j < b.docs.length) {
    const left = a.docs[i]!;
    const right = b.docs[j]!;
    docs[count] = left < right ? left : right;
    let often = 0;
    if (left <= right) often += a.mentions[i++]!;
    if (right <= left) often += b.mentions[j++]!;
    mentions[count++] = often;
  }
  const [rest, from] = i < a.docs.length ? [a, i] : [b, j];
  docs.set(rest.docs.subarray(from), count);
  mentions.set(rest.mentions.subarray(from), count);
  count += rest.docs.length - from;
  return { docs: docs.subarray(0, count), mentions: mentions.subarray(0, count) };
}

/** How often each of some of the articles (ascending) names what was counted. */
export function mentionsIn(docs: Uint32Array, counts: ArticleCounts): Uint32Array {
  if (docs.length === counts.docs.length) return counts.mentions;
  let at = 0;
  return docs.map((doc) => {
    while (counts.docs[at]! < doc) at++;
    return counts.mentions[at]!;
  });
}

/** Where a name stands in some articles. */
export function findPostings(
  database: Database,
  name: number,
  docs: ReadonlySet<number>,
): readonly Posting[] {
  const wanted = new Map<number, Set<number>>();
  for (const doc of docs) {
    const block = Math.floor(doc / blockSize);
    const inBlock = wanted.get(block) ?? new Set();
    wanted.set(block, inBlock.add(doc));
  }
  const found: Posting[] = [];
  for (const [block, inBlock] of wanted) {
    const row = database.get('SELECT data FROM posting WHERE id = ?', name * blocksPerName + block);
    if (row) findInBlock(row['data'] as Uint8Array, block * blockSize, inBlock, found);
  }
  return found;
}

/** A frequent name stands in very many articles: what is not wanted of them is passed over. */
function findInBlock(data: Uint8Array, base: number, wanted: Set<number>, found: Posting[]): void {
  const reader = new PackedReader(data);
  let doc = base;
  while (!reader.isAtEnd && wanted.size > 0) {
    doc += reader.number();
    if (wanted.delete(doc)) {
      found.push({ doc, mentions: reader.number(), start: reader.number(), length: reader.number() });
    } else {
      reader.skip(3);
    }
  }
}

function readBlocks(
  database: Database,
  name: number,
): { readonly data: Uint8Array; readonly base: number }[] {
  const first = name * blocksPerName;
  const rows = database.all(
    'SELECT id, data FROM posting WHERE id BETWEEN ? AND ? ORDER BY id',
    first,
    first + blocksPerName - 1,
  );
  return rows.map((row) => {
    return { data: row['data'] as Uint8Array, base: (Number(row['id']) % blocksPerName) * blockSize };
  });
}

/** Postings of several names of one entity as those of one: mentions added up, the earliest first mention kept. */
export function mergePostings(lists: readonly (readonly Posting[])[]): readonly Posting[] {
  if (lists.length === 1) return lists[0]!;
  const merged = new Map<number, Posting>();
  for (const posting of lists.flat()) {
    const other = merged.get(posting.doc);
    if (!other) {
      merged.set(posting.doc, posting);
      continue;
    }
    const { start, length } = posting.start < other.start ? posting : other;
    merged.set(posting.doc, { doc: posting.doc, mentions: posting.mentions + other.mentions, start, length });
  }
  return [...merged.values()].sort((a, b) => a.doc - b.doc);
}

/** Replaces what is known of some articles for one name; `undefined` takes the article out. */
export function changePostings(
  database: Database,
  name: number,
  changes: ReadonlyMap<number, Posting | undefined>,
): void {
  const blocks = new Map<number, Map<number, Posting | undefined>>();
  for (const [doc, posting] of changes) {
    const block = Math.floor(doc / blockSize);
    const inBlock = blocks.get(block) ?? new Map<number, Posting | undefined>();
    blocks.set(block, inBlock.set(doc, posting));
  }
  for (const [block, inBlock] of blocks) changeBlock(database, name * blocksPerName + block, block, inBlock);
}

function changeBlock(
  database: Database,
  id: number,
  block: number,
  changes: ReadonlyMap<number, Posting | undefined>,
): void {
  const known: Posting[] = [];
  const row = database.get('SELECT data FROM posting WHERE id = ?', id);
  if (row) unpack(row['data'] as Uint8Array, block * blockSize, (posting) => known.push(posting));
  const kept = known.filter(({ doc }) => !changes.has(doc));
  for (const posting of changes.values()) if (posting) kept.push(posting);
  if (kept.length === 0) {
    if (row) database.run('DELETE FROM posting WHERE id = ?', id);
    return;
  }
  kept.sort((a, b) => a.doc - b.doc);
  database.run('INSERT OR REPLACE INTO posting VALUES (?, ?)', id, pack(kept, block * blockSize));
}

const writer = new PackedWriter();

/** For each article: its distance from the one before, mentions, start and length of the first. */
function pack(postings: readonly Posting[], base: number): Uint8Array {
  let previous = base;
  for (const { doc, mentions, start, length } of postings) {
    writer.number(doc - previous);
    writer.number(mentions);
    writer.number(start);
    writer.number(length);
    previous = doc;
  }
  return writer.take();
}

function unpack(data: Uint8Array, base: number, take: (posting: Posting) => void): void {
  const reader = new PackedReader(data);
  let doc = base;
  while (!reader.isAtEnd) {
    doc += reader.number();
    take({ doc, mentions: reader.number(), start: reader.number(), length: reader.number() });
  }
}
