import path from 'node:path';
import {
  articleSource,
  isRecordFile,
  type ArticleId,
  type ArticleRecord,
  type Evidence,
  type KnownPlace,
} from '../core/index.ts';
import { readSettings } from '../formats/corpusSettings.ts';
import { openRecords, openSource } from '../formats/openSource.ts';
import { readSourceFile } from '../formats/readSourceFile.ts';

/**
 * Reads the original text of an article from its source file as it is now, for excerpts. `undefined` when the file is
 * gone or no longer text; a record is read only where the index says it stands, in a file that is as it was indexed.
 */
export function createTextReader(
  root: string,
): (id: ArticleId, place?: KnownPlace) => Promise<string | undefined> {
  return async (id, place) => {
    const { record: number } = articleSource(id);
    if (number === undefined) return readWhole(root, id);
    if (!place) return undefined;
    return (await readKnown(root, id, place).catch(() => undefined))?.text;
  };
}

/**
 * The text of an article that is a file. What settings and tables of metadata say of it changes no text, and to look for
 * them means to list its folder: a hundred thousand names where all articles lie in one.
 */
async function readWhole(root: string, id: ArticleId): Promise<string | undefined> {
  if (!isInside(root, id)) return undefined;
  if (isRecordFile(id)) return (await readArticle(root, id))?.text;
  return (await readSourceFile(root, id)).records[0]?.text;
}

/** An article as its source file is now; `isChanged` when that file is another one than `place` is true of. */
export type FoundArticle =
  { readonly record: ArticleRecord; readonly isChanged: boolean } | { readonly missing: Evidence };

/**
 * Looks an article up in its source file: gone to at once where its place is known and the file has not changed, else
 * looked for by its number. An id that would lead out of the corpus is not followed: an index may come from someone else.
 * Nothing is kept between two calls, since a file that was saved meanwhile would give its old text.
 */
export async function findArticle(root: string, id: ArticleId, place?: KnownPlace): Promise<FoundArticle> {
  const { file, record: number } = articleSource(id);
  if (!isInside(root, file)) return { missing: { rule: 'vanished' } };
  const known = place && (await readKnown(root, id, place).catch(() => undefined));
  if (known) return { record: known, isChanged: false };
  const source = await openSource(root, file, await readSettings(root));
  for await (const { record } of source.records)
    if (record.id === id) return { record, isChanged: place !== undefined };
  const reason = source.outcome().skipped;
  if (number === undefined || (reason && !reason.records))
    return { missing: reason?.evidence ?? { rule: 'vanished' } };
  return { missing: { rule: 'recordGone', values: { number } } };
}

/** The record of an article as its source file is now; `undefined` when there is none. */
export async function readArticle(
  root: string,
  id: ArticleId,
  place?: KnownPlace,
): Promise<ArticleRecord | undefined> {
  const found = await findArticle(root, id, place);
  return 'record' in found ? found.record : undefined;
}

async function readKnown(root: string, id: ArticleId, place: KnownPlace): Promise<ArticleRecord | undefined> {
  const { file, record: number } = articleSource(id);
  if (number === undefined || !isInside(root, file)) return undefined;
  const opened = await openRecords(root, file, await readSettings(root));
  if (opened?.stamp.modifiedMs !== place.modifiedMs || opened.stamp.size !== place.size) return undefined;
  return opened.reader.recordAt(place, number);
}

function isInside(root: string, file: string): boolean {
  const fromRoot = path.relative(root, path.resolve(root, file));
  return fromRoot.split(path.sep)[0] !== '..' && !path.isAbsolute(fromRoot);
}
