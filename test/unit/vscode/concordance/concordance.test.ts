import assert from 'node:assert/strict';
import type { CorpusIndex, Filter, KwicLine, Page, PageRequest } from '../../../../src/core/index.ts';
import { Concordance, firstLines } from '../../../../src/vscode/concordance/concordance.ts';
import { concordanceText } from '../../../../src/vscode/concordance/concordanceText.ts';
import { kwicOf } from '../../core/concordance/kwicOf.ts';
import { english } from '../english.ts';

/** An index of so many lines, numbered by their keywords; of words it knows no total. */
function indexOf(count: number, knowsTotal = true): Pick<CorpusIndex, 'kwic'> & { asked: number } {
  return {
    asked: 0,
    kwic(_query, _filter: Filter, { limit, cursor = '0' }: PageRequest): Promise<Page<KwicLine>> {
      this.asked++;
      const start = Number(cursor);
      const end = Math.min(count, start + limit);
      const items = Array.from({ length: end - start }, (_, i) =>
        kwicOf({ keyword: String(start + i), left: `${String(count - start - i).padStart(6, '0')} ` }),
      );
      return Promise.resolve({
        items,
        total: knowsTotal ? count : end + 1,
        ...(end < count && { cursor: String(end) }),
        ...(!knowsTotal && { isApproximate: true }),
        generation: 1,
      });
    },
  };
}

function concordanceOf(index: Pick<CorpusIndex, 'kwic'> | undefined) {
  let changes = 0;
  const concordance = new Concordance(
    { root: '/corpus', query: { words: 'port' }, label: 'port', scope: { kind: 'filter' } },
    'date',
    {
      index: () => index as CorpusIndex | undefined,
      filter: () => ({}),
      onDidChange: () => changes++,
    },
  );
  return { concordance, changes: () => changes, text: () => concordanceText(english, concordance, '') };
}

const keywordsOf = ({ lines }: Concordance): string[] => lines.map(({ line }) => line.keyword);

describe('Concordance', () => {
  it('reads so many lines, says what is left, and reads on', async () => {
    const { concordance, text } = concordanceOf(indexOf(2500));
    await concordance.load(firstLines);
    assert.deepEqual([concordance.lines.length, concordance.total, concordance.state], [1000, 2500, 'more']);
    assert.match(text().text, /^The first 1,000 of 2,500 lines, in 1 article$/m);
    assert.match(text().text, /^Not shown: 1,500 lines\. · Load 1,500 More$/m);
    await concordance.load(Infinity);
    assert.equal(concordance.state, 'complete');
    assert.match(text().text, /^2,500 lines in 1 article$/m);
    assert.doesNotMatch(text().text, /Load/);
  });

  it('says what to do where nothing was found', async () => {
    const { concordance, text } = concordanceOf(indexOf(0));
    await concordance.load(firstLines);
    assert.match(text().text, /^0 lines in 0 articles$/m);
    assert.match(text().text, /^Nothing outside boilerplate\. Fewer words find more/m);
    assert.match(
      concordanceText(english, concordance, 'outlet Agio').text,
      /Change the scope to look beyond it\.$/m,
    );
    assert.deepEqual(text().lines, []);
  });

  it('does not make a number up that the index does not know', async () => {
    const { concordance, text } = concordanceOf(indexOf(2500, false));
    await concordance.load(firstLines);
    assert.match(text().text, /^The first 1,000 lines, in 1 article; there are more$/m);
    assert.match(text().text, /^Not shown: at least 1 line\. · Load 5,000 More · Load All$/m);
  });

  it('sorts lines that come one page after the other, and says when not all are there', async () => {
    const { concordance, text } = concordanceOf(indexOf(2500));
    await concordance.load(firstLines);
    concordance.sortBy('left');
    assert.deepEqual(keywordsOf(concordance).slice(0, 2), ['999', '998']);
    assert.match(text().text, /Sorted by: left context \(1L 2L 3L\) · only the lines that are loaded/);
    await concordance.load(Infinity);
    assert.deepEqual(keywordsOf(concordance).slice(0, 2), ['2499', '2498']);
    assert.doesNotMatch(text().text, /only the lines/);
    concordance.sortBy('date');
    assert.deepEqual(keywordsOf(concordance).slice(0, 2), ['0', '1']);
  });

  it('copes with 50,000 lines, and replaces the document a few times only', async () => {
    const { concordance, changes, text } = concordanceOf(indexOf(50_000));
    concordance.sortBy('left');
    await concordance.load(Infinity);
    assert.equal(concordance.lines.length, 50_000);
    assert.ok(changes() < 12, `${changes()} changes`);
    const { firstLine, lines, keywords } = text();
    assert.deepEqual([firstLine, lines.length, keywords.length], [6, 50_000, 50_000]);
  });

  it('stops where it is, and goes on from there', async () => {
    const index = indexOf(5000);
    const { concordance, text } = concordanceOf(index);
    const loading = concordance.load(Infinity);
    concordance.stop();
    await loading;
    assert.equal(concordance.state, 'more');
    assert.ok(index.asked <= 2);
    await concordance.load(firstLines);
    assert.deepEqual(
      keywordsOf(concordance).slice(0, 1000),
      Array.from({ length: 1000 }, (_, i) => String(i)),
    );
    assert.ok(text().links.some(({ action }) => action === 'loadAll' || action === 'loadMore'));
  });

  it('says how many lines could not be read', async () => {
    const index = indexOf(10);
    const { concordance, text } = concordanceOf({
      kwic: async (...args) => ({ ...(await index.kwic(...args)), total: 12 }),
    });
    await concordance.load(firstLines);
    assert.match(
      text().text,
      /^Not shown: 2 lines\. Their articles have changed or cannot be read\. · Read Again$/m,
    );
  });

  it('says when the corpus cannot be asked, and reads again', async () => {
    const failing = { kwic: () => Promise.reject(new Error('gone')) };
    const { concordance, text } = concordanceOf(failing);
    await concordance.load(firstLines);
    assert.equal(concordance.state, 'failed');
    assert.match(text().text, /^The corpus could not be asked\. · Read Again$/m);
  });

  it('has links where it says so', async () => {
    const { concordance, text } = concordanceOf(indexOf(2500));
    await concordance.load(firstLines);
    const { text: whole, links } = text();
    const rows = whole.split('\n');
    assert.deepEqual(
      links.map(({ line, start, end }) => rows[line]!.slice(start, end)),
      ['Change Query…', 'Sort By…', 'Change Scope…', 'Export…', 'Load 1,500 More'],
    );
  });
});
