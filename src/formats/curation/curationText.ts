import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { CurationProblem, Evidence, Span } from '../../core/index.ts';

/** A value of a choice as it is written, without its quotes. Offsets index the text of the file. */
export interface RawValue extends Span {
  /** Undefined for what is not a plain value: a list, a map. */
  readonly value: string | undefined;
}

/** One choice of a list. */
export interface RawChoice extends Span {
  /** Undefined when what stands there is not a map. */
  readonly fields:
    readonly { readonly name: string; readonly key: Span; readonly value: RawValue }[] | undefined;
}

/** One named list of the file. */
export interface RawSection {
  readonly name: string;
  readonly key: Span;
  /** The list is written `[…]`. */
  readonly isFlow: boolean;
  /** Undefined when what stands there is not a list; empty when nothing does. */
  readonly choices: readonly RawChoice[] | undefined;
  /** Of what is no list, or a list in brackets. */
  readonly value: RawValue | undefined;
}

/** The lists of a curation file, or why it is none. */
export interface RawCuration {
  readonly sections: readonly RawSection[];
  readonly problems: readonly CurationProblem[];
  /** Where lines begin. */
  readonly lines: LineCounter;
}

/** Reads the YAML of any form; what the choices mean is not looked at. `isBroken`: nothing can be said of the rest then. */
export function readAnyText(text: string): RawCuration & { readonly isBroken: boolean } {
  const lines = new LineCounter();
  // Every plain value is a text: `2025` is a date and `no` may be a folder.
  const options = { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, lineCounter: lines } as const;
  const document = parseDocument(text, options);
  const [error] = document.errors;
  const fail = (span: Span, evidence: Evidence): RawCuration & { isBroken: boolean } => ({
    sections: [],
    problems: [problemAt(lines, span, evidence)],
    lines,
    isBroken: true,
  });
  if (error) {
    const [start, end] = error.pos;
    return fail({ start, end }, { rule: 'notYaml', values: { message: oneLine(error.message) } });
  }
  const { contents } = document;
  if (contents === null || isEmpty(contents)) return { sections: [], problems: [], lines, isBroken: false };
  if (!isMap(contents)) {
    return fail(spanOf(contents, text), { rule: 'notSections', values: { sections: '' } });
  }
  const sections = contents.items.map(({ key, value }) =>
    sectionOf(document, text, key as Node, value as Node),
  );
  return { sections, problems: [], lines, isBroken: false };
}

/** A problem at a place of the file. */
export function problemAt(
  lines: LineCounter,
  { start, end }: Span,
  evidence: Evidence,
  severity: CurationProblem['severity'] = 'error',
): CurationProblem {
  const { line, col } = lines.linePos(start);
  return { start, end, line, column: col, severity, evidence };
}

function sectionOf(document: Document, text: string, key: Node, value: Node | null): RawSection {
  const list = resolve(document, value);
  const place = { name: textOf(document, key) ?? '', key: spanOf(key, text) };
  if (list === undefined || isEmpty(list)) return { ...place, isFlow: false, choices: [], value: undefined };
  const span = { ...spanOf(list, text), value: textOf(document, list) };
  if (!isSeq(list)) return { ...place, isFlow: false, choices: undefined, value: span };
  const choices = list.items.map((item) => choiceOf(document, text, item as Node));
  const isFlow = list.flow === true;
  return { ...place, isFlow, choices, value: isFlow ? span : undefined };
}

function choiceOf(document: Document, text: string, item: Node): RawChoice {
  const node = resolve(document, item);
  const span = spanOf(item, text);
  if (!isMap(node)) return { ...span, fields: undefined };
  const fields = node.items.map((pair) => {
    const key = pair.key as Node;
    const value = pair.value as Node | null;
    return {
      name: textOf(document, key) ?? '',
      key: spanOf(key, text),
      value: { value: textOf(document, value), ...(value ? spanOf(value, text) : spanOf(key, text)) },
    };
  });
  return { ...span, fields };
}

function resolve(document: Document, node: Node | null): Node | undefined {
  if (node === null) return undefined;
  return isAlias(node) ? node.resolve(document) : node;
}

/** The text of a plain value; empty when there is none. */
function textOf(document: Document, node: Node | null): string | undefined {
  const resolved = resolve(document, node);
  if (resolved === undefined) return '';
  if (!isScalar(resolved)) return undefined;
  return typeof resolved.value === 'string' ? resolved.value : '';
}

function isEmpty(node: Node): boolean {
  return isScalar(node) && (node.value === null || node.value === '') && (node.source ?? '') === '';
}

/** Without the blanks and line ends that a block counts to itself. */
function spanOf(node: Node, text: string): Span {
  const [start, end] = node.range ?? [0, 0];
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

/** The library says in its messages where; the place is told apart. */
function oneLine(message: string): string {
  return message.replace(/\s+/g, ' ').replace(/\.$/, '').trim();
}
