/** Stands in for `@vscode/spdlog`, VS Code's native log writer: the same functions on plain synchronous writes, no rotation. */
import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';

const levelNames = ['trace', 'debug', 'info', 'warning', 'error', 'critical'] as const;
let defaultLevel = 2;

export class Logger {
  private readonly file: string;
  private level = defaultLevel;
  private isRaw = false;
  private isOpen = true;

  constructor(file: string) {
    mkdirSync(path.dirname(file), { recursive: true });
    this.file = file;
  }

  trace(message: string): void {
    this.write(0, message);
  }
  debug(message: string): void {
    this.write(1, message);
  }
  info(message: string): void {
    this.write(2, message);
  }
  warn(message: string): void {
    this.write(3, message);
  }
  error(message: string): void {
    this.write(4, message);
  }
  critical(message: string): void {
    this.write(5, message);
  }

  getLevel(): number {
    return this.level;
  }
  setLevel(level: number): void {
    this.level = level;
  }
  /** VS Code formats its lines itself and asks for no further formatting. */
  clearFormatters(): void {
    this.isRaw = true;
  }
  setPattern(): void {
    // The only pattern VS Code sets is the raw one.
  }
  flush(): void {
    // Every write is complete.
  }
  drop(): void {
    this.isOpen = false;
  }

  private write(level: number, message: string): void {
    if (!this.isOpen || level < this.level) return;
    const line = this.isRaw
      ? message
      : `${new Date().toISOString()} [${levelNames[level] ?? 'info'}] ${message}\n`;
    try {
      appendFileSync(this.file, line);
    } catch {
      // A log that cannot be written must not end the process that writes it.
    }
  }
}

export function setLevel(level: number): void {
  defaultLevel = level;
}
export function setFlushOn(): void {
  // Every write is complete.
}
export function createRotatingLogger(_name: string, file: string): Promise<Logger> {
  return Promise.resolve(new Logger(file));
}
export const createAsyncRotatingLogger = createRotatingLogger;
