import {
  curateLinked,
  describeBoilerplate,
  type ArticleAnalysis,
  type UndatedReason,
} from '../core/index.ts';
import type { AnalyzeArticle } from '../indexer/articleAnalyzer.ts';
import { toOutput } from './analysisOutput.ts';
import { curationOfFile } from './curationOfFile.ts';
import { exitCodes, write, type CliIo } from './io.ts';
import { readNamedArticle } from './readArticleFile.ts';

/** `analyze FILE`: what the extension knows of one file, for a person or as JSON. */
export async function analyzeFile(
  io: CliIo,
  analyzer: () => Promise<AnalyzeArticle>,
  file: string,
  options: { readonly json?: boolean; readonly body?: boolean },
): Promise<number> {
  const record = await readNamedArticle(io, file);
  const { evidence, choices } = await curationOfFile(io, file, record);
  const analyze = await analyzer();
  const found = await analyze(options.body ? { ...record, isBodyOnly: true } : record, evidence);
  const analysis = { ...found, linked: curateLinked(found.linked, choices) };
  const isTextGiven = record.markup === undefined;
  await write(
    io.stdout,
    options.json ? `${JSON.stringify(toOutput(analysis, isTextGiven), null, 2)}\n` : describe(analysis),
  );
  return exitCodes.ok;
}

function describe(analysis: ArticleAnalysis): string {
  const { metadata, boilerplate, linked } = analysis;
  const lines = [
    row('Title', metadata.title?.value ?? `(none) ${metadata.titleFallback ?? ''}`.trim()),
    row('Date', dated(analysis)),
    row('By', metadata.authors.map((author) => author.value).join(', ') || '(not known)'),
    row('Outlet', metadata.outlet?.value ?? '(not known)'),
    ...(metadata.aggregator ? [row('Served by', metadata.aggregator.value)] : []),
    row('Language', metadata.language),
    row(
      'Boilerplate',
      boilerplate.length === 0
        ? 'none'
        : boilerplate.length === 1
          ? '1 passage'
          : `${boilerplate.length} passages`,
    ),
    ...boilerplate.map((b) => `  ${b.start}–${b.end}  ${describeBoilerplate(b)}`),
  ];
  for (const type of ['ORG', 'PER', 'LOC'] as const) {
    const named = linked.entities
      .map((entity, index) => ({ entity, count: linked.mentions.filter((m) => m.entity === index).length }))
      .filter(({ entity }) => entity.type === type)
      .map(({ entity, count }) => `${entity.name}${entity.isCurated ? ' ✎' : ''} (${count})`);
    lines.push(row({ ORG: 'Organizations', PER: 'People', LOC: 'Places' }[type], named.join(', ') || 'none'));
  }
  return `${lines.join('\n')}\n`;
}

function dated(analysis: ArticleAnalysis): string {
  const { date } = analysis.metadata;
  if (!date) return undated(analysis);
  return `${date.value}  ${date.source === 'curation' ? '(said so in the curation file)' : `“${date.quote}”`}`;
}

const undatedReasons: Readonly<Record<UndatedReason, string>> = {
  noDate: 'no date in the text',
  onlyEventDates: 'only dates of events in the text',
  userChoice: 'said so in the curation file',
};

function undated({ metadata }: ArticleAnalysis): string {
  const reason = undatedReasons[metadata.undatedReason ?? 'noDate'];
  return metadata.notBefore
    ? `undated: ${reason}; not before ${metadata.notBefore.value}`
    : `undated: ${reason}`;
}

function row(label: string, value: string): string {
  return `${label.padEnd(14)} ${value}`;
}
