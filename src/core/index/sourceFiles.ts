import type { Evidence } from '../evidence.ts';

/** A source file that gave no article, or only part of its articles; or a folder or link that could not be followed. */
export interface SkippedFile {
  /** Relative to the corpus root. */
  readonly path: string;
  readonly evidence: Evidence;
  /** Nothing is left out: the file was read all the same (bytes were replaced), or is read in another place (a link). */
  readonly isRead?: boolean;
  /**
   * Of a file of many records: how many could not be read, of how many, and the line of the first one, from 1;
   * `evidence` is why that one could not.
   */
  readonly records?: { readonly bad: number; readonly total: number; readonly line: number };
}

/** Where a record stands in its file. */
export interface RecordPlace {
  /** In bytes of the plain stream: of the file without a byte order mark, or of what a compressed one holds. */
  readonly offset: number;
  readonly length: number;
  /** From 1. */
  readonly line: number;
}

/** The place of a record, and the file that it is true of: in a file that changed since, it may be another record's. */
export interface KnownPlace extends RecordPlace {
  readonly modifiedMs: number;
  readonly size: number;
}

/** Which fields of a file of records were taken for what. */
export interface RecordFields {
  /** Names as their author wrote them; `role` is `text`, `title`, `published`, `crawled`… */
  readonly roles: readonly { readonly role: string; readonly names: readonly string[] }[];
  readonly unused: readonly string[];
}

/** What the articles of a corpus were read from. */
export interface SourceSummary {
  /** By file extension, most articles first; only what gave articles. */
  readonly formats: readonly {
    readonly extension: string;
    readonly files: number;
    readonly articles: number;
  }[];
  /** Files of records and tables of metadata, by path; the first ones of very many. */
  readonly recordFiles: readonly {
    readonly path: string;
    readonly articles: number;
    readonly fields: RecordFields;
  }[];
}
