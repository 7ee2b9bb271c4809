import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describeBoilerplate } from '../../../../src/core/clean/evidence.ts';
import { findBoilerplate } from '../../../../src/core/clean/findBoilerplate.ts';
import { removeSpans } from '../../../../src/core/text/cleanedText.ts';
import { shippedModel } from './shippedModel.ts';

/** One page per language and kind, named by the kind; what is not of the article stands between ⟦ and ⟧. */
const folder = fileURLToPath(new URL('./fixtures/', import.meta.url));

const model = shippedModel();

const ink = (text: string): string => text.replace(/\s+/gu, ' ').trim();

describe('the kinds of boilerplate', () => {
  for (const language of readdirSync(folder)) {
    for (const file of readdirSync(`${folder}${language}`)) {
      const kind = file.replace(/\.txt$/u, '');
      it(`${language}: ${kind === 'article' ? 'the article alone stays as it is' : `${kind} goes, all of it and nothing else`}`, () => {
        const marked = readFileSync(`${folder}${language}/${file}`, 'utf8');
        const text = marked.replace(/[⟦⟧]/gu, '');
        const found = findBoilerplate({ id: file, text }, model);
        const said = found.map(
          (passage) =>
            `${describeBoilerplate(passage)} | ${JSON.stringify(text.slice(passage.start, passage.end))}`,
        );
        assert.equal(
          ink(removeSpans(text, found).text),
          ink(marked.replace(/⟦[^⟧]*⟧/gu, ' ')),
          said.join('\n'),
        );
        const kinds = found.map((passage) => passage.kind as string);
        assert.ok(kind === 'article' || kinds.includes(kind), said.join('\n'));
      });
    }
  }
});
