import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineSurvey } from '../../../../src/core/clean/lineSurvey.ts';

describe('LineSurvey', () => {
  const footer = 'All the news of the valley';
  const article = (n: number): string =>
    `Story of day ${'abcdefgh'.charAt(n)}\n\nThe mill ${'xyzuvwrs'.charAt(n)} closed.\n\n${footer}`;

  it('counts the other articles of the group and of the corpus that hold each segment', () => {
    const survey = new LineSurvey();
    for (const n of [0, 1, 2]) survey.add('valley', article(n));
    survey.add('coast', footer);
    const repetition = survey.repetitionFor('valley', article(0));
    assert.deepEqual(repetition, {
      groupArticles: 2,
      corpusArticles: 3,
      inGroup: [0, 0, 2],
      inCorpus: [0, 0, 3],
    });
  });

  it('counts a line once per article', () => {
    const survey = new LineSurvey();
    survey.add('valley', 'Menu\nMenu\nMenu');
    survey.add('valley', 'Menu');
    assert.deepEqual(survey.repetitionFor('valley', 'Menu').inGroup, [1]);
  });

  it('knows nothing of an unknown group', () => {
    const repetition = new LineSurvey().repetitionFor('nowhere', 'Menu\nHome', false);
    assert.deepEqual(repetition, { groupArticles: 0, corpusArticles: 0, inGroup: [0, 0], inCorpus: [0, 0] });
  });

  it('forgets an article that is taken back', () => {
    const survey = new LineSurvey();
    survey.add('valley', article(0));
    survey.add('valley', article(1));
    survey.remove('valley', article(1));
    assert.deepEqual(survey.repetitionFor('valley', article(0)).inCorpus, [0, 0, 0]);
    assert.equal(survey.repetitionFor('valley', article(0)).groupArticles, 0);
  });

  it('comes back from its data as it was', () => {
    const line = fc.constantFrom('Menu', 'Home', footer, 'The mill closed.', 'A long day');
    const added = fc.tuple(
      fc.constantFrom('valley', 'coast'),
      fc.array(line).map((lines) => lines.join('\n')),
    );
    fc.assert(
      fc.property(fc.array(added), (articles) => {
        const survey = new LineSurvey();
        for (const [group, text] of articles) survey.add(group, text);
        const again = LineSurvey.fromJSON(
          JSON.parse(JSON.stringify(survey)) as ReturnType<LineSurvey['toJSON']>,
        );
        const probe = `Menu\nHome\n${footer}`;
        assert.deepEqual(
          again.repetitionFor('valley', probe, false),
          survey.repetitionFor('valley', probe, false),
        );
      }),
    );
  });

  it('stays within its limit and keeps what repeats', () => {
    const survey = new LineSurvey(100);
    for (let n = 0; n < 500; n++) {
      const letters = n.toString().replace(/\d/gu, (digit) => 'abcdefghij'.charAt(Number(digit)));
      survey.add('valley', `Only here: ${letters}\n${footer}`);
    }
    const keys = survey.toJSON().groups.reduce((sum, { counts }) => sum + counts.length / 2, 0);
    assert.ok(keys <= 100, `${keys} keys`);
    assert.deepEqual(survey.repetitionFor('valley', footer, false).inGroup, [500]);
  });
});
