import assert from 'node:assert/strict';
import type { EntityType, RecognisedMention } from '../../../../src/core/entities/mention.ts';
import { NameSurvey, priorsOf } from '../../../../src/core/entities/nameSurvey.ts';

const mention = (text: string, type: EntityType, confidence = 0.9): RecognisedMention => ({
  ...{ text, type, confidence, start: 0, end: text.length },
});

function surveyOf(...articles: readonly RecognisedMention[][]): NameSurvey {
  const survey = new NameSurvey();
  for (const mentions of articles) survey.add(mentions);
  return survey;
}

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

describe('what the articles of a corpus take a name for', () => {
  const text = 'Hier, Quellor a ouvert un site.';

  it('is known from three articles on, each of them counted once', () => {
    const quellor = mention('Quellor', 'ORG');
    assert.equal(surveyOf([quellor, quellor, quellor], [quellor]).votesIn(text), undefined);
    assert.deepEqual(surveyOf(...times(3, [quellor])).votesIn(text), { Quellor: { ORG: 3 } });
  });

  it('is told of the names that stand in a text, as they are written', () => {
    const names = ['Quellor', 'Quellor Mines', 'quellor'].map((name) => mention(name, 'ORG'));
    const survey = surveyOf(...times(3, names));
    assert.deepEqual(Object.keys(survey.votesIn(text) ?? {}), ['Quellor']);
    assert.deepEqual(Object.keys(survey.votesIn('Quellor Mines paie.') ?? {}), ['Quellor', 'Quellor Mines']);
    assert.equal(survey.votesIn('Rien.'), undefined);
  });

  it('is not counted where it is doubtful', () => {
    assert.equal(surveyOf(...times(5, [mention('Quellor', 'ORG', 0.4)])).votesIn(text), undefined);
  });

  it('is not settled by a name of two things, a town and an operator', () => {
    const operator = times(9, [mention('Quellor', 'ORG')]);
    assert.equal(surveyOf(...operator, [mention('Quellor', 'LOC')]).votesIn(text), undefined);
  });

  it('may come from articles that were counted before', () => {
    const survey = new NameSurvey();
    survey.count('Quellor', 'ORG', 40);
    const priors = priorsOf(survey.votesIn(text));
    assert.ok(priors);
    assert.deepEqual(priors.votes('Quellor'), { ORG: 40 });
    assert.equal(priors.votes('constructor'), undefined);
    assert.equal(priorsOf(undefined), undefined);
  });

  it('leaves the outlet an organization, unless the corpus settles it otherwise', () => {
    const alone = priorsOf(undefined, 'La Vigie du Delta');
    assert.deepEqual(Object.keys(alone?.votes('La Vigie du Delta') ?? {}), ['ORG']);
    assert.equal(alone?.votes('Delta'), undefined);
    assert.deepEqual(priorsOf({ Quellor: { PER: 7 } }, 'Quellor')?.votes('Quellor'), { PER: 7 });
  });
});
