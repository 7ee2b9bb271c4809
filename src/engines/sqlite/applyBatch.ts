import {
  entryOf,
  entryOfArticle,
  foldText,
  isLeftOut,
  joinKey,
  namesOfChoice,
  parseEntityId,
  type ArticleAnalysis,
  type ArticleContribution,
  type ArticleEntry,
  type Batch,
  type BatchFile,
  type EntityChoice,
  type JoinNames,
  type RecordPlace,
} from '../../core/index.ts';
import {
  packMentions,
  packSpans,
  unpackMentions,
  commonSource,
  type ArticleDetails,
  type StoredMention,
} from './articleRows.ts';
import { BatchTotals } from './batchTotals.ts';
import type { NameDictionary } from './nameDictionary.ts';
import { forgetAnswers, readMeta, type Parts } from './parts.ts';
import { refreshEntities } from './refreshEntities.ts';
import { placeOf } from './sources.ts';

/** What an article proves of names, stored so that it can be taken back. Ids of names and `joinKey`s. */
interface Proofs {
  readonly also: readonly (readonly [number, number])[];
  readonly reasons: readonly (readonly [number, string])[];
}

/** What is written in one transaction, which the caller holds: one batch or several, whose totals are written at the end. */
export function beginWriting(parts: Parts, dictionary: NameDictionary, joinNames: JoinNames): Writing {
  return {
    parts,
    dictionary,
    joinNames,
    areChoicesChanged: false,
    totals: new BatchTotals(),
    documents: readMeta(parts.database, 'documents'),
  };
}

/** Writes the articles of a batch, and takes those out that it replaces. */
export function addBatch(writing: Writing, batch: Batch): void {
  const { parts, dictionary } = writing;
  const { database } = parts;
  if (batch.entityChoices !== undefined) {
    keepChoices(parts, dictionary, batch.entityChoices);
    writing.areChoicesChanged = true;
  }
  for (const path of batch.removedPaths) {
    const file = fileNumber(writing, path);
    if (file === undefined) continue;
    withdrawFile(writing, file);
    database.run('DELETE FROM file WHERE id = ?', file);
  }
  for (const file of lastOfEach(batch.files)) writeFile(writing, file);
  for (const { id, analysis } of batch.amended ?? []) amendArticle(writing, id, analysis);
  if (batch.curationNote !== undefined) {
    database.run("INSERT OR REPLACE INTO note VALUES ('curation', ?)", batch.curationNote);
  }
  if (batch.isComplete !== undefined) {
    database.run("UPDATE meta SET value = ? WHERE field = 'isComplete'", Number(batch.isComplete));
  }
}

/** Writes what follows from the batches that were added. Returns the new generation. */
export function finishWriting(writing: Writing): number {
  const { parts } = writing;
  const { database } = parts;
  flush(writing);
  database.run("UPDATE meta SET value = ? WHERE field = 'documents'", writing.documents);
  forgetAnswers(parts);
  parts.copies.settle();
  database.run("UPDATE meta SET value = value + 1 WHERE field = 'generation'");
  return readMeta(database, 'generation');
}

export interface Writing {
  readonly parts: Parts;
  readonly dictionary: NameDictionary;
  readonly joinNames: JoinNames;
  /** The joins have to be decided anew, whatever the batch holds. */
  areChoicesChanged: boolean;
  /** Of what was not flushed yet. */
  totals: BatchTotals;
  /** The last number that was given to an article. */
  documents: number;
}

/** Every name that the user speaks of gets a row, so that it can stand for others. */
function keepChoices(
  { database }: Parts,
  dictionary: NameDictionary,
  choices: readonly EntityChoice[],
): void {
  for (const { type, key } of choices.flatMap(namesOfChoice).map((id) => parseEntityId(id)!)) {
    dictionary.name(type, key);
  }
  database.run("INSERT OR REPLACE INTO note VALUES ('entities', ?)", JSON.stringify(choices));
}

function keptChoices({ database }: Parts): readonly EntityChoice[] {
  const row = database.get("SELECT value FROM note WHERE field = 'entities'");
  return row ? (JSON.parse(String(row['value'])) as readonly EntityChoice[]) : [];
}

/** A file of a million records that changed is taken out in slices: the totals of all at once would fill the memory. */
const sliceSize = 5000;

