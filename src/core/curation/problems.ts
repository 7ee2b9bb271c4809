import type { Evidence } from '../evidence.ts';

/** Something in a curation file that does not hold. */
export interface CurationProblem {
  /** In the text of the file, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** Of `start`, from 1. */
  readonly line: number;
  readonly column: number;
  /** `error`: what stands there is passed over. `warning`: it holds, but one may want to know. */
  readonly severity: 'error' | 'warning';
  readonly evidence: Evidence;
}

/** What is wrong and what to do, in English, by rule; `{name}` stands for a value of the evidence. */
export const curationSentences: Readonly<Record<string, string>> = {
  notYaml:
    'The file cannot be read as YAML: {message}. Until this is put right, the last choices that could be read hold.',
  tooLarge:
    'The file has {size} characters, and at most {limit} are read. Until it is shorter, the last choices that could be read hold.',
  notSections: 'The file must consist of lists with names: {sections}.',
  unknownVersion:
    'The file is of a version that this Corpus Explorer does not know: it may say more than is read. Update Corpus Explorer.',
  unknownSection: 'There is no list “{name}”. Known are: {sections}.',
  repeatedSection: 'The list “{name}” is there a second time. Both are read; put them together.',
  notAList: '“{name}” must be a list: one line for each choice, beginning with “- ”.',
  notAChoice: 'A choice has the form “{example}”.',
  unknownKey: 'A choice of this list has no “{name}”. Known are: {keys}.',
  repeatedKey: '“{name}” is said twice.',
  missingKey: '“{name}” is missing.',
  oneOfKeys: 'A choice of this list says one of: {keys}.',
  notText: '“{name}” must be a text.',
  emptyText: '“{name}” is empty.',
  unknownValue: '“{value}” is nothing that “{name}” can be. Known are: {values}.',
  wrongDate: '“{value}” is no date. Write 2025-11-28, 2025-11, 2025, or none.',
  wrongQuery: '“{value}” cannot be searched for at character {character}. Search Words… says why.',
  wrongYear: '“{value}” is no year. Write 2016.',
  wrongEntity: '“{value}” names no entity. Write its type and name, as in “ORG:port de brume”.',
  wrongNumber: '“{value}” is not a number of characters.',
  wrongFingerprint: '“{value}” is no fingerprint of a passage: those have eight digits from 0 to f.',
  onlyTogether: '“length” and “hash” tell a long passage and stand together.',
  repeatedChoice: 'The same as line {line}: one of the two lines is enough.',
  ownTarget: 'It names itself a second time, and changes nothing.',
  mergedInCircle:
    'These merge in a circle: the name of most articles stands for all of them. Delete the line of the name that is to stand.',
  contradiction: 'It contradicts line {line}. Neither of the two holds until one is deleted.',
};

/** The sentence for a problem, in English unless other sentences are given. A rule nobody knows is shown as it is. */
export function describeCurationProblem(
  { rule, values }: Evidence,
  sentences: Readonly<Record<string, string>> = curationSentences,
): string {
  const sentence = sentences[rule] ?? rule;
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values?.[name] ?? whole));
}
