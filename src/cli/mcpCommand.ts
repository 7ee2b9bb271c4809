import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { answerTool } from '../indexer/answers/answerTool.ts';
import { createTextReader } from '../indexer/textReader.ts';
import { withCorpus, type CorpusSession, type CorpusSessionOptions } from './corpusSession.ts';
import { exitCodes } from './io.ts';
import type * as Mcp from './mcp/serveMcp.ts';

/**
 * `mcp`: answers the questions of a program over stdin and stdout. It speaks at once and answers when the index is up to date. The
 * protocol's library lies in a bundle of its own, which nothing else loads.
 */
export async function runMcp(options: CorpusSessionOptions, version: string): Promise<number> {
  const { io, installDir, root } = options;
  const bundle = pathToFileURL(path.join(installDir, 'dist', 'mcp.js')).href;
  const { serveMcp } = (await import(bundle)) as typeof Mcp;
  let close: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => (close = resolve));
  let ready: (session: CorpusSession) => void = () => undefined;
  let fail: (error: unknown) => void = () => undefined;
  const session = new Promise<CorpusSession>((resolve, reject) => {
    ready = resolve;
    fail = reject;
  });
  session.catch(() => undefined);
  const corpus = withCorpus(options, async (opened) => {
    ready(opened);
    await closed;
    return exitCodes.ok;
  });
  corpus.catch(fail);
  await serveMcp({
    stdin: io.stdin,
    stdout: io.stdout,
    version,
    signal: io.signal,
    answer: async (tool, input) =>
      answerTool({ index: (await session).index, readText: createTextReader(root) }, tool, input),
  });
  close();
  return corpus;
}
