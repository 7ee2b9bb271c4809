import type { Curation, Span } from '../../core/index.ts';
import { choiceLine, type AnyChoice } from './choiceLine.ts';
import { readChoice, readCuration, sectionReaders, type SectionReader } from './curationFile.ts';
import type { RawChoice, RawCuration, RawSection } from './curationText.ts';
import { readCurationText } from './readCurationText.ts';

/** What is to become of a choice. `set` also replaces what was said before of the same thing. */
export type CurationEdit = AnyChoice & { readonly action: 'set' | 'remove' };

/** A stretch of the file's text to be replaced; offsets count UTF-16 code units. */
export interface TextEdit extends Span {
  readonly text: string;
}

/**
 * `edits` is empty when the file already says so; `replaced` is what it said before, or says no more. Refused when the file cannot be
 * read, or is written so that a line cannot be added or taken out.
 */
export type CurationEditing = EditsOfFile | { readonly refusal: 'notReadable' | 'notEditable' };

interface EditsOfFile {
  readonly edits: readonly TextEdit[];
  readonly replaced?: AnyChoice;
}

/** What a new file begins with. */
export const curationHeader = [
  '# What you have put right in this corpus. Corpus Explorer writes here, and so may you.',
  '# One line is one choice: delete a line to undo it.',
  'version: 1',
  '',
].join('\n');

/**
 * The edits that make the text of a curation file say a choice, or say it no more; everything else stays as it is,
 * byte for byte.
 */
export function editCuration(text: string, edit: CurationEdit): CurationEditing {
  const raw = readCurationText(text);
  if (raw.isBroken) return { refusal: 'notReadable' };
  const known = sameSubject(raw, edit);
  const editing = edit.action === 'set' ? setChoice(text, raw, known, edit) : forgetChoice(text, known);
  return isSound(text, applyEdits(text, editing.edits), edit) ? editing : { refusal: 'notEditable' };
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

function sameSubject(raw: RawCuration, wanted: AnyChoice): readonly KnownChoice[] {
  const subject = subjectOf(wanted);
  return raw.sections
    .filter(({ name }) => name === wanted.section)
    .flatMap((section) => (section.choices ?? []).map((each) => ({ section, raw: each })))
    .flatMap((each) => {
      const any = readAny(raw, each.raw, wanted.section);
      return any && subjectOf(any) === subject ? [{ ...each, any }] : [];
    });
}

function readAny(raw: RawCuration, each: RawChoice, section: AnyChoice['section']): AnyChoice | undefined {
  const choice = readChoice(raw, each, sectionReaders[section] as SectionReader<AnyChoice['choice']>);
  return choice && ({ section, choice } as AnyChoice);
}

function subjectOf({ section, choice }: AnyChoice): string {
  return (sectionReaders[section] as SectionReader<AnyChoice['choice']>).subjectOf(choice);
}

function setChoice(
  text: string,
  raw: RawCuration,
  [known, ...others]: readonly KnownChoice[],
  wanted: AnyChoice,
): EditsOfFile {
  const written = choiceLine(wanted);
  if (!known) return { edits: [addition(text, raw, wanted.section, written)] };
  const { edits } = removeChoices(text, others);
  if (isSame(known.any, wanted)) return { edits };
  const { start, end } = known.raw;
  return { edits: [{ start, end, text: written }, ...edits], replaced: known.any };
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

function forgetChoice(text: string, known: readonly KnownChoice[]): EditsOfFile {
  const replaced = known[0]?.any;
  return { ...removeChoices(text, known), ...(replaced && { replaced }) };
}

function removeChoices(text: string, known: readonly KnownChoice[]): { edits: readonly TextEdit[] } {
  return { edits: known.map((each) => removal(text, each)) };
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
  const old = readCuration(before).curation;
  const { curation } = readCuration(after);
  if (!old || !curation) return false;
  const subject = subjectOf(edit);
  const same = choicesOf(curation).filter(
    (any) => any.section === edit.section && subjectOf(any) === subject,
  );
  const rest = (choices: readonly AnyChoice[]): string =>
    choices
      .filter((any) => any.section !== edit.section || subjectOf(any) !== subject)
      .map(choiceLine)
      .join('\n');
  if (rest(choicesOf(old)) !== rest(choicesOf(curation))) return false;
  return edit.action === 'set' ? same.length === 1 && isSame(same[0]!, edit) : same.length === 0;
}

function choicesOf(curation: Curation): readonly AnyChoice[] {
  const { passages, dates, entities = [] } = curation;
  return [
    ...passages.map((choice) => ({ section: 'passages', choice }) as const),
    ...dates.map((choice) => ({ section: 'dates', choice }) as const),
    ...entities.map((choice) => ({ section: 'entities', choice }) as const),
  ];
}
