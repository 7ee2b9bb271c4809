import type { ArticleRecord } from '../article/record.ts';
import { outletGroup } from '../outletGroup.ts';
import type { ArticleCuration, Curation, DateChoice } from './curation.ts';
import { foldBlanks } from './foldBlanks.ts';
import { PassageTable } from './passageTable.ts';

/** What the user has said of a record, for `CorpusEvidence.curation`; `undefined` when that is nothing. */
export function curationFor(curation: Curation, record: ArticleRecord): ArticleCuration | undefined {
  const { table, dates } = compiled(curation);
  const passages = table.isEmpty
    ? []
    : table.choicesIn(foldBlanks(record.text).text, { article: record.id, outlet: outletGroup(record) });
  const date = dates.get(record.id);
  if (passages.length === 0 && date === undefined) return undefined;
  return { passages, ...(date !== undefined && { date }) };
}

interface Compiled {
  readonly table: PassageTable;
  readonly dates: ReadonlyMap<string, string | null>;
}

const known = new WeakMap<Curation, Compiled>();

/** The tables of a curation, made once: it is asked for every article of the corpus. */
function compiled(curation: Curation): Compiled {
  let tables = known.get(curation);
  if (!tables) {
    tables = { table: new PassageTable(curation.passages), dates: datesByArticle(curation.dates) };
    known.set(curation, tables);
  }
  return tables;
}

/** Of two dates for one article neither can be the user's word more than the other: both are passed over. */
function datesByArticle(choices: readonly DateChoice[]): ReadonlyMap<string, string | null> {
  const dates = new Map<string, string | null>();
  const contradicted = new Set<string>();
  for (const { article, date } of choices) {
    const other = dates.get(article);
    if (other !== undefined && other !== date) contradicted.add(article);
    dates.set(article, date);
  }
  for (const article of contradicted) dates.delete(article);
  return dates;
}
