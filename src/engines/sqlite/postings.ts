import type { Database } from './database.ts';
import { PackedReader, PackedWriter } from './packing.ts';

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

/** The articles that a name stands in, ascending. */
export function readPostings(database: Database, name: number): Posting[] {
  const first = name * blocksPerName;
  const postings: Posting[] = [];
  const rows = database.all(
    'SELECT id, data FROM posting WHERE id BETWEEN ? AND ?',
    first,
    first + blocksPerName - 1,
  );
  for (const row of rows) {
    unpack(row['data'] as Uint8Array, (Number(row['id']) % blocksPerName) * blockSize, postings);
  }
  return postings;
}

/** Postings of several names of one entity as those of one: mentions added up, the earliest first mention kept. */
export function mergePostings(lists: readonly Posting[][]): Posting[] {
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
  if (row) unpack(row['data'] as Uint8Array, block * blockSize, known);
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

function unpack(data: Uint8Array, base: number, into: Posting[]): void {
  const reader = new PackedReader(data);
  let doc = base;
  while (!reader.isAtEnd) {
    doc += reader.number();
    into.push({ doc, mentions: reader.number(), start: reader.number(), length: reader.number() });
  }
}
