import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { linkEntities } from '../../src/core/entities/linkEntities.ts';
import { loadEntityModel, recogniseMentions } from '../../src/core/entities/recogniseMentions.ts';
import { isSureMention } from '../../src/core/index/sureMentions.ts';
import { news, readNews, sampleRecords, type Labelled } from './labelledNames.ts';

const root = new URL('../../', import.meta.url);

/** Of the names that are sure and of those that are not: how many there are, and the share that is right in half of its places. */
function measure(records: readonly Labelled[]): Record<'sure' | 'unsure', { names: number; right: number }> {
  const model = loadEntityModel(readFileSync(new URL('models/entities.bin', root)));
  const names = new Map<string, { mentions: number; right: number; sure: number }>();
  for (const { text, language, zones, mentions } of records) {
    const labelled = new Set(mentions.map(({ start, end, type }) => `${start} ${end} ${type}`));
    const linked = linkEntities(text, recogniseMentions(text, zones, language, model), language);
    for (const mention of linked.mentions) {
      const { type, key } = linked.entities[mention.entity]!;
      const name = names.get(`${type}:${key}`) ?? { mentions: 0, right: 0, sure: 0 };
      names.set(`${type}:${key}`, name);
      name.mentions++;
      if (isSureMention(mention)) name.sure++;
      if (labelled.has(`${mention.start} ${mention.end} ${mention.type}`)) name.right++;
    }
  }
  const all = [...names.values()];
  const part = (isWanted: (name: { sure: number }) => boolean): { names: number; right: number } => {
    const wanted = all.filter(isWanted);
    const right = wanted.filter((name) => 2 * name.right >= name.mentions).length;
    return { names: wanted.length, right: right / Math.max(1, wanted.length) };
  };
  return { sure: part(({ sure }) => sure > 0), unsure: part(({ sure }) => sure === 0) };
}

function check(where: string, records: readonly Labelled[]): void {
  const { sure, unsure } = measure(records);
  const shown = ({ names, right }: { names: number; right: number }): string =>
    `${names} names, ${(100 * right).toFixed(0)} % right`;
  console.log(`    ${where}: sure ${shown(sure)}; to be looked at ${shown(unsure)}`);
  // What is listed apart is mostly wrong, what is not is mostly right, and little is listed.
  assert.ok(unsure.right < 0.5);
  assert.ok(sure.right > 0.75);
  assert.ok(unsure.names < 0.2 * (sure.names + unsure.names));
}

describe('names to be looked at', function () {
  this.timeout(60_000);

  it('are mostly wrong in the sample corpus, where the others are mostly right', () => {
    check('sample corpus', sampleRecords());
  });

  it('are mostly wrong in French news, where the others are mostly right', function () {
    if (!existsSync(news)) this.skip();
    check('French news', readNews());
  });
});
