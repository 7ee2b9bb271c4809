import { spawn, type SpawnOptions } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

export interface Finished {
  readonly code: number;
  /** Standard output and standard error, as they came. */
  readonly output: string;
  readonly stdout: string;
}

export type RunOptions = Pick<SpawnOptions, 'cwd' | 'env'> & { readonly echo?: boolean };

/** Runs a program to its end. `echo` also shows its output while it runs. A program that cannot start has code 127. */
export function run(
  command: string,
  args: readonly string[],
  { echo = false, ...options }: RunOptions = {},
): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: needsShell(command),
    });
    let output = '';
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      stdout += text;
      if (echo) process.stdout.write(text);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (echo) process.stderr.write(text);
    });
    child.once('error', (error) => {
      resolve({ code: 127, output: error.message, stdout });
    });
    child.once('close', (code) => {
      resolve({ code: code ?? 1, output, stdout });
    });
  });
}

/** Like `run`, but a failure throws, with the end of what the program said. Returns its standard output. */
export async function must(command: string, args: readonly string[], options?: RunOptions): Promise<string> {
  const { code, output, stdout } = await run(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}\n${output.slice(-4000)}`);
  return stdout.trim();
}

/** The first of these programs that is on PATH, as an absolute path. */
export function onPath(...names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const extensions = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  for (const name of names) {
    for (const folder of folders) {
      for (const extension of extensions) {
        const file = path.join(folder, name + extension);
        if (isExecutable(file)) return file;
      }
    }
  }
  return undefined;
}

export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** On Windows npm and code are batch files, which only a shell runs. */
const needsShell = (command: string): boolean =>
  process.platform === 'win32' && (command === 'npm' || command.endsWith('.cmd'));
