import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { answerTool } from '../indexer/answers/answerTool.ts';
import { answerInTime } from './answerInTime.ts';
import type { AskedSession } from './corpusSession.ts';
import { exitCodes, type CliIo } from './io.ts';
import type * as Mcp from './mcp/serveMcp.ts';

/**
 * `mcp`: answers the questions of a program over stdin and stdout. It speaks at once and answers when the index is up to date, or
 * says that it is not. The protocol's library lies in a bundle of its own, which nothing else loads.
 */
export async function runMcp(
  io: CliIo,
  installDir: string,
  version: string,
  open: (run: (session: AskedSession) => Promise<number>) => Promise<number>,
): Promise<number> {
  const bundle = pathToFileURL(path.join(installDir, 'dist', 'mcp.js')).href;
  const { serveMcp } = (await import(bundle)) as typeof Mcp;
  let close: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => (close = resolve));
  let ready: (session: AskedSession) => void = () => undefined;
  let fail: (error: unknown) => void = () => undefined;
  const session = new Promise<AskedSession>((resolve, reject) => {
    ready = resolve;
    fail = reject;
  });
  session.catch(() => undefined);
  const corpus = open(async (opened) => {
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
    answer: (tool, input) => answerInTime(io.signal, async () => answerTool(await session, tool, input)),
  });
  close();
  return corpus;
}
