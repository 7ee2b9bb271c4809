import { LineCounter } from 'yaml';
import type { RawChoice, RawCuration, RawSection } from './curationText.ts';

/** What a line of a regular file is. */
/** Not with a tab, which YAML forbids in some places: the library says where. */
const ignored = /^ *(?:#.*)?$/;
const sectionLine = /^([A-Za-z]+):(?:[ \t]+#.*)?[ \t]*$/;
const versionLine = /^(version): (\d+)$/;
const choiceLine = /^ {2}- (\{.*\})[ \t]*(?:[ \t]#.*)?$/;
/** One field: a JSON string without control characters, or words that YAML takes as they are. */
const field =
  /[ ]*([A-Za-z]+): (?:"((?:[^"\\\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]|\\u[0-9a-fA-F]{4}|\\["\\])*)"|([\p{L}\p{N}_](?:[\p{L}\p{N}_./-]| (?=[\p{L}\p{N}_./-]))*))[ ]*(,|\})/uy;

interface OpenSection extends RawSection {
  readonly choices: RawChoice[];
}

/**
 * Reads the form in which the product writes its file, and most people edit it: a choice a line. Gives the same as the
 * YAML library, in a hundredth of the time; undefined when any line has another form.
 */
export function readRegularText(text: string): RawCuration | undefined {
  const lines = new LineCounter();
  const sections: RawSection[] = [];
  let open: OpenSection | undefined;
  for (let start = 0; start <= text.length;) {
    lines.addNewLine(start);
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end).replace(/\r$/, '');
    const choice = choiceLine.exec(line);
    if (choice) {
      const read = open && choiceOf(choice[1]!, start + 4);
      if (!open || !read) return undefined;
      open.choices.push(read);
    } else if (!ignored.test(line)) {
      const section = sectionOf(line, start);
      if (!section) return undefined;
      sections.push(section);
      open = section.choices === undefined ? undefined : (section as OpenSection);
    }
    if (newline < 0) break;
    start = newline + 1;
  }
  return { sections, problems: [], lines };
}

function sectionOf(line: string, start: number): RawSection | undefined {
  const version = versionLine.exec(line);
  if (version) {
    const [, name = '', value = ''] = version;
    const at = start + line.length - value.length;
    return {
      name,
      key: { start, end: start + name.length },
      isFlow: false,
      choices: undefined,
      value: { start: at, end: at + value.length, value },
    };
  }
  const name = sectionLine.exec(line)?.[1];
  if (name === undefined) return undefined;
  return { name, key: { start, end: start + name.length }, isFlow: false, choices: [], value: undefined };
}

function choiceOf(written: string, start: number): RawChoice | undefined {
  const fields: NonNullable<RawChoice['fields']>[number][] = [];
  field.lastIndex = 1;
  for (let match = field.exec(written); match; match = field.exec(written)) {
    const [whole, name = '', quoted, plain, after] = match;
    const at = start + match.index + whole.length - whole.trimStart().length;
    const valueAt = at + name.length + 2;
    const value = quoted === undefined ? plain! : (JSON.parse(`"${quoted}"`) as string);
    const length = quoted === undefined ? plain!.length : quoted.length + 2;
    const key = { start: at, end: at + name.length };
    fields.push({ name, key, value: { start: valueAt, end: valueAt + length, value } });
    if (after === '}') {
      return field.lastIndex === written.length ? { start, end: start + written.length, fields } : undefined;
    }
  }
  return undefined;
}
