import assert from 'node:assert/strict';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { decodeBytes } from '../../../src/formats/encoding.ts';

const french =
  'Le siège de la société, à Évry, a été vendu « sans hâte » pour 12 000 € l’an dernier.\n'.repeat(4);
const russian = 'Совет директоров утвердил продажу завода, сообщила газета во вторник.\n'.repeat(4);

function decoded(bytes: Uint8Array): {
  text: string;
  encoding: string;
  hasBom: boolean;
  replacedBytes: number;
} {
  const result = decodeBytes(bytes);
  assert.ok(!('reason' in result), JSON.stringify(result));
  return result;
}

describe('decodeBytes', () => {
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const) {
    it(`reads ${encoding}`, () => {
      const result = decoded(iconv.encode(french, encoding));
      assert.deepEqual(result, { text: french, encoding, hasBom: false, replacedBytes: 0 });
    });
  }

  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
    it(`reads ${encoding} with a byte order mark and leaves the mark out`, () => {
      const result = decoded(iconv.encode(french, encoding, { addBOM: true }));
      assert.deepEqual(result, { text: french, encoding, hasBom: true, replacedBytes: 0 });
    });
  }

  it('reads plain ASCII as UTF-8', () => {
    assert.equal(decoded(Buffer.from('Plain words, no accents.')).encoding, 'utf-8');
  });

  it('takes one accent in a short file for Windows-1252, never for something exotic', () => {
    for (const text of ['café', 'Orléans', '¿Qué?', 'naïf', 'À Sète', '« Ça »', 'L’été']) {
      assert.equal(decoded(iconv.encode(text, 'windows-1252')).text, text);
    }
  });

  it('reads a text that proves another script by its bytes', () => {
    for (const encoding of ['windows-1251', 'koi8-r']) {
      assert.equal(decoded(iconv.encode(russian, encoding)).text, russian);
    }
  });

  it('reads UTF-8 with a few bad bytes as such and counts them', () => {
    const bytes = Buffer.concat([Buffer.from(french), Buffer.from([0xe9, 0x20, 0xff]), Buffer.from(french)]);
    const { text, replacedBytes, encoding } = decoded(bytes);
    assert.equal(encoding, 'utf-8');
    assert.equal(replacedBytes, 2);
    assert.equal(text, `${french}\ufffd \ufffd${french}`);
  });

  it('reads UTF-8 that was cut in the middle of a letter', () => {
    const bytes = Buffer.from(`${french}é`).subarray(0, -1);
    assert.equal(decoded(bytes).text, `${french}\ufffd`);
  });

  it('refuses what is no text', () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, i) => (i * i * 31 + i * 7) % 256);
    const zeros = new Uint8Array(3000);
    const pdf = Buffer.from('%PDF-1.7\n1 0 obj << /Type /Catalog >>');
    for (const bytes of [noise, zeros, pdf])
      assert.deepEqual(decodeBytes(bytes), { reason: { rule: 'binary' } });
  });

  it('keeps a text with one stray zero', () => {
    assert.equal(decoded(Buffer.from('A word\u0000 and more.')).text, 'A word\u0000 and more.');
  });

  it('gives back every text that was written as UTF-8', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 }).filter((each) => {
      // Control characters and signatures are told from binary files by design; a mark at the start is taken off.
      return !/[\u0000-\u0008\u000e-\u001f]/.test(each) && !/^(%PDF|PK|GIF8|\ufeff)/.test(each);
    });
    fc.assert(fc.property(text, (each) => assert.equal(decoded(Buffer.from(each)).text, each)));
  });

  it('never throws, and says something of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const result = decodeBytes(bytes);
        assert.ok('reason' in result || typeof result.text === 'string');
      }),
    );
  });
});
