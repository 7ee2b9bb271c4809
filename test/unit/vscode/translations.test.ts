import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  badRecordsSentence,
  boilerplateRules,
  curationSentences,
  querySentences,
  englishDossierMessages,
  exportProblems,
  englishCardMessages,
  refusalSentences,
  rejectedSentences,
  reportSentences,
  takenSentences,
  ownModelSentences,
  undatedSentences,
  skipSentences,
} from '../../../src/core/index.ts';

const root = path.join(import.meta.dirname, '../../..');
const readJson = (name: string): Record<string, string> =>
  JSON.parse(readFileSync(path.join(root, name), 'utf8')) as Record<string, string>;

/** Every literal that the adapter hands to `l10n.t`. */
function messagesInSource(): Set<string> {
  const messages = new Set<string>();
  for (const file of globSync('src/vscode/**/*.ts', { cwd: root })) {
    const source = readFileSync(path.join(root, file), 'utf8');
    for (const [, literal] of source.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)) {
      messages.add(literal!.replace(/\\(.)/g, '$1'));
    }
  }
  return messages;
}

function messagesOfCore(): string[] {
  return [
    ...Object.values(englishCardMessages),
    ...Object.values(boilerplateRules),
    ...Object.values(skipSentences),
    ...Object.values(curationSentences),
    ...Object.values(querySentences),
    ...Object.values(exportProblems),
    ...Object.values(englishDossierMessages),
    badRecordsSentence,
    ...reportSentences(),
    ...Object.values(refusalSentences),
    ...Object.values(takenSentences),
    ...Object.values(ownModelSentences),
    ...Object.values(rejectedSentences),
    ...Object.values(undatedSentences),
  ].flatMap((message: string | object) =>
    typeof message === 'string' ? [message] : (Object.values(message) as string[]),
  );
}

const placeholders = (message: string): string[] => (message.match(/\{\w+\}/g) ?? []).sort();

describe('translations', () => {
  const french = readJson('l10n/bundle.l10n.fr.json');
  const used = new Set([...messagesInSource(), ...messagesOfCore()]);

  it('has a French text for everything that is said', () => {
    assert.ok(used.size > 100, `only ${used.size} messages were found`);
    assert.deepEqual(
      [...used].filter((message) => french[message] === undefined),
      [],
    );
  });

  it('translates nothing that is not said', () => {
    assert.deepEqual(
      Object.keys(french).filter((message) => !used.has(message)),
      [],
    );
  });

  it('keeps every placeholder', () => {
    for (const [english, translated] of Object.entries(french)) {
      assert.deepEqual(placeholders(translated), placeholders(english), english);
    }
  });

  it('has the same titles, settings and welcome texts in both languages, with the same commands', () => {
    const [en, fr] = [readJson('package.nls.json'), readJson('package.nls.fr.json')];
    assert.deepEqual(Object.keys(fr).sort(), Object.keys(en).sort());
    const commandsOf = (text: string): string[] => (text.match(/command:[\w.]+/g) ?? []).sort();
    for (const [key, text] of Object.entries(en))
      assert.deepEqual(commandsOf(fr[key] ?? ''), commandsOf(text), key);
  });

  it('names no title that package.nls.json lacks, and no command that is not declared', () => {
    const manifest = readFileSync(path.join(root, 'package.json'), 'utf8');
    const en = readJson('package.nls.json');
    const keys = [...manifest.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key!);
    assert.deepEqual(new Set(keys), new Set(Object.keys(en)));
    const declared = new Set(
      [...manifest.matchAll(/"command": "(corpusExplorer\.\w+)",\s*"title"/g)].map(([, id]) => id),
    );
    const named = Object.values(en).flatMap((text) => text.match(/corpusExplorer\.\w+(?=\))/g) ?? []);
    assert.deepEqual(
      named.filter((id) => !declared.has(id)),
      [],
    );
  });
});

describe('French typography', () => {
  const texts = [readJson('l10n/bundle.l10n.fr.json'), readJson('package.nls.fr.json')].flatMap((table) =>
    Object.values(table),
  );
  const withFault = (fault: RegExp): string[] => texts.filter((text) => fault.test(text));
  /** What is typed, not read: code, links, settings files. */
  const prose = (text: string): string =>
    text.replace(/\]\([^)]*\)|\{[^}]*\}|media\/\S+/g, 'x').replace(/fields: x/, '');

  it('has guillemets with no-break spaces inside, and no English quotes', () => {
    assert.deepEqual(withFault(/«(?!\u00a0)|(?<!\u00a0)»|[“”„‘]/), []);
  });

  it('has a no-break space before colons and percent signs, a narrow one before ; ! and ?', () => {
    assert.deepEqual(
      texts.filter((text) =>
        /(?<!\u00a0):(?=\s|$)|(?<=[^\u202f\s;!?])[;!?]|\s(?<!\u202f)[;!?]/.test(prose(text)),
      ),
      [],
    );
    assert.deepEqual(withFault(/(?<!\u00a0)%/), []);
  });

  it('has the apostrophe of print, one sign for three dots, and no double blanks', () => {
    assert.deepEqual(
      texts.filter((text) => /'|\.\.\.| {2}/.test(prose(text))),
      [],
    );
  });
});
