import type { StreamKind } from './plainStream.ts';
import type { RecordReading } from './toRecord.ts';

/** What is the same for all records of a file, found out from its head. */
export interface FileProfile {
  readonly stream: StreamKind;
  /** Of the plain stream. */
  readonly encoding: string;
  readonly layout:
    | { readonly kind: 'lines' }
    | { readonly kind: 'json' }
    | { readonly kind: 'csv'; readonly delimiter: string; readonly header: readonly string[] };
  /** Where the first record can begin, in bytes of the plain stream. */
  readonly from: number;
  /** The line of `from`, from 1. */
  readonly line: number;
  readonly reading: RecordReading;
}
