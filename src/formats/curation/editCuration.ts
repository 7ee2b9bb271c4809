import type { Span } from '../../core/index.ts';
import { choiceLine, type AnyChoice } from './choiceLine.ts';
import { readChoice, sectionReaders, type SectionReader } from './curationFile.ts';
import type { RawChoice, RawCuration, RawSection } from './curationText.ts';
import { readCurationText } from './readCurationText.ts';

/** What is to become of a choice. `set` also replaces what was said before of the same thing. */
export type CurationEdit = AnyChoice & { readonly action: 'set' | 'remove' };

/** A stretch of the file's text to be replaced; offsets count UTF-16 code units. */
export interface TextEdit extends Span {
  readonly text: string;
}

/**
 * `edits` is empty when the file already says so; `undo` makes it say what it said. Refused when the file cannot be read,
 * is written so that a line cannot be added or taken out, or says something else by now than what is to be taken back.
 */
export type CurationEditing =
  EditsOfFile | { readonly refusal: 'notReadable' | 'notEditable' | 'changedSince' };

interface EditsOfFile {
  readonly edits: readonly TextEdit[];
  readonly undo: CurationUndo;
}

/** The way back from edits of the file. */
export interface CurationUndo {
  readonly edits: readonly CurationEdit[];
  /** What the file says until somebody writes of the same things: only then is there a way back. */
  readonly after: readonly CurationEdit[];
}

/** What a new file begins with. */
export const curationHeader = [
  '# What you have put right in this corpus. Corpus Explorer writes here, and so may you.',
  '# One line is one choice: delete a line to undo it.',
  'version: 1',
  '',
].join('\n');

/**
 * The edits that make the text of a curation file say some choices, or say them no more, all of them or none; everything
 * else stays as it is, byte for byte. With `after`, only where the file still says that.
 */
export function editCuration(
  text: string,
  wanted: readonly CurationEdit[],
  after: readonly CurationEdit[] = [],
): CurationEditing {
  const raw = readCurationText(text);
  if (raw.isBroken) return { refusal: 'notReadable' };
  if (!after.every((edit) => isSaid(raw, edit))) return { refusal: 'changedSince' };
  let result = text;
  let edits: readonly TextEdit[] = [];
  const undo: CurationEdit[][] = [];
  for (const edit of wanted) {
    const one = editOnce(result, edit);
    if ('refusal' in one) return one;
    undo.unshift([...one.undo]);
    result = applyEdits(result, one.edits);
    ({ edits } = one);
  }
  return {
    edits: wanted.length === 1 ? edits : difference(text, result),
    undo: { edits: undo.flat(), after: wanted },
  };
}

interface OneEditing {
  readonly edits: readonly TextEdit[];
  readonly undo: readonly CurationEdit[];
}

function editOnce(text: string, edit: CurationEdit): OneEditing | { readonly refusal: 'notEditable' } {
  const raw = readCurationText(text);
  const known = aboutTheSame(raw, edit);
  const edits = edit.action === 'set' ? setChoice(text, raw, known, edit) : removeChoices(text, known);
  if (!isSound(text, applyEdits(text, edits), edit)) return { refusal: 'notEditable' };
  return { edits, undo: reverseOf(edit, known) };
}

/** What was said before is said again, in its place where there is one. */
function reverseOf(edit: CurationEdit, known: readonly KnownChoice[]): readonly CurationEdit[] {
  const before = known.map(({ any }): CurationEdit => ({ ...any, action: 'set' }));
  if (edit.action === 'remove' || before.length > 0) return before;
  return [{ ...edit, action: 'remove' }];
}

/** Whether the file says just what an edit makes it say. */
function isSaid(raw: RawCuration, edit: CurationEdit): boolean {
  const known = aboutTheSame(raw, edit);
  return edit.action === 'remove' ? known.length === 0 : known.length === 1 && isSame(known[0]!.any, edit);
}

/** One edit that makes a text another one. */
function difference(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return [{ start, end: before.length - end, text: after.slice(start, after.length - end) }];
}

/** A text with its edits, which may come in any order and do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce(
      (result, { start, end, text: written }) => result.slice(0, start) + written + result.slice(end),
      text,
    );
}

/** A choice of the file about the same thing as another one. */
interface KnownChoice {
  readonly raw: RawChoice;
  readonly section: RawSection;
  readonly any: AnyChoice;
}

function aboutTheSame(raw: RawCuration, wanted: AnyChoice): readonly KnownChoice[] {
  const subjects = new Set(subjectsOf(wanted));
  return raw.sections
    .filter(({ name }) => name === wanted.section)
    .flatMap((section) => (section.choices ?? []).map((each) => ({ section, raw: each })))
    .flatMap((each) => {
      const any = readAny(raw, each.raw, wanted.section);
      return any && isAbout(any, subjects) ? [{ ...each, any }] : [];
    });
}

