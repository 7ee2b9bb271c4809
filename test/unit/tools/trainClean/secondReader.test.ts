import assert from 'node:assert/strict';
import { agreement, readAgain } from '../../../../tools/trainClean/secondReader.ts';

const paragraph =
  'The council met on Tuesday to settle what the new bridge will cost, and the mayor, who had promised otherwise, ' +
  'said that the town would pay for twenty years, with interest, while the old ferry goes on as before.';
const page = `<html><head><title>A bridge at last</title></head><body>
<nav><ul><li><a href="/a">Home</a></li><li><a href="/b">Sports</a></li></ul></nav>
<article><h1>A bridge at last</h1>${`<p>${paragraph}</p>`.repeat(4)}</article>
<footer><a href="/c">Imprint of the Valley Times</a></footer></body></html>`;

describe('a second reading of a page', () => {
  it('is its article with the title, its paragraphs apart', () => {
    const reading = readAgain(page);
    assert.equal(reading?.title, 'A bridge at last');
    assert.ok(reading.text.includes(`${paragraph}\n`), reading.text);
    assert.ok(!reading.text.includes('Imprint'));
  });

  it('is nothing where there is no article', () => {
    assert.equal(readAgain(''), undefined);
  });

  it('agrees as far as both hold the same runs of words, whatever their case', () => {
    assert.equal(agreement('one two three four five', 'One, two: three FOUR five'), 1);
    assert.equal(agreement('one two three four', 'five six seven eight'), 0);
    assert.equal(agreement('one two three four five', 'one two three four'), 2 / 3);
    assert.equal(agreement('', ''), 0);
  });
});
