#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { runCli } from './run.ts';

const interrupt = new AbortController();
process.once('SIGINT', () => {
  interrupt.abort();
});
// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', () => undefined);

process.exitCode = await runCli(
  process.argv.slice(2),
  {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: process.cwd(),
    env: process.env,
    signal: interrupt.signal,
  },
  fileURLToPath(new URL('../', import.meta.url)),
);
