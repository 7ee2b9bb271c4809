import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { runCli } from '../../../src/cli/run.ts';

export const projectDir = fileURLToPath(new URL('../../../', import.meta.url));

export interface CliRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line with what a process would give it, but in memory. */
export async function runInMemory(
  args: readonly string[],
  {
    stdin = '',
    cwd = projectDir,
    env = {},
    signal = new AbortController().signal,
    onStderr,
  }: {
    stdin?: string;
    cwd?: string;
    env?: Record<string, string>;
    signal?: AbortSignal;
    onStderr?: () => void;
  } = {},
): Promise<CliRun> {
  const out = collector();
  const err = collector(onStderr);
  const code = await runCli(
    args,
    {
      stdin: Readable.from([Buffer.from(stdin)]),
      stdout: out.stream,
      stderr: err.stream,
      cwd,
      env,
      signal,
    },
    path.resolve(projectDir),
  );
  return { code, stdout: out.text(), stderr: err.text() };
}

function collector(onText?: () => void): { readonly stream: Writable; readonly text: () => string } {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk.toString());
      onText?.();
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
}
