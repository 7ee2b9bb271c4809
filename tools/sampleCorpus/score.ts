// Scores the answers of `analyze --jsonl` on stdin against the labels of the sample corpus:
//   node tools/sampleCorpus/records.ts | node dist/cli.js analyze --jsonl --corpus | node tools/sampleCorpus/score.ts
// With `--all`, every wrong field is listed.
import { text as readAll } from 'node:stream/consumers';
import type { ArticleLabels } from './compile.ts';
import { readArticleText, readLabels } from './readLabels.ts';

/** What the scorer reads of an answer; see the command line's contract. */
interface Answer {
  readonly id: string;
  readonly title?: string | null;
  readonly date?: string | null;
  readonly authors?: readonly string[] | null;
  readonly outlet?: string | null;
  readonly aggregator?: string | null;
  readonly lang?: string | null;
  readonly removed: readonly { start: number; end: number }[];
  readonly mentions: readonly { start: number; end: number; type: string }[];
}

const fields = ['title', 'date', 'authors', 'outlet', 'aggregator', 'lang'] as const;
const articleParts = new Set(['title', 'byline', 'dateline']);

const counts = new Map<string, number>();
const count = (name: string, by = 1): void => void counts.set(name, (counts.get(name) ?? 0) + by);
const counted = (name: string): number => counts.get(name) ?? 0;

function scoreFields({ file, metadata }: ArticleLabels, answer: Answer): void {
  for (const field of fields) {
    const gold = JSON.stringify(metadata[field]);
    const given = JSON.stringify(answer[field] ?? (field === 'authors' ? [] : null));
    if (given === gold) count(field);
    else if (process.argv.includes('--all')) console.log(`${file} ${field}: ${given}, should be ${gold}`);
  }
}

/** Counts characters that are not white space. */
function scoreRemovals(labels: ArticleLabels, answer: Answer, text: string): void {
  const boilerplate = new Uint8Array(text.length);
  const removed = new Uint8Array(text.length);
  for (const [start, end, kind] of labels.passages)
    if (!articleParts.has(kind)) boilerplate.fill(1, start, end);
  for (const { start, end } of answer.removed) removed.fill(1, start, end);
  for (let i = 0; i < text.length; i++) {
    if (/\s/.test(text.charAt(i))) continue;
    if (boilerplate[i]) count(removed[i] ? 'boilerplate found' : 'boilerplate left');
    else count(removed[i] ? 'article lost' : 'article kept');
  }
}

function scoreMentions(labels: ArticleLabels, answer: Answer): void {
  const key = (m: { start: number; end: number; type: string }): string => `${m.start}-${m.end} ${m.type}`;
  const gold = new Map(labels.mentions.map((mention) => [key(mention), mention.type]));
  for (const { type } of labels.mentions) count(`${type} named`);
  for (const mention of answer.mentions) {
    count(`${mention.type} given`);
    if (gold.has(key(mention))) count(`${mention.type} right`);
  }
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : ((100 * part) / whole).toFixed(1);

function report(articles: number): void {
  for (const field of fields) console.log(`${field.padEnd(12)}${percent(counted(field), articles)} %`);
  const [found, left] = [counted('boilerplate found'), counted('boilerplate left')];
  const [lost, kept] = [counted('article lost'), counted('article kept')];
  console.log(
    `boilerplate ${percent(found, found + left)} % found, ${percent(lost, lost + kept)} % of the articles lost`,
  );
  for (const type of ['ORG', 'PER', 'LOC']) {
    const right = counted(`${type} right`);
    const precision = percent(right, counted(`${type} given`));
    const recall = percent(right, counted(`${type} named`));
    const f1 = percent(2 * right, counted(`${type} given`) + counted(`${type} named`));
    console.log(`${type.padEnd(12)}precision ${precision}, recall ${recall}, F1 ${f1} (exact)`);
  }
}

const answers = (await readAll(process.stdin)).trim().split('\n');
const byId = new Map(answers.map((line) => JSON.parse(line) as Answer).map((answer) => [answer.id, answer]));
const all = readLabels();
for (const labels of all) {
  const answer = byId.get(labels.file);
  if (!answer) throw new Error(`no answer for ${labels.file}`);
  scoreFields(labels, answer);
  scoreRemovals(labels, answer, readArticleText(labels));
  scoreMentions(labels, answer);
}
report(all.length);
