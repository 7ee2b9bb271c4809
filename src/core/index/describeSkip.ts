import type { Evidence } from '../evidence.ts';

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
  vanished: 'The file was gone before it was read. If it is back, refresh.',
  noRights: 'There is no right to read it. Change its permissions, then refresh.',
  notAFile: 'It is not a file, in spite of its name.',
  unreadable: 'It could not be read ({code}). Check the disk or the network, then refresh.',
  linkLoop: 'The link leads back to a folder that it stands in; what it leads to is read in its own place.',
  linkInside: 'The link leads to {target}, which is read in its own place.',
  brokenLink: 'The link leads nowhere. Delete it, or restore what it led to.',
  analysisTimedOut:
    'Its analysis took more than {seconds} seconds and was stopped; it was left out. Split it, or report it to us.',
  analysisCrashed:
    'Its analysis ended the process that did it, twice; it was left out. Please report it to us.',
  analysisFailed: 'Its analysis failed ({message}); it was left out. Please report it to us.',
};

/** The sentence for one skipped file. A rule nobody knows is shown as it is. */
export function describeSkip(
  evidence: Evidence,
  sentences: Readonly<Record<string, string>> = skipSentences,
): string {
  const sentence = sentences[evidence.rule] ?? evidence.rule;
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(evidence.values?.[name] ?? whole));
}
