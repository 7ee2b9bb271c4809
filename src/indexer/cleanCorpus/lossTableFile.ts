import { createWriteStream, type WriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import type { TableRow } from '../../core/index.ts';
import { temporaryFile } from './targetFolder.ts';

/** Rows put into words at once. */
const rowsAtOnce = 500;

/**
 * A table for spreadsheets, written row by row and put in its place as a whole. As a double click expects it: UTF-8 with
 * the mark that Excel needs; where the language writes decimals with a comma, semicolons between the cells. A cell of a
 * scraped text that a spreadsheet would run as a formula is made a text.
 */
export class LossTableFile {
  private readonly file: string;
  private readonly temporary: string;
  private readonly stream: WriteStream;
  private readonly done: Promise<void>;
  private readonly decimal: string;
  private rows: TableRow[] = [];

  constructor(target: string, file: string, language: string) {
    this.file = file;
    this.temporary = temporaryFile(target);
    this.stream = createWriteStream(this.temporary);
    this.done = finished(this.stream);
    this.done.catch(() => undefined);
    this.decimal = decimalSign(language);
    this.stream.write('\uFEFF');
  }

  async add(row: TableRow): Promise<void> {
    this.rows.push(row);
    if (this.rows.length >= rowsAtOnce) await this.flush();
  }

  /** Puts the table in its place. */
  async close(): Promise<void> {
    await this.flush();
    this.stream.end();
    await this.done;
    await rename(this.temporary, this.file);
  }

  async discard(): Promise<void> {
    this.stream.destroy();
    await rm(this.temporary, { force: true }).catch(() => undefined);
  }

  private async flush(): Promise<void> {
    const text = stringify(this.rows.splice(0), {
      delimiter: this.decimal === ',' ? ';' : ',',
      record_delimiter: 'windows',
      escape_formulas: true,
      quoted_match: /[\r\n]/,
      cast: {
        number: (value) => String(value).replace('.', this.decimal),
        string: onOneLine,
      },
    });
    if (this.stream.write(text)) return;
    const drained = new Promise<void>((resolve) => this.stream.once('drain', resolve));
    await Promise.race([drained, this.done]);
  }
}

/** Blanks at the start would hide a formula from the library, and a spreadsheet of Japan reads the wide signs too. */
function onOneLine(value: string): string {
  const flat = value.replace(/[\r\n\t\v\f\u2028\u2029]+/g, ' ').trimStart();
  return /^[＝＋－＠]/.test(flat) ? `'${flat}` : flat;
}

function decimalSign(language: string): string {
  const parts = new Intl.NumberFormat(language).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';
}
