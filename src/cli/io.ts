import type { Readable, Writable } from 'node:stream';

/** What a command may touch of its process; tests hand in their own. */
export interface CliIo {
  readonly stdin: Readable;
  /** Data only. */
  readonly stdout: Writable;
  /** Everything else. */
  readonly stderr: Writable;
  /** Relative paths are resolved against it. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted by Ctrl+C: a command stops at the next safe place and keeps what is done. */
  readonly signal: AbortSignal;
}

/** Documented in the README. */
export const exitCodes = {
  ok: 0,
  /** Some input could not be read or nothing was found; the rest was done. */
  partial: 1,
  usage: 2,
  /** This Node has no `node:sqlite` with FTS5. */
  engineMissing: 3,
  cancelled: 130,
} as const;

/** An error whose message is for the user as it stands. */
export class CliError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number = exitCodes.partial) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Waits while the reader is slower than we are. Resolves at once when the other end is gone. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (stream.destroyed || stream.write(text)) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      stream.off('drain', done).off('close', done).off('error', done);
      resolve();
    };
    stream.once('drain', done).once('close', done).once('error', done);
  });
}

export async function note(io: CliIo, message: string): Promise<void> {
  await write(io.stderr, `${forTerminal(message)}\n`);
}

/** Scraped words and names of files may hold what tells a terminal to do something: shown, it does nothing. */
export function forTerminal(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd');
}
