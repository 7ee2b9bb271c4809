import {
  dateCode,
  entityActions,
  entityChoiceKeys,
  entityChoiceWord,
  entityTypes,
  parseEntityId,
  readWordQuery,
  searchSorts,
  shortPassage,
  type Curation,
  type CurationProblem,
  type DateChoice,
  type EntityChoice,
  type Evidence,
  type PassageChoice,
  type SavedSearch,
  type Span,
} from '../../core/index.ts';
import {
  ChoiceFields,
  datesShape,
  entitiesShape,
  passageKinds,
  passagesShape,
  searchesShape,
  sectionShapes,
  type SectionShape,
} from './choiceFields.ts';
import { problemAt, type RawChoice, type RawCuration, type RawSection } from './curationText.ts';
import { entityWarnings } from './entityWarnings.ts';
import { readCurationText } from './readCurationText.ts';

/** Where the user's corrections stand, relative to the corpus root. */
export const curationPath = '.corpus/curation.yaml';

/** What a curation file says. */
export interface CurationReading {
  /** Undefined when the file as a whole cannot be read: what was known before holds then. */
  readonly curation: Curation | undefined;
  /** In the order of the file. */
  readonly problems: readonly CurationProblem[];
}

/** UTF-16 code units: a hundred thousand choices are less. */
const longestFile = 20_000_000;

/**
 * Reads the text of a curation file. Never throws: what cannot be read is reported and passed over, the rest holds. Two
 * choices that contradict each other are both passed over.
 */
export function readCuration(text: string): CurationReading {
  if (text.length > longestFile) return tooLarge(text);
  const raw = readCurationText(text);
  if (raw.isBroken) return { curation: undefined, problems: raw.problems.map(withSections) };
  const problems: CurationProblem[] = [...sectionProblems(raw)];
  const entities = readSection(raw, problems, sectionReaders.entities);
  const searches = readSection(raw, problems, sectionReaders.searches);
  const curation = {
    passages: readSection(raw, problems, sectionReaders.passages),
    dates: readSection(raw, problems, sectionReaders.dates),
    ...(entities.length > 0 && { entities }),
    ...(searches.length > 0 && { searches }),
  };
  return { curation, problems: problems.sort((a, b) => a.start - b.start) };
}

/** The names of the lists, as sentences about them say them. */
const sectionNames = sectionShapes.map(({ name }) => name).join(', ');

function tooLarge(text: string): CurationReading {
  const evidence = { rule: 'tooLarge', values: { size: text.length, limit: longestFile } };
  return {
    curation: undefined,
    problems: [{ start: 0, end: 0, line: 1, column: 1, severity: 'error', evidence }],
  };
}

function withSections(problem: CurationProblem): CurationProblem {
  if (problem.evidence.rule !== 'notSections') return problem;
  return { ...problem, evidence: { rule: 'notSections', values: { sections: sectionNames } } };
}

function sectionProblems(raw: RawCuration): readonly CurationProblem[] {
  const seen = new Set<string>();
  return raw.sections.flatMap(({ name, key, choices, value }) => {
    const isRepeated = seen.has(name);
    seen.add(name);
    if (name === 'version') return versionProblems(raw, key, value);
    if (!sectionShapes.some((shape) => shape.name === name)) {
      return [
        problemAt(raw.lines, key, { rule: 'unknownSection', values: { name, sections: sectionNames } }),
      ];
    }
    if (choices === undefined)
      return [problemAt(raw.lines, value ?? key, { rule: 'notAList', values: { name } })];
    return isRepeated
      ? [problemAt(raw.lines, key, { rule: 'repeatedSection', values: { name } }, 'warning')]
      : [];
  });
}

/** A file of a later form may say what is not known here: nothing in it is taken for something else. */
function versionProblems(
  raw: RawCuration,
  key: Span,
  value: RawSection['value'],
): readonly CurationProblem[] {
  if (value?.value === '1') return [];
  return [problemAt(raw.lines, value ?? key, { rule: 'unknownVersion' }, 'warning')];
}

interface ReadChoice<T> {
  readonly choice: T;
  readonly raw: RawChoice;
}

