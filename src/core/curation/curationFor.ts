import type { ArticleRecord } from '../article/record.ts';
import { outletGroup } from '../outletGroup.ts';
import type { ArticleCuration, Curation, DateChoice } from './curation.ts';
import { foldBlanks } from './foldBlanks.ts';
import { NameFinder } from './nameFinder.ts';
import { ownNamesOf, type OwnName } from './ownNames.ts';
import { PassageTable } from './passageTable.ts';

/** What the user has said of a record, for `CorpusEvidence.curation`; `undefined` when that is nothing. */
export function curationFor(curation: Curation, record: ArticleRecord): ArticleCuration | undefined {
  const { table, dates, finder } = compiled(curation);
  const passages = table.isEmpty
    ? []
    : table.choicesIn(foldBlanks(record.text).text, { article: record.id, outlet: outletGroup(record) });
  const date = dates.get(record.id);
  const names = namesIn(finder, record.text);
  if (passages.length === 0 && date === undefined && names.length === 0) return undefined;
  return { passages, ...(date !== undefined && { date }), ...(names.length > 0 && { names }) };
}

function namesIn(finder: NameFinder, text: string): readonly OwnName[] {
  return [...new Set(finder.find(text).map(({ name }) => name))];
}

interface Compiled {
  readonly table: PassageTable;
  readonly dates: ReadonlyMap<string, string | null>;
  readonly finder: NameFinder;
}

const known = new WeakMap<Curation, Compiled>();

/** The tables of a curation, made once: it is asked for every article of the corpus. */
function compiled(curation: Curation): Compiled {
  let tables = known.get(curation);
  if (!tables) {
    tables = {
      table: new PassageTable(curation.passages),
      dates: datesByArticle(curation.dates),
      finder: new NameFinder(ownNamesOf(curation.entities ?? [])),
    };
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