/** Without files that a later entry of the batch replaces whole. */
function lastOfEach(files: readonly BatchFile[]): BatchFile[] {
  const replaced = new Set<string>();
  const kept: BatchFile[] = [];
  for (const file of [...files].reverse()) {
    if (replaced.has(file.stamp.path)) continue;
    if (!file.isContinued) replaced.add(file.stamp.path);
    kept.push(file);
  }
  return kept.reverse();
}

function writeFile(writing: Writing, { stamp, articles, skipped, fields, ...part }: BatchFile): void {
  const { database } = writing.parts;
  const { path, modifiedMs, size } = stamp;
  const values = [
    modifiedMs,
    size,
    skipped ? JSON.stringify(skipped) : null,
    Number(skipped !== undefined && isLeftOut(skipped)),
    Number(part.isPartial ?? false),
    fields ? JSON.stringify(fields) : null,
  ];
  let id = fileNumber(writing, path);
  if (id === undefined) {
    id = database.run('INSERT INTO file VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)', path, ...values);
  } else {
    if (!part.isContinued) withdrawFile(writing, id);
    database.run(
      'UPDATE file SET modified_ms = ?, size = ?, skipped = ?, is_left_out = ?, is_partial = ?, fields = ? WHERE id = ?',
      ...values,
      id,
    );
  }
  for (const article of articles) addArticle(writing, id, article.id, entryOfArticle(article), article.place);
}

/** Writes what was gathered of totals, and what follows from it for entities. */
function flush(writing: Writing): void {
  const { parts, dictionary, totals, joinNames, areChoicesChanged } = writing;
  const changed = totals.write(parts, dictionary);
  refreshEntities(parts, changed, { joinNames, choices: keptChoices(parts), areChanged: areChoicesChanged });
  parts.sameTexts.settle();
  writing.areChoicesChanged = false;
  writing.totals = new BatchTotals();
}

function addArticle(
  writing: Writing,
  file: number,
  id: string,
  entry: ArticleEntry,
  place: RecordPlace | undefined,
): void {
  const { parts, dictionary, totals } = writing;
  const known = parts.database.get('SELECT doc FROM article WHERE id = ?', id);
  if (known) withdrawArticle(writing, Number(known['doc']));
  const { contribution } = entry;
  const doc = nextDocument(writing);
  const values = {
    date: contribution.date,
    outlet: dictionary.label('outlet', contribution.outlet),
    language: dictionary.label('language', contribution.language),
    marks: contribution.marks,
  };
  totals.addDocument(doc, values, 1);
  const names = contribution.names.map(({ type, key }) => dictionary.name(type, key));
  const mentions = contribution.mentions.map(({ name, start, end, surface, isSure, sentence, paragraph }) => {
    const place = { name: names[name]!, isSure, sentence, paragraph };
    return { surface: dictionary.surface(names[name]!, surface), start, end, ...place };
  });
  for (const { surface } of mentions) totals.addSurface(surface, 1);
  for (const [name, often] of countsOf(mentions)) totals.addName(doc, name, often, 1);
  for (const { name, isSure } of mentions) if (isSure) totals.addSure(name, 1);
  totals.addUnits(doc, mentions);
  const { title } = contribution.row;
  parts.database.run(
    'INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    doc,
    id,
    file,
    values.date,
    title,
    values.outlet,
    values.language,
    detailsOf(contribution),
    place?.offset ?? null,
    place?.length ?? null,
    place?.line ?? null,
    contribution.marks,
    contribution.fingerprint,
    contribution.date === 0 ? foldText(title) : null,
  );
  parts.copies.add(doc, contribution.sketch);
  parts.sameTexts.change(contribution.fingerprint);
  addBody(writing, doc, entry, mentions, proofsOf(writing, contribution, names));
  addFacts(writing, doc, contribution, names);
}

/** An article that is not known stays so: its file was taken out meanwhile. */
function amendArticle(writing: Writing, id: string, analysis: ArticleAnalysis): void {
  const known = writing.parts.database.get('SELECT file FROM article WHERE id = ?', id);
  if (!known) return;
  const place = placeOf(writing.parts, id);
  addArticle(writing, Number(known['file']), id, entryOf(id, analysis), place);
}

function addBody(
  { parts: { database } }: Writing,
  doc: number,
  { length, boilerplate, titleWords, words }: ArticleEntry,
  mentions: readonly StoredMention[],
  proofs: Proofs,
): void {
  const hasProofs = proofs.also.length + proofs.reasons.length > 0;
  database.run(
    'INSERT INTO body VALUES (?, ?, ?, ?, ?)',
    doc,
    length,
    packSpans(boilerplate),
    packMentions(mentions),
    hasProofs ? JSON.stringify(proofs) : null,
  );
  database.run('INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)', doc, titleWords, words);
}

