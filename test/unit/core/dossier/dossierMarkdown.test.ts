import assert from 'node:assert/strict';
import {
  dossierMarkdown,
  englishCardLanguage,
  englishDossierStyle,
  type ArticleRow,
  type Dossier,
} from '../../../../src/core/index.ts';

const hostile = '[x](http://e.invalid) <img src=x onerror=alert(1)> `c` **b** $(sync) | ![i](a) & #h\n# H';
const article: ArticleRow = {
  id: 'a folder/été (1) #2.txt',
  title: hostile,
  outlet: hostile,
  date: '2016-05-23',
  language: 'fr',
  authors: [],
};

const dossier: Dossier = {
  card: {
    id: 'ORG:x',
    type: 'ORG',
    name: hostile,
    aliases: [hostile],
    joins: [{ name: 'CDP', evidence: { rule: 'initials' } }],
    articles: 1,
    mentions: 2,
    undatedArticles: 1,
    first: '2016-05-23',
    last: '2016-05-23',
    years: [{ year: '2016', articles: 1 }],
    facts: [],
    companions: [],
    generation: 1,
  },
  corpus: 'press',
  filter: hostile,
  facts: [
    {
      fact: {
        kind: 'description',
        value: hostile,
        article: article.id,
        articleTitle: hostile,
        start: 0,
        end: 5,
      },
      quote: `Elle, ${hostile}, recrute.`,
      line: 7,
    },
  ],
  lines: [{ article, left: hostile, keyword: hostile, right: hostile, span: { start: 0, end: 3 }, line: 9 }],
  companions: [{ name: hostile, sentences: 3, articles: 2 }],
  sources: [{ article: { ...article, id: 'archive.jsonl#12' }, line: 12 }],
};

const plain: Dossier = {
  ...dossier,
  facts: [
    ...['la filiale d’un groupe', 'Elle recrute.'].map((value) => ({
      fact: { kind: 'description', value, article: 'a.txt', articleTitle: 'A', start: 0, end: 9 } as const,
      quote: value.startsWith('la') ? `Elle, ${value}, recrute.` : value,
      line: 3,
    })),
  ],
};

describe('dossierMarkdown', () => {
  const text = dossierMarkdown(dossier, englishDossierStyle(englishCardLanguage, '../press/'));

  it('links every fact, line and source to its line, from where the document lies', () => {
    const targets = [...text.matchAll(/\]\(<([^>]*)>\)/g)].map(([, target]) => target);
    const path = '../press/a%20folder/%C3%A9t%C3%A9%20%281%29%20%232.txt';
    assert.deepEqual(targets, [`${path}#L7`, `${path}#L9`, '../press/archive.jsonl#L12']);
  });

  it('repeats no sentence, and keeps those that do not say what it is apart', () => {
    const said = dossierMarkdown(plain, englishDossierStyle(englishCardLanguage, ''));
    const [, whatItIs, saidOfIt] = said.split(/^## /m);
    assert.match(
      whatItIs ?? '',
      /^What it is\n\n- \*\*la filiale d’un groupe\*\* — [^\n]*\n {2}> Elle, la filiale/,
    );
    assert.match(saidOfIt ?? '', /^What is said of it\n\n- Elle recrute\. — \[A\]\(<a\.txt#L3>\), undated\n/);
    assert.equal(said.match(/Elle recrute/g)?.length, 1);
  });

  it('shows scraped text as it is', () => {
    const unescaped = text.replace(/\\[!-/:-@[-`{-~]/g, '').replace(/\]\(<[^>]*>\)/g, ']');
    assert.doesNotMatch(unescaped, /<img|\]\(http|!\[|`|\$\(/);
    assert.equal(text.match(/^# /gm)?.length, 1);
    assert.equal(text.match(/^#+ /gm)?.length, 7);
    for (const row of text.split('\n').filter((line) => line.startsWith('|')))
      assert.ok([3, 4].includes(row.replace(/\\\|/g, '').match(/\|/g)!.length), row);
  });

  it('counts what it shows of what there is, with the right plural', () => {
    assert.match(text, /1 of 2 mentions\./);
    assert.match(text, /1 of 1 article\./);
    assert.match(text, /CDP: joined by its initials/);
    assert.match(text, /\| 2016 \| 1 \|\n\| Undated \| 1 \|/);
  });
});
