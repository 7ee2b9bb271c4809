import type { Cell } from './itemFields.ts';

/** The mark by which Excel knows a CSV for UTF-8. */
export const byteOrderMark = '\uFEFF';

/**
 * A row of a CSV as RFC 4180 has it. Line breaks and other control characters in a cell become blanks, so that a row is a line; a
 * text that a spreadsheet would run as a formula is made a text by an apostrophe (OWASP, "CSV Injection").
 */
export function csvRow(cells: readonly Cell[], separator: ',' | ';'): string {
  return `${cells.map((cell) => csvCell(cell, separator)).join(separator)}\r\n`;
}

function csvCell(cell: Cell, separator: string): string {
  // Where cells are parted by semicolons, the comma is the decimal sign.
  if (typeof cell === 'number') return separator === ';' ? String(cell).replace('.', ',') : String(cell);
  const flat = cell.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]+/g, ' ').trim();
  // A spreadsheet of Japan reads the wide signs too.
  const safe = /^[=+\-@＝＋－＠]/.test(flat) ? `'${flat}` : flat;
  return /[",;]/.test(safe) || safe.includes(separator) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
