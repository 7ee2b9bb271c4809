import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { Evidence, FileStamp, RecordFields } from '../core/index.ts';
import type { FieldRole } from './fields/fieldNames.ts';
import { recogniseFields, type FieldChoices } from './fields/recogniseFields.ts';
import { FieldUse } from './fields/fieldUse.ts';
import type { RecordsOutcome } from './records/readRecords.ts';
import { inTime, unlessStalled } from './inTime.ts';
import { isSideTable, readSideTable, type SideTable } from './sideTable.ts';
import type { StatedFacts } from './statedFacts.ts';

/** Where the user says what the fields of a corpus are for. */
export const settingsPath = '.corpus/corpus.yaml';

/** Nobody writes more of them. Bytes. */
const largestSettings = 1_000_000;

/** The names of roles as people write them. */
const roleNames: Readonly<Record<string, FieldRole | 'ignore'>> = {
  ...{ text: 'text', html: 'html', url: 'url', title: 'title', date: 'published', published: 'published' },
  ...{ modified: 'modified', crawled: 'crawled', author: 'author', authors: 'author', outlet: 'outlet' },
  ...{ source: 'outlet', language: 'language', lang: 'language', section: 'section', ignore: 'ignore' },
};

/** What a corpus says of its files beside them: the roles of fields, and tables of metadata. */
export class CorpusSettings {
  readonly fields: FieldChoices | undefined;
  /** Of the settings file; absent when there is none. */
  readonly stamp: FileStamp | undefined;
  /** What is wrong with the settings file. */
  readonly problem: Evidence | undefined;
  private readonly root: string;
  private readonly tables = new Map<string, Promise<SideTable | undefined>>();

  constructor(root: string, read: Pick<CorpusSettings, 'fields' | 'stamp' | 'problem'>) {
    this.root = root;
    this.fields = read.fields;
    this.stamp = read.stamp;
    this.problem = read.problem;
  }

  /** What a table of metadata, in the folder of an article or above it, says of the article. */
  async statedOf(path: string): Promise<StatedFacts | undefined> {
    const parts = path.normalize('NFC').split('/');
    for (let depth = parts.length - 1; depth >= 0; depth--) {
      const table = await this.tableIn(path.split('/').slice(0, depth).join('/'));
      const stated = table?.statedOf(parts.slice(depth).join('/'));
      if (stated) return stated;
    }
    return undefined;
  }

  /** What there is to say of a table of metadata; undefined when the file is none. */
  async sideTable(path: string): Promise<RecordsOutcome | undefined> {
    if (!isSideTable(path)) return undefined;
    const folder = path.split('/').slice(0, -1).join('/');
    const table = await readSideTable(
      join(this.root, folder),
      path.slice(folder === '' ? 0 : folder.length + 1),
      this.fields,
    );
    if (!table) return undefined;
    const use = new FieldUse();
    use.add(recogniseFields(table.names, this.fields), undefined);
    const fields: RecordFields | undefined = use.summary();
    const evidence = await this.tableProblem(join(this.root, folder), table);
    return {
      ...(fields && { fields }),
      ...(evidence && { skipped: { path, evidence, isRead: true } }),
    };
  }

  private tableIn(folder: string): Promise<SideTable | undefined> {
    let table = this.tables.get(folder);
    if (!table) {
      table = this.findTable(folder);
      this.tables.set(folder, table);
    }
    return table;
  }

  private async findTable(folder: string): Promise<SideTable | undefined> {
    const names = await readdir(join(this.root, folder)).catch(() => []);
    const name = names.filter(isSideTable).sort()[0];
    return name === undefined ? undefined : readSideTable(join(this.root, folder), name, this.fields);
  }

  private async tableProblem(folder: string, table: SideTable): Promise<Evidence | undefined> {
    const present = new Set<string>();
    for (const name of await readdir(folder).catch(() => [])) {
      present.add(name.normalize('NFC'));
      present.add(name.normalize('NFC').replace(/\.[^./]+$/, ''));
    }
    const missing: string[] = [];
    for (const id of table.ids) if (!(await isThere(folder, id, present))) missing.push(id);
    if (missing.length > 0) {
      return {
        rule: 'rowsWithoutFile',
        values: { rows: missing.length, of: table.ids.length, first: missing[0]! },
      };
    }
    if (table.badRows)
      return { rule: 'badTableRows', values: { rows: table.badRows.count, line: table.badRows.line } };
    return table.repeated > 0 ? { rule: 'repeatedRows', values: { rows: table.repeated } } : undefined;
  }
}

/** Reads what a corpus says of its files; what is wrong is in `problem`. Rejects only when the drive does not answer. */
export async function readSettings(root: string): Promise<CorpusSettings> {
  const file = join(root, settingsPath);
  const found = await inTime(stat(file)).catch(unlessStalled);
  const none = { fields: undefined, stamp: undefined, problem: undefined };
  if (!found?.isFile()) return new CorpusSettings(root, none);
  const stamp = { path: settingsPath, modifiedMs: found.mtimeMs, size: found.size };
  if (found.size > largestSettings) return new CorpusSettings(root, { ...none, stamp });
  const text = await inTime(readFile(file, 'utf8')).catch(unlessStalled);
  return new CorpusSettings(root, { stamp, ...parseSettings(text ?? '') });
}

/** The choices a settings text makes; a part that cannot be read is left out and named with its line. */
export function parseSettings(text: string): Pick<CorpusSettings, 'fields' | 'problem'> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent' });
  const [error] = document.errors;
  if (error) {
    const { line } = lines.linePos(error.pos[0]);
    return { fields: undefined, problem: { rule: 'badSettings', values: { line } } };
  }
  let fields: unknown;
  try {
    fields = (document.toJS({ maxAliasCount: 20 }) as { fields?: unknown } | null)?.fields;
  } catch {
    // An alias that leads nowhere, or one that stands for itself: no error says where.
    return { fields: undefined, problem: { rule: 'badSettings', values: { line: 1 } } };
  }
  if (fields === undefined || fields === null) return { fields: undefined, problem: undefined };
  if (typeof fields !== 'object' || Array.isArray(fields))
    return { fields: undefined, problem: { rule: 'unknownSetting', values: { name: 'fields' } } };
  const choices: Record<string, readonly string[]> = {};
  let problem: Evidence | undefined;
  for (const [name, chosen] of Object.entries(fields)) {
    const known = name.toLowerCase();
    const role = Object.hasOwn(roleNames, known) ? roleNames[known] : undefined;
    const names = (Array.isArray(chosen) ? chosen : [chosen]).filter((each) => typeof each === 'string');
    if (role === undefined || names.length === 0) problem = { rule: 'unknownSetting', values: { name } };
    else choices[role] = [...(choices[role] ?? []), ...names];
  }
  return { fields: choices, problem };
}

async function isThere(folder: string, id: string, present: ReadonlySet<string>): Promise<boolean> {
  if (present.has(id)) return true;
  // A row is never a way out of the corpus, not even to ask whether something is there.
  if (!id.includes('/') || id.split('/').some((part) => part === '..' || part === '')) return false;
  const below = id.split('/').slice(0, -1).join('/');
  const names = await readdir(join(folder, below)).catch(() => []);
  const name = id.slice(below.length + 1);
  return names.some((each) => each === name || each.replace(/\.[^./]+$/, '') === name);
}
