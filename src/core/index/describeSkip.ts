import type { Evidence } from '../evidence.ts';
import type { SkippedFile } from './sourceFiles.ts';

/**
 * What happened to a file and what to do, in English, by rule; `{name}` stands for a value of the evidence. Data, so that
 * a view can put its own language in their place.
 */
export const skipSentences: Readonly<Record<string, string>> = {
  empty: 'The file is empty. Delete it, or fill it and save.',
  blank: 'The file holds only blanks. Delete it, or fill it and save.',
  tooLarge:
    'The file has {size} bytes; an article may have {limit}. Split it into one file for each article.',
  binary: 'The file is not a text, whatever its name says. Save its text as .txt, in UTF-8.',
  replacedBytes:
    'The file was read as {encoding}, but {bytes} of its bytes are not; they are shown as �. Save it again in UTF-8.',
  noTextInCluster:
    'The server does not give the text of this document: its program keeps it by page. Open it in that program.',
  notInCluster: 'The cluster does not hold this article any more. Refresh to see what it holds.',
  vanished: 'The file was gone before it was read. If it is back, refresh.',
  noRights: 'There is no right to read it. Change its permissions, then refresh.',
  notAFile: 'It is not a file, in spite of its name.',
  unreadable: 'It could not be read ({code}). Check the disk or the network, then refresh.',
  linkLoop: 'The link leads back to a folder that it stands in; what it leads to is read in its own place.',
  stalled: 'Its drive did not answer in {seconds} seconds. Refresh once it does.',
  linkInside: 'The link leads to {target}, which is read in its own place.',
  linkOutside: 'The link leads out of the folder. It is followed once you trust the workspace.',
  brokenLink: 'The link leads nowhere. Delete it, or restore what it led to.',
  analysisTimedOut:
    'Its analysis took more than {seconds} seconds and was stopped; it was left out. Split it, or report it to us.',
  analysisCrashed:
    'Its analysis ended the process that did it, twice; it was left out. Please report it to us.',
  analysisFailed: 'Its analysis failed ({message}); it was left out. Please report it to us.',
  noTextField:
    'No field of it is known to hold the text of an article; there are: {fields}. Say which one in .corpus/corpus.yaml: “fields: {text: name}”.',
  textMissing: 'Its field {field} holds no text.',
  notJson: 'It is not JSON ({message}). Mend it, or delete it.',
  notAnObject: 'It is JSON, but no object with fields.',
  brokenJson: 'The file names the fields of articles, but is not JSON. Mend it, then refresh.',
  jsonEndsEarly: 'The file ends in the middle of it: it was cut off, or a bracket or a quote is missing.',
  recordTooLarge: 'It has {size} bytes; an article may have {limit}.',
  quoteNotClosed: 'A quote that opens there is never closed.',
  tooManyCells:
    'It has {cells} cells, and the header {columns} columns: a delimiter stands in a cell without quotes.',
  badRow: 'It is no row of a table ({message}).',
  noRecords: 'There is no record in the file.',
  replacedInRecords:
    'In {records} of its records some bytes are not {encoding}; they are shown as �. Save it again in UTF-8.',
  recordGone: 'There is no record {number} in the file now.',
  gzipEndsEarly: 'The compressed file ends early; records read before: {records}. Copy or download it again.',
  gzipDamaged: 'The compressed file is damaged; records read before: {records}. Copy or download it again.',
  readingBroken:
    'Reading it broke off ({code}); records read before: {records}. Check the disk or the network, then refresh.',
  noTextInPage: 'The page holds no text.',
  rowsWithoutFile:
    'Rows that name no file of the folder: {rows} of {of}, the first one “{first}”. The others were used.',
  badTableRows: '{rows} of its rows could not be read, the first at line {line}. The others were used.',
  repeatedRows: '{rows} of its rows name a file that an earlier row names; the earlier one holds.',
  badSettings: 'It cannot be read: see its line {line}. No field was set by it.',
  unknownSetting:
    '“{name}” is not known in it. Fields are: text, html, title, date, modified, crawled, author, source, url, language, section, ignore.',
};

/** Stands before the sentence of a record that could not be read. */
export const badRecordsSentence = '{bad} of {total} records could not be read, the first at line {line}.';

/** The sentence for one skipped file. A rule nobody knows is shown as it is. */
export function describeSkip(
  evidence: Evidence,
  sentences: Readonly<Record<string, string>> = skipSentences,
): string {
  const sentence = sentences[evidence.rule] ?? evidence.rule;
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(evidence.values?.[name] ?? whole));
}

/** What there is to say of a file: of its records how many could not be read, and why the first one could not. */
export function describeSkipped(
  { evidence, records }: SkippedFile,
  sentences: Readonly<Record<string, string>> = skipSentences,
  beforeRecords: string = badRecordsSentence,
): string {
  const reason = describeSkip(evidence, sentences);
  if (!records) return reason;
  const { bad, total, line } = records;
  return `${describeSkip({ rule: '', values: { bad, total, line } }, { '': beforeRecords })} ${reason}`;
}

/** Whether a file gave no article at all: one of whose records some could be read is not left out. */
export function isLeftOut({ isRead, records }: SkippedFile): boolean {
  return isRead !== true && !(records && records.bad < records.total);
}
