import {
  summarizeSources,
  type KnownPlace,
  type RecordFields,
  type SourceSummary,
} from '../../core/index.ts';
import type { Parts } from './parts.ts';

/** Where the record of an article stands, and in which state of its file; undefined for an article that is a file. */
export function placeOf({ database }: Parts, id: string): KnownPlace | undefined {
  const row = database.get(
    `SELECT place_offset, place_length, place_line, modified_ms, size FROM article JOIN file ON file.id = article.file
     WHERE article.id = ? AND place_offset IS NOT NULL`,
    id,
  );
  return (
    row && {
      offset: Number(row['place_offset']),
      length: Number(row['place_length']),
      line: Number(row['place_line']),
      modifiedMs: Number(row['modified_ms']),
      size: Number(row['size']),
    }
  );
}

/** What the articles were read from, by format; and the fields of files of records. */
export function sourceSummary({ database }: Parts): SourceSummary {
  const rows = database.all(
    `SELECT path, fields, (SELECT count(*) FROM article WHERE article.file = file.id) AS articles FROM file`,
  );
  return summarizeSources(
    rows.map((row) => ({
      path: String(row['path']),
      articles: Number(row['articles']),
      fields: row['fields'] === null ? undefined : (JSON.parse(String(row['fields'])) as RecordFields),
    })),
  );
}