function isAbout(any: AnyChoice, subjects: ReadonlySet<string>): boolean {
  return subjectsOf(any).some((subject) => subjects.has(subject));
}

function readAny(raw: RawCuration, each: RawChoice, section: AnyChoice['section']): AnyChoice | undefined {
  const choice = readChoice(raw, each, sectionReaders[section] as SectionReader<AnyChoice['choice']>);
  return choice && ({ section, choice } as AnyChoice);
}

function subjectsOf({ section, choice }: AnyChoice): readonly string[] {
  return (sectionReaders[section] as SectionReader<AnyChoice['choice']>).subjectsOf(choice);
}

function setChoice(
  text: string,
  raw: RawCuration,
  [known, ...others]: readonly KnownChoice[],
  wanted: AnyChoice,
): readonly TextEdit[] {
  const written = choiceLine(wanted);
  if (!known) return [addition(text, raw, wanted.section, written)];
  const edits = removeChoices(text, others);
  if (isSame(known.any, wanted)) return edits;
  const { start, end } = known.raw;
  return [{ start, end, text: written }, ...edits];
}

function isSame(a: AnyChoice, b: AnyChoice): boolean {
  return choiceLine(a) === choiceLine(b);
}

/** Adds a line at the end of its list, or a list at the end of the file. */
function addition(text: string, raw: RawCuration, name: string, written: string): TextEdit {
  const eol = /\r\n|\n/.exec(text)?.[0] ?? '\n';
  const section = raw.sections.filter((each) => each.name === name && each.choices !== undefined).at(-1);
  const last = section?.choices?.at(-1);
  if (section?.isFlow && last) return { start: last.end, end: last.end, text: `,${eol}  ${written}` };
  if (section?.isFlow && section.value) {
    return { start: section.key.end, end: section.value.end, text: `:${eol}  - ${written}` };
  }
  if (section && last) {
    const at = lineEnd(text, last.end);
    return { start: at, end: at, text: `${eol}${indentation(text, last)}- ${written}` };
  }
  if (section) {
    const at = lineEnd(text, section.key.end);
    return { start: at, end: at, text: `${eol}  - ${written}` };
  }
  const list = `${name}:${eol}  - ${written}${eol}`;
  const isNew = text.trim() === '';
  const before = isNew ? curationHeader.replaceAll('\n', eol) : text.endsWith('\n') ? '' : eol;
  return { start: text.length, end: text.length, text: `${before}${eol}${list}` };
}

/** What stands before the `-` of a choice that is an item of a block. */
function indentation(text: string, { start }: Span): string {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return /^\ufeff?(\s*)-/.exec(line)?.[1] ?? '  ';
}

function removeChoices(text: string, known: readonly KnownChoice[]): readonly TextEdit[] {
  return known.map((each) => removal(text, each));
}

/** A choice goes with its line and the comment on it; out of a list in brackets it goes with its comma. */
function removal(text: string, { raw, section }: KnownChoice): TextEdit {
  if (!section.isFlow) {
    const dash = /-\s*$/.exec(text.slice(0, raw.start))?.index ?? raw.start;
    const start = text.lastIndexOf('\n', dash) + 1;
    const end = lineEnd(text, raw.end);
    return { start, end: nextLine(text, end), text: '' };
  }
  const choices = section.choices ?? [];
  const i = choices.indexOf(raw);
  const next = choices[i + 1];
  if (next) return { start: raw.start, end: next.start, text: '' };
  return { start: choices[i - 1]?.end ?? raw.start, end: raw.end, text: '' };
}

function lineEnd(text: string, from: number): number {
  const at = text.slice(from).search(/\r?\n/);
  return at < 0 ? text.length : from + at;
}

function nextLine(text: string, end: number): number {
  return text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length);
}

/** Whether a text says, or does not say any more, what an edit was to make it say, and the same as before of all else. */
function isSound(before: string, after: string, edit: CurationEdit): boolean {
  const raw = readCurationText(after);
  if (raw.isBroken || !isSaid(raw, edit)) return false;
  return restOf(before, readCurationText(before), edit) === restOf(after, raw, edit);
}

/** All that a file says of other things, as it is written. */
function restOf(text: string, raw: RawCuration, edit: CurationEdit): string {
  const subjects = new Set(subjectsOf(edit));
  const lines = raw.sections.flatMap(({ name, choices = [] }) =>
    choices.flatMap((each) => {
      const any = name === edit.section ? readAny(raw, each, name) : undefined;
      return any && isAbout(any, subjects) ? [] : `${name} ${text.slice(each.start, each.end)}`;
    }),
  );
  return lines.join('\n');
}
