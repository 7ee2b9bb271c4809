import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import ts from 'typescript';
import { projectDir } from '../cli/runInMemory.ts';

/** Every regular expression that stands in the sources, with the file it stands in. */
function regexesOfSources(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const folder = path.join(projectDir, 'src');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const text = readFileSync(path.join(folder, name), 'utf8');
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node) && !found.has(node.text))
        found.set(node.text, name.split(path.sep).join('/'));
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(name, text, ts.ScriptTarget.ESNext));
  }
  return found;
}

/** What a text is made of that makes an expression try again and again; the words of the expression itself beside it. */
const units = [
  'a',
  'A',
  '0',
  ' ',
  '\t',
  '\n',
  '.',
  '-',
  ',',
  '(',
  '"',
  '/',
  ':',
  '#',
  '|',
  'é',
  'a ',
  'A ',
  '0 ',
  'Aa',
  'a.',
  'A. ',
  '1/',
  ' - ',
  '\\"',
  '[',
  '. ',
  'Aaa ',
  '\u00a0',
];
const ends = ['\u0000', '', '\n!'];
/** What grows with the cube of the length takes seconds here, what grows with its square some hundredths of one. */
const longest = 2000;
const limitMs = 1000;

/** Expressions that their callers give no longer texts, and how long those are. */
const bounded: readonly { readonly file: string; readonly holds: string; readonly length: number }[] = [
  { file: 'core/article/dateFeatures.ts', holds: '[,:]\\s?(?:le\\s|den', length: 60 },
  { file: 'core/article/authors.ts', holds: 'no comments|kommentar', length: 300 },
];

function attacks(source: string, length: number): string[] {
  const words = [...new Set(source.match(/\p{L}{2,}|[^\s\p{L}\d\\[\]{}()?*+^$|.]/gu) ?? [])].slice(0, 12);
  const starts = ['', ...words.slice(0, 3), '('];
  return [...units, ...words].flatMap((unit) => {
    const pumped = unit.repeat(Math.ceil(length / unit.length));
    return starts.flatMap((start) => ends.map((end) => start + pumped + end));
  });
}

describe('the regular expressions', function () {
  this.timeout(600_000);

  it('do not try without bound, whatever they are given', () => {
    const regexes = regexesOfSources();
    assert.ok(regexes.size > 400, `${regexes.size}`);
    const context = vm.createContext({ run: () => undefined });
    const slow: string[] = [];
    for (const [literal, file] of regexes) {
      const at = literal.lastIndexOf('/');
      const [source, flags] = [literal.slice(1, at), literal.slice(at + 1).replace(/[gy]/g, '')];
      const regex = new RegExp(source, flags);
      const bound = bounded.find((each) => each.file === file && source.includes(each.holds));
      const texts = attacks(source, bound?.length ?? longest);
      context['run'] = () => {
        for (const text of texts) {
          const before = process.threadCpuUsage();
          regex.test(text);
          const { user } = process.threadCpuUsage(before);
          if (user / 1000 > limitMs)
            throw new Error(`${user / 1000} ms for ${JSON.stringify(text.slice(0, 40))}`);
        }
      };
      try {
        vm.runInContext('run()', context, { timeout: 60_000 });
      } catch (error) {
        slow.push(`${file}: ${literal}: ${String(error)}`);
      }
    }
    assert.deepEqual(slow, []);
  });

  it('would be found out if one did', () => {
    const regex = /^(a+)+$/;
    assert.throws(() =>
      vm.runInContext('run()', vm.createContext({ run: () => regex.test(`${'a'.repeat(longest)}!`) }), {
        timeout: 500,
      }),
    );
    assert.ok(attacks('^(a+)+$', longest).includes(`${'a'.repeat(longest)}\u0000`));
  });
});
