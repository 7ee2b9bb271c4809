import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Boilerplate } from '../../../../src/core/clean/passage.ts';
import type { PassageChoice } from '../../../../src/core/curation/curation.ts';
import { curationFor } from '../../../../src/core/curation/curationFor.ts';
import { curatePassages, keptPassages } from '../../../../src/core/curation/curatePassages.ts';
import { shortPassage } from '../../../../src/core/curation/shortPassage.ts';
import { removeSpans } from '../../../../src/core/text/cleanedText.ts';

const article = [
  'Accueil  Rabat',
  'Le port attend ses grues',
  '',
  'Rabat espère une livraison en mars.',
  '',
  'Recevez la lettre du matin',
  '',
  'Les grues arrivent par bateau.',
  '',
].join('\n');

const kept = (
  text: string,
  choices: readonly PassageChoice[],
  found: readonly Boilerplate[] = [],
): string => {
  const record = { id: 'journal/a.txt', text, source: 'journal' };
  const curation = curationFor({ passages: choices, dates: [] }, record);
  return removeSpans(text, curatePassages(text, found, curation)).text;
};

const passage = (text: string, words: string): Boilerplate => {
  const start = text.indexOf(words);
  const evidence = { rule: 'unlikeArticle' };
  return { start, end: start + words.length, kind: 'notice', evidence, confidence: 0.6 };
};

describe('keptPassages', () => {
  const wordsOf = (choices: readonly PassageChoice[]): string[] =>
    keptPassages(article, { passages: choices }).map(({ start, end }) => article.slice(start, end));

  it('says where the user said that it is part of the article, in text order', () => {
    const choices: PassageChoice[] = [
      { text: 'Recevez la lettre du matin', is: 'article' },
      { text: 'Accueil Rabat', is: 'article' },
    ];
    assert.deepEqual(wordsOf(choices), ['Accueil  Rabat', 'Recevez la lettre du matin']);
  });

  it('leaves out what a later choice calls boilerplate, and what is boilerplate only', () => {
    const choices: PassageChoice[] = [
      { text: 'Recevez la lettre du matin', is: 'article' },
      { text: 'Accueil Rabat', is: 'navigation' },
      { text: 'la lettre', is: 'notice' },
    ];
    assert.deepEqual(wordsOf(choices), []);
    assert.deepEqual(keptPassages(article, undefined), []);
  });
});

