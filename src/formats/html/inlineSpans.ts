import type { Span } from '../../core/index.ts';

/** What stands inside inline elements of one sort, as spans of the text that is being written line by line. */
export class InlineSpans {
  readonly spans: Span[] = [];
  private readonly pending: { element: number; start: number; end: number }[] = [];

  /** Notes that [start, end) of the line that is read stands in the element of this number; 0 is none. */
  note(element: number, start: number, end: number): void {
    if (element === 0) return;
    const last = this.pending.at(-1);
    if (last?.element === element) last.end = end;
    else this.pending.push({ element, start, end });
  }

  /** The line was written with its first character at `offset` of the text, and only [from, to) of it. */
  place(offset: number, from: number, to: number): void {
    for (const { start, end } of this.pending) {
      const span = { start: Math.max(from, start + offset), end: Math.min(to, end + offset) };
      if (span.end > span.start) this.spans.push(span);
    }
    this.pending.length = 0;
  }

  drop(): void {
    this.pending.length = 0;
  }
}
