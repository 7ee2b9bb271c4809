import type { Label, LabelledSpan, LabelledText } from './labelledPages.ts';

/** A line of a labelled text. Labels are relative to its start. */
interface Line {
  readonly text: string;
  readonly label: Label;
  readonly spans: readonly LabelledSpan[];
}

const blankLine: Line = { text: '', label: 'N', spans: [] };
const separators = ['    ', '\u00a0\u00a0\u00a0\u00a0'];

/** How much a page is changed; each page draws anew whether a change is made to it at all. */
const odds = {
  borrow: 0.4,
  borrowEnd: 0.75,
  cut: 0.35,
  dropLines: 0.5,
  dropRuns: 0.5,
  join: 0.3,
  dropParagraphs: 0.25,
};
const shares = { line: 0.15, run: 0.25, join: 0.4, paragraph: 0.15 };

/**
 * A page made of a labelled one: its article between the furniture of another page, its head or tail cut, boilerplate
 * left out or joined on one line, a paragraph left out here and there. What remains keeps its labels.
 */
export function augmentPage(
  page: LabelledText,
  other: LabelledText | undefined,
  random: () => number,
): LabelledText {
  let lines = linesOf(page);
  if (random() < odds.borrow && other !== undefined) lines = borrowFurniture(lines, linesOf(other), random);
  lines = cutEnds(lines, random);
  return { ...page, variant: 'augmented', ...joinLines(changeRuns(lines, random)) };
}

function linesOf({ text, spans }: LabelledText): Line[] {
  let start = 0;
  let first = 0;
  return text.split('\n').map((line) => {
    const end = start + line.length;
    while ((spans[first]?.[1] ?? Infinity) <= start) first++;
    const own: LabelledSpan[] = [];
    const counts = { K: 0, D: 0, N: 0 };
    for (let s = first; (spans[s]?.[0] ?? Infinity) < end; s++) {
      const [from, to, label] = spans[s]!;
      const span: LabelledSpan = [Math.max(from, start) - start, Math.min(to, end) - start, label];
      own.push(span);
      counts[label] += span[1] - span[0];
    }
    start = end + 1;
    const label = counts.D > counts.K + counts.N ? 'D' : counts.N > counts.K || counts.K === 0 ? 'N' : 'K';
    return { text: line, label, spans: own };
  });
}

const isBoilerplate = (line: Line): boolean => line.label === 'D' && line.text.trim() !== '';
const isArticle = (line: Line): boolean => line.label !== 'D' && line.spans.length > 0;

/** The article of one page with the head and the tail of another, or one of the two. */
function borrowFurniture(lines: readonly Line[], others: readonly Line[], random: () => number): Line[] {
  const [first, last] = [lines.findIndex(isArticle), lines.map(isArticle).lastIndexOf(true)];
  const [otherFirst, otherLast] = [others.findIndex(isArticle), others.map(isArticle).lastIndexOf(true)];
  if (first < 0 || otherFirst < 0) return [...lines];
  const head = random() < odds.borrowEnd ? others.slice(0, otherFirst) : lines.slice(0, first);
  const tail = random() < odds.borrowEnd ? others.slice(otherLast + 1) : lines.slice(last + 1);
  return [...head, blankLine, ...lines.slice(first, last + 1), blankLine, ...tail];
}

function cutEnds(lines: readonly Line[], random: () => number): Line[] {
  const first = Math.max(0, lines.findIndex(isArticle));
  const last = lines.map(isArticle).lastIndexOf(true);
  const from = random() < odds.cut ? Math.floor(random() * (first + 1)) : 0;
  const to = random() < odds.cut ? last + 1 + Math.floor(random() * (lines.length - last)) : lines.length;
  return lines.slice(from, to);
}

/** Leaves out or joins runs of boilerplate lines; leaves out paragraphs. */
function changeRuns(lines: readonly Line[], random: () => number): Line[] {
  const draw = (chance: number, share: number): number => (random() < chance ? share : 0);
  const dropRun = draw(odds.dropRuns, shares.run);
  const dropLine = draw(odds.dropLines, shares.line);
  const join = draw(odds.join, shares.join);
  const dropParagraph = draw(odds.dropParagraphs, shares.paragraph);
  const separator = separators[Math.floor(random() * separators.length)] ?? '    ';
  const changed: Line[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? blankLine;
    if (!isBoilerplate(line)) {
      if (line.label !== 'K' || random() >= dropParagraph) changed.push(line);
      continue;
    }
    const run: Line[] = [];
    const isLeftOut = random() < dropRun;
    for (; i < lines.length && isBoilerplate(lines[i] ?? blankLine); i++) {
      if (!isLeftOut && random() >= dropLine) run.push(lines[i] ?? blankLine);
    }
    i--;
    if (run.length >= 3 && random() < join) changed.push({ ...joinLines(run, separator), label: 'D' });
    else changed.push(...run);
  }
  return changed;
}

function joinLines(lines: readonly Line[], separator = '\n'): { text: string; spans: LabelledSpan[] } {
  const spans: LabelledSpan[] = [];
  let start = 0;
  for (const line of lines) {
    for (const [from, to, label] of line.spans) spans.push([start + from, start + to, label]);
    start += line.text.length + separator.length;
  }
  return { text: lines.map((line) => line.text).join(separator), spans };
}
