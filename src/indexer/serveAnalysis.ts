import type { MessagePort } from 'node:worker_threads';
import { entryOf, type ArticleRecord, type CorpusEvidence } from '../core/index.ts';
import type { AnalysisReply, AnalysisRequest, Passages } from './analysisPool.ts';
import type { AnalyzeArticle } from './articleAnalyzer.ts';

/** Answers the requests of an analysis pool, one after the other, in the order they come. */
export function serveAnalysis(
  port: MessagePort,
  analyze: AnalyzeArticle,
  readPassages: (record: ArticleRecord, evidence?: CorpusEvidence) => Passages | Promise<Passages> = analyze,
): void {
  let last = Promise.resolve();
  port.on('message', ({ record, evidence, wanted }: AnalysisRequest) => {
    const reply = async (): Promise<AnalysisReply> => {
      if (wanted === 'analysis') return { analysis: await analyze(record, evidence) };
      if (wanted === 'entry') return { entry: entryOf(record.id, await analyze(record, evidence)) };
      const { boilerplate, metadata } = await readPassages(record, evidence);
      return { passages: { boilerplate, metadata } };
    };
    last = last.then(async () => {
      port.postMessage(await replyTo(reply));
    });
  });
  port.postMessage('ready');
}

async function replyTo(answer: () => Promise<AnalysisReply>): Promise<AnalysisReply> {
  try {
    return await answer();
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) };
  }
}
