import assert from 'node:assert/strict';
import { eld as original } from 'eld/extrasmall';
import { build } from 'esbuild';
import { lazyLanguageTables } from '../../../scripts/lazyLanguageTables.ts';

describe('lazyLanguageTables', () => {
  it('bundles eld so that it tells languages as before', async () => {
    const { outputFiles } = await build({
      stdin: { contents: "export { eld } from 'eld/extrasmall';", resolveDir: import.meta.dirname },
      bundle: true,
      write: false,
      format: 'esm',
      plugins: [lazyLanguageTables],
    });
    const code = Buffer.from(outputFiles[0]!.contents).toString('base64');
    const { eld } = (await import(`data:text/javascript;base64,${code}`)) as { eld: typeof original };
    const texts = [
      'La halle aux poissons rouvre après deux hivers de travaux.',
      'The fish market opens again after two winters of works.',
      'La lonja vuelve a abrir después de dos inviernos de obras.',
      'يفتح سوق السمك أبوابه من جديد بعد شتاءين من الأشغال.',
      '12 %',
    ];
    for (const text of texts) {
      const [bundled, expected] = [eld.detect(text), original.detect(text)];
      assert.equal(bundled.language, expected.language);
      assert.deepEqual(bundled.getScores(), expected.getScores());
    }
  });
});
