import type { MessagePort } from 'node:worker_threads';
import type { ArticleAnalysis, ArticleRecord, CorpusEvidence } from '../core/index.ts';
import type { AnalysisReply, AnalysisRequest } from './analysisPool.ts';

/** Answers the requests of an analysis pool, one after the other, in the order they come. */
export function serveAnalysis(
  port: MessagePort,
  analyze: (record: ArticleRecord, evidence?: CorpusEvidence) => ArticleAnalysis,
): void {
  port.on('message', ({ record, evidence }: AnalysisRequest) => {
    port.postMessage(replyTo(() => analyze(record, evidence)));
  });
  port.postMessage('ready');
}

function replyTo(analyze: () => ArticleAnalysis): AnalysisReply {
  try {
    return { analysis: analyze() };
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) };
  }
}
