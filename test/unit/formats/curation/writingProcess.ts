/** A window of its own: writes a date for each of some articles into a curation file, one after the other. */
import { writeCuration } from '../../../../src/formats/curation/curationStorage.ts';

const [root = '', name = '', count = '0'] = process.argv.slice(2);
for (let i = 0; i < Number(count); i++) {
  const choice = { article: `${name}/${i}.txt`, date: '2003' };
  const writing = await writeCuration(root, [{ section: 'dates', action: 'set', choice }]);
  if (!writing.isDone) throw new Error(writing.reason);
}
