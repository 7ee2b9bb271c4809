import {
  recordId,
  type ArticleRecord,
  type Evidence,
  type RecordFields,
  type RecordPlace,
  type SkippedFile,
} from '../../core/index.ts';
import { FieldUse } from '../fields/fieldUse.ts';
import { readingDay } from '../readingDay.ts';
import { sourceOf } from '../sourceOf.ts';
import { splitRecords } from './fileProfile.ts';
import { isSeekable, plainStream } from './plainStream.ts';
import type { FileProfile } from './profile.ts';
import type { RawRecord } from './rawRecord.ts';
import { decodeRecord } from './recordValues.ts';
import { readFields } from './toRecord.ts';

/** A record as an article, and where it stands in its file. */
export interface SourceRecord {
  readonly record: ArticleRecord;
  readonly place?: RecordPlace;
}

/** What the reading of a file's records came upon; complete once they were read to the end. */
export interface RecordsOutcome {
  readonly skipped?: SkippedFile;
  readonly fields?: RecordFields;
}

/** Bytes in which a whole record is looked for. */
const nearby = 1 << 17;

/** Reads the records of one file, one after the other, in constant memory. */
export class RecordReader {
  private readonly file: string;
  private readonly path: string;
  readonly profile: FileProfile;
  private readonly use = new FieldUse();
  /** The line with which the reading began, from 1. */
  private line: number;
  private total = 0;
  private bad = 0;
  private replaced = 0;
  private first: { readonly line: number; readonly problem: Evidence } | undefined;
  private breakdown: Evidence | undefined;

  /** `path` is the file's place in the corpus. */
  constructor(file: string, path: string, profile: FileProfile) {
    this.file = file;
    this.path = path;
    this.profile = profile;
    this.line = profile.line;
  }

  /** Whether each line is a record, and any of them can be gone to. */
  get isLines(): boolean {
    return this.profile.layout.kind === 'lines' && isSeekable(this.profile.stream);
  }

  /** `after`: of a file of lines, the last record that is known, with its number; only those after it are read. */
  async *records(after?: RecordPlace & { readonly number: number }): AsyncGenerator<SourceRecord> {
    const from = after ? after.offset : this.profile.from;
    if (after) {
      this.total = after.number - 1;
      this.line = after.line;
    }
    try {
      const chunks = plainStream(this.file, this.profile.stream, from);
      let isPassedOver = after !== undefined || this.profile.layout.kind === 'csv';
      for await (const raw of splitRecords({ ...this.profile, from }, chunks)) {
        if (isPassedOver) {
          isPassedOver = false;
          if (after) this.total++;
          continue;
        }
        const number = ++this.total;
        const record = this.read(raw, number);
        if (record) yield { record, place: this.placeOf(raw) };
      }
    } catch (error) {
      this.breakdown = streamProblem(error, this.profile, this.total);
    }
  }

  /** One record whose place is known; undefined when what stands there is none. */
  async recordAt({ offset, length }: RecordPlace, number: number): Promise<ArticleRecord | undefined> {
    const chunks: Buffer[] = [];
    for await (const chunk of plainStream(this.file, this.profile.stream, offset, length)) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    return bytes.length === length ? this.read({ offset, length, line: 0, bytes }, number) : undefined;
  }

  /** Of a file of lines: the record after each of these bytes of the plain stream; fewer where there is none near. */
  async recordsNear(offsets: readonly number[]): Promise<ArticleRecord[]> {
    const found: ArticleRecord[] = [];
    for (const offset of offsets) {
      let isInside = offset > 0;
      for await (const raw of splitRecords(
        this.profile,
        plainStream(this.file, this.profile.stream, offset, nearby),
      )) {
        const isCutOff = raw.offset - this.profile.from + raw.length >= nearby;
        const record = isInside || isCutOff ? undefined : this.read(raw, 0);
        isInside = false;
        if (!record) continue;
        found.push(record);
        break;
      }
    }
    return found;
  }

  outcome(): RecordsOutcome {
    const fields = this.use.summary();
    const skipped = this.skipped();
    return { ...(skipped && { skipped }), ...(fields && { fields }) };
  }

  private skipped(): SkippedFile | undefined {
    const { path, first, breakdown, bad, total } = this;
    if (breakdown) return { path, evidence: breakdown };
    if (first) return { path, evidence: first.problem, records: { bad, total, line: first.line } };
    if (total === 0) return { path, evidence: { rule: 'noRecords' } };
    if (this.replaced === 0) return undefined;
    const values = { encoding: this.profile.encoding, records: this.replaced };
    return { path, evidence: { rule: 'replacedInRecords', values }, isRead: true };
  }

  /** Undefined for a record that cannot be read, which is counted. */
  private read(raw: RawRecord, number: number): ArticleRecord | undefined {
    const record = this.understand(raw, number);
    if (!('rule' in record)) return record;
    this.bad++;
    this.first ??= { line: raw.line + this.line - 1, problem: record };
    return undefined;
  }

  private understand(raw: RawRecord, number: number): ArticleRecord | Evidence {
    if (!raw.bytes) return raw.problem ?? { rule: 'notAnObject' };
    const decoded = decodeRecord(this.profile, raw.bytes);
    if ('problem' in decoded) return decoded.problem;
    const { fields, content } = readFields(decoded.values, this.profile.reading);
    this.use.add(fields, this.profile.reading.textField);
    if ('problem' in content) return content.problem;
    if (decoded.hasReplaced) this.replaced++;
    const origin = content.source === undefined && content.url === undefined ? sourceOf(this.path) : {};
    return { id: recordId(this.path, number), readOn: readingDay(), ...origin, ...content };
  }

  private placeOf({ offset, length, line }: RawRecord): RecordPlace {
    return { offset, length, line: line + this.line - 1 };
  }
}

/** Whether a line ends where a record does: what was added to a line that had no end belongs to the same record. */
export async function endsLine(
  file: string,
  { stream }: FileProfile,
  { offset, length }: RecordPlace,
): Promise<boolean> {
  for await (const chunk of plainStream(file, stream, offset + length, 1)) return chunk[0] === 10;
  return false;
}

/** What a stream that broke off says of its file. */
function streamProblem(error: unknown, { stream }: FileProfile, records: number): Evidence {
  const code = (error as { code?: unknown }).code;
  if (stream.isGzip && code === 'Z_BUF_ERROR') return { rule: 'gzipEndsEarly', values: { records } };
  if (stream.isGzip && typeof code === 'string' && code.startsWith('Z_'))
    return { rule: 'gzipDamaged', values: { records } };
  return {
    rule: 'readingBroken',
    values: { records, code: typeof code === 'string' ? code : String(error) },
  };
}