function addFacts(
  { parts }: Writing,
  doc: number,
  { facts }: ArticleContribution,
  names: readonly number[],
): void {
  for (const { name, other, kind, value, start, end, score } of facts) {
    parts.database.run(
      'INSERT INTO fact VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)',
      doc,
      names[name]!,
      other === undefined ? null : names[other]!,
      kind,
      value,
      start,
      end,
      score,
    );
  }
}

function fileNumber({ parts: { database } }: Writing, path: string): number | undefined {
  const row = database.get('SELECT id FROM file WHERE path = ?', path);
  return row && Number(row['id']);
}

function withdrawFile(writing: Writing, file: number): void {
  const rows = writing.parts.database.all('SELECT doc FROM article WHERE file = ?', file);
  for (const [i, row] of rows.entries()) {
    withdrawArticle(writing, Number(row['doc']));
    if (i % sliceSize === sliceSize - 1) flush(writing);
  }
}

function withdrawArticle({ parts: { database, copies, sameTexts }, totals }: Writing, doc: number): void {
  const article = database.get(
    'SELECT date, outlet, language, marks, fingerprint FROM article WHERE doc = ?',
    doc,
  )!;
  copies.remove(doc);
  sameTexts.change(Number(article['fingerprint']));
  const values = {
    date: Number(article['date']),
    outlet: Number(article['outlet']),
    language: Number(article['language']),
    marks: Number(article['marks']),
  };
  totals.addDocument(doc, values, -1);
  const body = database.get('SELECT mentions, proofs FROM body WHERE doc = ?', doc)!;
  const mentions = unpackMentions(body['mentions'] as Uint8Array).map((mention) => {
    const name = Number(database.get('SELECT name FROM surface WHERE id = ?', mention.surface)?.['name']);
    return { ...mention, name };
  });
  for (const { surface } of mentions) totals.addSurface(surface, -1);
  for (const [name, often] of countsOf(mentions)) totals.addName(doc, name, often, -1);
  for (const { name, isSure } of mentions) if (isSure) totals.addSure(name, -1);
  const proofs = JSON.parse(String(body['proofs'] ?? '{"also":[],"reasons":[]}')) as Proofs;
  for (const [name, other] of proofs.also) totals.addAlso(name, other, -1);
  for (const [name, reason] of proofs.reasons) totals.addReason(name, reason, -1);
  database.run('DELETE FROM article WHERE doc = ?', doc);
  database.run('DELETE FROM body WHERE doc = ?', doc);
  database.run('DELETE FROM words WHERE rowid = ?', doc);
  database.run('DELETE FROM fact WHERE doc = ?', doc);
}

/** Numbers are never used again: an article that is read anew gets a new one, so that one batch can hold both. */
function nextDocument(writing: Writing): number {
  return ++writing.documents;
}

/** How often each name is mentioned. */
function countsOf(mentions: readonly { readonly name: number }[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { name } of mentions) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function proofsOf(
  { dictionary, totals }: Writing,
  { names }: ArticleContribution,
  ids: readonly number[],
): Proofs {
  const also: [number, number][] = [];
  const reasons: [number, string][] = [];
  names.forEach(({ type, alsoKeys, joins }, i) => {
    for (const key of alsoKeys) also.push([ids[i]!, dictionary.name(type, key)]);
    for (const reason of new Set(joins.map(joinKey))) reasons.push([ids[i]!, reason]);
  });
  for (const [name, other] of also) totals.addAlso(name, other, 1);
  for (const [name, reason] of reasons) totals.addReason(name, reason, 1);
  return { also, reasons };
}

function detailsOf({ row, dateSpan }: ArticleContribution): string | null {
  const { isUntitled, aggregator, dateSource, undatedReason, notBefore, authors } = row;
  const details: ArticleDetails = {
    ...(isUntitled && { isUntitled }),
    ...(aggregator !== undefined && { aggregator }),
    ...(dateSource !== undefined && dateSource !== commonSource && { dateSource }),
    ...(undatedReason && { undatedReason }),
    ...(notBefore !== undefined && { notBefore }),
    ...(authors.length > 0 && { authors }),
    ...(dateSpan && { dateSpan: [dateSpan.start, dateSpan.end] as const }),
  };
  return Object.keys(details).length > 0 ? JSON.stringify(details) : null;
}