/** How the choices of one list are read. */
export interface SectionReader<T> {
  readonly shape: SectionShape;
  readonly read: (fields: ChoiceFields) => T | undefined;
  /** What a choice is about; often one thing. */
  readonly subjectsOf: (choice: T) => readonly string[];
  /** What it says of one of these things: two choices about one thing must say the same. */
  readonly wordOf: (choice: T, subject: string) => string | null;
  /** What one may want to know of choices that hold. */
  readonly warningsOf?: (choices: readonly T[]) => ReadonlyMap<T, Evidence>;
}

/** The sound choices of one list; of those about the same thing only what all say. */
function readSection<T>(
  raw: RawCuration,
  problems: CurationProblem[],
  reader: SectionReader<T>,
): readonly T[] {
  const bySubject = new Map<string, ReadChoice<T>[]>();
  const read: ReadChoice<T>[] = [];
  for (const each of choicesOf(raw, reader.shape.name)) {
    const choice = readChoice(raw, each, reader, problems);
    if (choice === undefined) continue;
    read.push({ choice, raw: each });
    for (const subject of reader.subjectsOf(choice)) {
      const same = bySubject.get(subject);
      if (same) same.push(read.at(-1)!);
      else bySubject.set(subject, [read.at(-1)!]);
    }
  }
  const kept = read.filter((each) => {
    const same = reader.subjectsOf(each.choice).map((subject) => ({ subject, all: bySubject.get(subject)! }));
    return holds(raw, each, same, reader.wordOf, problems);
  });
  const choices = kept.map(({ choice }) => choice);
  const warnings = reader.warningsOf?.(choices);
  for (const each of kept) {
    const evidence = warnings?.get(each.choice);
    if (evidence) problems.push(problemAt(raw.lines, each.raw, evidence, 'warning'));
  }
  return choices;
}

/** One choice as it is written; undefined when it is not sound, and `problems` says why. */
export function readChoice<T>(
  raw: RawCuration,
  each: RawChoice,
  { shape, read }: SectionReader<T>,
  problems: CurationProblem[] = [],
): T | undefined {
  const fields = new ChoiceFields(raw, each, shape);
  const choice = fields.problems.length === 0 ? read(fields) : undefined;
  problems.push(...fields.problems);
  return fields.problems.length === 0 ? choice : undefined;
}

function choicesOf(raw: RawCuration, name: string): readonly RawChoice[] {
  return raw.sections.filter((section) => section.name === name).flatMap(({ choices }) => choices ?? []);
}

/** Whether a choice holds beside the others about one of its things (`same`, itself included): said twice it holds once. */
function holds<T>(
  raw: RawCuration,
  each: ReadChoice<T>,
  same: readonly { readonly subject: string; readonly all: readonly ReadChoice<T>[] }[],
  wordOf: (choice: T, subject: string) => string | null,
  problems: CurationProblem[],
): boolean {
  const lineOf = (other: ReadChoice<T>): number => raw.lines.linePos(other.raw.start).line;
  for (const { subject, all } of same) {
    const word = wordOf(each.choice, subject);
    const other = all.find(({ choice }) => wordOf(choice, subject) !== word);
    if (!other) continue;
    problems.push(problemAt(raw.lines, each.raw, { rule: 'contradiction', values: { line: lineOf(other) } }));
    return false;
  }
  const first = same[0]?.all[0] ?? each;
  if (first === each) return true;
  const evidence = { rule: 'repeatedChoice', values: { line: lineOf(first) } };
  problems.push(problemAt(raw.lines, each.raw, evidence, 'warning'));
  return false;
}

function readPassage(fields: ChoiceFields): PassageChoice | undefined {
  const text = fields.words('text');
  const is = fields.oneOf('is', passageKinds);
  const outlet = fields.text('outlet');
  const article = fields.words('article');
  const lines = fields.has('lines') ? fields.oneOf('lines', ['whole']) : undefined;
  const long = readLong(fields);
  if (text === undefined || is === undefined) return undefined;
  return {
    // A passage that somebody pasted whole is told as briefly as one that was chosen in the editor.
    ...(long ? { text: foldBlanks(text) } : shortPassage(text)),
    is,
    ...(outlet !== undefined && { outlet }),
    ...(article !== undefined && { article }),
    ...(lines === 'whole' && { wholeLines: true }),
    ...(long && { long }),
  };
}

