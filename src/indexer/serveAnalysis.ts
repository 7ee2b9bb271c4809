import type { MessagePort } from 'node:worker_threads';
import { entryOf, type ArticleAnalysis, type ArticleRecord, type CorpusEvidence } from '../core/index.ts';
import type { AnalysisReply, AnalysisRequest, Passages } from './analysisPool.ts';

/** Answers the requests of an analysis pool, one after the other, in the order they come. */
export function serveAnalysis(
  port: MessagePort,
  analyze: (record: ArticleRecord, evidence?: CorpusEvidence) => ArticleAnalysis,
  readPassages: (record: ArticleRecord, evidence?: CorpusEvidence) => Passages = analyze,
): void {
  port.on('message', ({ record, evidence, wanted }: AnalysisRequest) => {
    const reply = (): AnalysisReply => {
      if (wanted === 'analysis') return { analysis: analyze(record, evidence) };
      if (wanted === 'entry') return { entry: entryOf(record.id, analyze(record, evidence)) };
      const { boilerplate, metadata } = readPassages(record, evidence);
      return { passages: { boilerplate, metadata } };
    };
    port.postMessage(replyTo(reply));
  });
  port.postMessage('ready');
}

function replyTo(answer: () => AnalysisReply): AnalysisReply {
  try {
    return answer();
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) };
  }
}