describe('curatePassages', () => {
  it('takes out what the user called boilerplate, with the blank line beside it', () => {
    const choice: PassageChoice = { text: 'Recevez la  lettre\ndu matin', is: 'notice', outlet: 'journal' };
    assert.equal(kept(article, [choice]), article.replace('Recevez la lettre du matin\n\n', ''));
  });

  it('gives the user’s choice as the evidence, surely', () => {
    const choice: PassageChoice = { text: 'Recevez la lettre du matin', is: 'notice' };
    const curated = curatePassages(article, [], { passages: [choice] });
    assert.deepEqual(
      curated.map(({ kind, evidence, confidence }) => ({ kind, evidence, confidence })),
      [{ kind: 'notice', evidence: { rule: 'userChoice' }, confidence: 1 }],
    );
  });

  it('gives back what the user called part of the article, and no other word', () => {
    const found = [passage(article, 'Accueil  Rabat\nLe port attend ses grues')];
    const choice: PassageChoice = { text: 'Le port attend ses grues', is: 'article' };
    assert.equal(kept(article, [choice], found), article.slice(article.indexOf('Le port')));
  });

  it('leaves every line on its own when a line in the middle of a passage is given back', () => {
    const text = 'Fin de page.\n\nPublicité\nUn mot de la rédaction\nPublicité\n\nAutre texte.\n';
    const found = [passage(text, '\n\nPublicité\nUn mot de la rédaction\nPublicité')];
    const choice: PassageChoice = { text: 'Un mot de la rédaction', is: 'article' };
    assert.deepEqual(kept(text, [choice], found).match(/[^\n]+/g), [
      'Fin de page.',
      'Un mot de la rédaction',
      'Autre texte.',
    ]);
  });

  it('cuts no word and, for a label, no sentence', () => {
    const label: PassageChoice = { text: 'Rabat', is: 'sectionLabel', wholeLines: true };
    assert.equal(kept(article, [label]), article);
    assert.equal(kept('Rabat\n\nÀ Rabat, la pluie.\n', [label]), 'À Rabat, la pluie.\n');
    assert.equal(kept('Rabatteurs et Rabat', [{ text: 'Rabat', is: 'notice' }]), 'Rabatteurs et');
  });

  it('takes out every occurrence of a long passage, and nothing that only begins and ends like it', () => {
    const ticker = Array.from({ length: 60 }, (_, i) => `Titre numéro ${i} du fil`).join(' | ');
    const other = ticker.replace('numéro 30', 'numéro 99');
    const text = `${ticker}\nUn article.\n${other}\nUn autre.\n${ticker}\n`;
    const choice: PassageChoice = { ...shortPassage(ticker), is: 'ticker' };
    assert.ok(choice.text.length < 200, choice.text);
    assert.equal(kept(text, [choice]), `Un article.\n${other}\nUn autre.\n`);
  });

  it('holds for one article, one outlet, or all, as the choice says', () => {
    const line = 'Recevez la lettre du matin';
    const holds = (where: Partial<PassageChoice>): boolean =>
      !kept(article, [{ text: line, is: 'notice', ...where }]).includes(line);
    assert.equal(holds({ article: 'journal/a.txt' }), true);
    assert.equal(holds({ article: 'journal/b.txt' }), false);
    assert.equal(holds({ outlet: 'journal', article: 'journal/b.txt' }), true);
    assert.equal(holds({ outlet: 'gazette', article: 'journal/a.txt' }), false);
    assert.equal(holds({}), true);
  });

  it('lets the narrower choice win over the wider one, and keeping over removing', () => {
    const line = 'Recevez la lettre du matin';
    const isKept = (...choices: PassageChoice[]): boolean => kept(article, choices).includes(line);
    const inOutlet: PassageChoice = { text: line, is: 'notice', outlet: 'journal' };
    assert.equal(isKept(inOutlet, { text: line, is: 'article', article: 'journal/a.txt' }), true);
    assert.equal(isKept({ text: line, is: 'article' }, inOutlet), false);
    assert.equal(isKept(inOutlet, { text: line, is: 'article', outlet: 'journal' }), true);
    const part: PassageChoice = { text: 'la lettre du matin', is: 'article', outlet: 'journal' };
    assert.match(kept(article, [part, inOutlet]), /^la lettre du matin$/m);
  });

  it('says the same in any order of the choices, and nothing more of a cleaned text', () => {
    const words = ['un', 'deux', 'trois', 'quatre', '\n', 'un\n', '\n\n', 'cinq six'];
    const text = fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((parts) => parts.join(' '));
    const choice: fc.Arbitrary<PassageChoice> = fc
      .tuple(
        text,
        fc.constantFrom('article', 'notice', 'ticker'),
        fc.constantFrom({}, { outlet: 'journal' }, { article: 'journal/a.txt' }, { wholeLines: true }),
      )
      .map(([words, is, where]) => ({ text: words, is: is as PassageChoice['is'], ...where }));
    fc.assert(
      fc.property(text, fc.array(choice, { maxLength: 8 }), fc.nat(), (words, choices, seed) => {
        const shuffled = [...choices].sort(
          (a, b) => ((choices.indexOf(a) * 7919 + seed) % 13) - ((choices.indexOf(b) * 7919 + seed) % 13),
        );
        const once = kept(words, choices);
        assert.equal(kept(words, shuffled), once);
        const spans = curatePassages(
          words,
          [],
          curationFor({ passages: choices, dates: [] }, recordOf(words)),
        );
        spans.forEach(({ start, end }, i) => {
          assert.ok(start < end && end <= (spans[i + 1]?.start ?? words.length));
        });
      }),
    );
  });
});

function recordOf(text: string): { id: string; text: string; source: string } {
  return { id: 'journal/a.txt', text, source: 'journal' };
}
