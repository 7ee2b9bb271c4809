import { readFileSync } from 'node:fs';
import { round, type Measure } from './measure.ts';
import { targetOf } from './targets.ts';

/** A run as it is written down, to be compared with that of another commit. */
export interface BenchRun {
  readonly commit: string;
  readonly articles: number;
  readonly seed: number;
  readonly node: string;
  readonly cores: number;
  /** Processes that wanted the cores, at the end. */
  readonly load: number;
  readonly measures: readonly Measure[];
}

/** The measures as a table: the value, its processor time, its floor, and what it is held to. */
export function tableOf({ measures }: BenchRun): string {
  const rows = measures.map((measure) => {
    const { id, what, unit, value, cpu, floor, note = '' } = measure;
    const target = targetOf(id);
    const ratio = floor === undefined ? undefined : value / floor;
    const compared = target?.isRatio ? ratio : bestOf(measure);
    const verdict = !target || compared === undefined ? '' : compared <= target.must ? 'ok' : 'over';
    return [
      what,
      `${round(value)} ${unit}`,
      cpu === undefined ? '' : `${round(cpu)}`,
      ratio === undefined ? '' : `${round(ratio)} ×`,
      target ? `${isLeast(id) ? '≥' : '≤'} ${target.must}${target.isRatio ? ' ×' : ''}` : '',
      isLeast(id) && target ? (value >= target.must ? 'ok' : 'under') : verdict,
      note,
    ];
  });
  return align([['what', 'measured', 'processor', 'floor ×', 'must', '', ''], ...rows]);
}

/** Each measure beside that of an earlier run, where they differ by more than chance alone does. */
export function comparison(run: BenchRun, earlierFile: string): string {
  const earlier = JSON.parse(readFileSync(earlierFile, 'utf8')) as BenchRun;
  const before = new Map(earlier.measures.map((measure) => [measure.id, measure]));
  const rows = run.measures.flatMap((measure) => {
    const other = before.get(measure.id);
    if (!other) return [];
    const factor = bestOf(measure) / bestOf(other);
    return [
      [
        measure.what,
        `${round(bestOf(other))}`,
        `${round(bestOf(measure))}`,
        `${factor.toFixed(2)} ×`,
        signOf(factor),
      ],
    ];
  });
  return `Against ${earlier.commit} (${earlier.articles} articles), processor time where it is known:\n${align([['what', 'before', 'now', '', ''], ...rows])}`;
}

/** What of a measure is least touched by other work on the machine. */
function bestOf({ cpu, value }: Measure): number {
  return cpu ?? value;
}

function signOf(factor: number): string {
  if (factor > 1.25) return 'more';
  return factor < 0.8 ? 'less' : '';
}

/** More is better. */
function isLeast(id: string): boolean {
  return id === 'full.parallel';
}

function align(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join('  ');
  return `${rows.map((row) => line(row).trimEnd()).join('\n')}\n`;
}