function readLong(fields: ChoiceFields): PassageChoice['long'] {
  const length = fields.text('length');
  const hash = fields.text('hash');
  if (length === undefined && hash === undefined) return undefined;
  if (length === undefined || hash === undefined) {
    fields.reportValue(length === undefined ? 'hash' : 'length', { rule: 'onlyTogether' });
  } else if (!/^[1-9]\d{0,8}$/.test(length)) {
    fields.reportValue('length', { rule: 'wrongNumber', values: { value: length } });
  } else if (!/^[0-9a-f]{8}$/.test(hash)) {
    fields.reportValue('hash', { rule: 'wrongFingerprint', values: { value: hash } });
  } else return { length: Number(length), hash };
  return undefined;
}

function foldBlanks(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Choices with one key are about the same passages; what they say of them may differ. */
function passageKey({ text, long, outlet, article }: PassageChoice): string {
  return JSON.stringify([
    text,
    long?.length,
    long?.hash,
    outlet ?? null,
    outlet === undefined ? article : null,
  ]);
}

function readDate(fields: ChoiceFields): DateChoice | undefined {
  const article = fields.words('article');
  const written = fields.text('date');
  if (article === undefined || written === undefined) return undefined;
  const date = noDate.has(written.trim()) ? null : written.trim();
  if (date === null || isDate(date)) return { article, date };
  fields.reportValue('date', { rule: 'wrongDate', values: { value: written } });
  return undefined;
}

/** Ways to say that an article has no date. */
const noDate: ReadonlySet<string> = new Set(['none', 'null', '~']);

function isDate(value: string): boolean {
  if (dateCode(value) === undefined) return false;
  if (value.length < 10) return true;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

function readEntity(fields: ChoiceFields): EntityChoice | undefined {
  const entity = fields.words('entity');
  const type = fields.oneOf('type', entityTypes);
  const [action, ...others] = entityActions.filter((each) => fields.has(each));
  if (action === undefined || others.length > 0) {
    fields.reportValue('', { rule: 'oneOfKeys', values: { keys: entityActions.join(', ') } });
    return undefined;
  }
  const to =
    action === 'changeType'
      ? fields.oneOf(action, entityTypes)
      : action === 'isEntity'
        ? fields.oneOf(action, ['true', 'asFound'])
        : action === 'notAnEntity'
          ? fields.oneOf(action, ['true'])
          : fields.words(action)?.trim();
  if (entity === undefined || type === undefined || to === undefined) return undefined;
  return { entity: entity.trim(), type, action, to };
}

function readSearch(fields: ChoiceFields): SavedSearch | undefined {
  const name = fields.words('name')?.trim();
  const words = fields.words('words')?.trim();
  const sort = fields.has('sort') ? fields.oneOf('sort', searchSorts) : undefined;
  const outlet = fields.text('outlet');
  const language = fields.words('language');
  const year = fields.words('year');
  const entity = fields.words('entity');
  const query = readWordQuery(words ?? '');
  if (words !== undefined && 'problem' in query) {
    const character = query.problem.start + 1;
    fields.reportValue('words', { rule: 'wrongQuery', values: { value: words, character } });
  }
  if (year !== undefined && !/^\d{4}$/.test(year))
    fields.reportValue('year', { rule: 'wrongYear', values: { value: year } });
  if (entity !== undefined && !parseEntityId(entity))
    fields.reportValue('entity', { rule: 'wrongEntity', values: { value: entity } });
  if (name === undefined || words === undefined) return undefined;
  return {
    name,
    words,
    ...(sort !== undefined && { sort }),
    ...(outlet !== undefined && { outlet }),
    ...(language !== undefined && { language }),
    ...(year !== undefined && { year }),
    ...(entity !== undefined && { entity }),
  };
}

export const sectionReaders = {
  passages: {
    shape: passagesShape,
    read: readPassage,
    subjectsOf: (choice) => [passageKey(choice)],
    wordOf: ({ is }) => is,
  } satisfies SectionReader<PassageChoice>,
  dates: {
    shape: datesShape,
    read: readDate,
    subjectsOf: ({ article }) => [article],
    wordOf: ({ date }) => date,
  } satisfies SectionReader<DateChoice>,
  entities: {
    shape: entitiesShape,
    read: readEntity,
    subjectsOf: entityChoiceKeys,
    wordOf: entityChoiceWord,
    warningsOf: entityWarnings,
  } satisfies SectionReader<EntityChoice>,
  searches: {
    shape: searchesShape,
    read: readSearch,
    subjectsOf: ({ name }) => [name],
    wordOf: (search) => JSON.stringify(search),
  } satisfies SectionReader<SavedSearch>,
};
