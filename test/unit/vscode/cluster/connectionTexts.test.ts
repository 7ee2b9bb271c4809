import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ClusterError, type ClusterRule } from '../../../../src/engines/opensearch/clusterError.ts';
import { problemText } from '../../../../src/vscode/cluster/connectionTexts.ts';
import type { L10n } from '../../../../src/vscode/l10n.ts';
import { english } from '../english.ts';

const file = path.join(import.meta.dirname, '../../../../l10n/bundle.l10n.fr.json');
const bundle = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
const french: L10n = { t: (message, ...values) => english.t(bundle[message]!, ...values), language: 'fr' };

/** What each problem has the user do, in both languages. */
const advice: Readonly<Record<ClusterRule | 'address', readonly [en: RegExp, fr: RegExp]>> = {
  unreachable: [/Check the address, the network/, /Vérifiez l’adresse, le réseau/],
  slow: [/Try again, or narrow/, /Réessayez, ou demandez moins/],
  busy: [/Try again later/, /Réessayez plus tard/],
  full: [/Ask whoever runs it/, /Prévenez qui l’administre/],
  unauthorized: [/Check them/, /Vérifiez-les/],
  forbidden: [/Ask whoever runs it for the right/, /Demandez-en le droit/],
  certificate: [/name its file in .*NODE_EXTRA_CA_CERTS/, /donnez son fichier dans .*NODE_EXTRA_CA_CERTS/],
  expired: [/has expired\. Ask/, /a expiré\. Demandez/],
  otherName: [/Write the address by the name/, /Écrivez l’adresse avec le nom/],
  noHttps: [/should begin with http\./, /doit commencer par http\./],
  moved: [/redirects to of its own\. Write that address/, /vers of its own\. Écrivez cette adresse/],
  missing: [/Check the name, or fill it/, /Vérifiez le nom, ou remplissez-le/],
  newer: [/newer version\. Update/, /plus récente\. Mettez Corpus Explorer à jour/],
  cut: [/broke off\. Try again.*https/, /interrompue\. Réessayez.*https/],
  foreign: [/Check the address/, /Vérifiez l’adresse/],
  refused: [/refused: of its own/, /a refusé.*of its own/],
  address: [/https:\/\/host:9200\/name/, /https:\/\/hote:9200\/nom/],
};

/** Longer ones are cut off in the menu of the status item. What a certificate needs takes more; a notification shows it whole. */
const menuLength = 100;

describe('what is wrong with a connection', () => {
  for (const [rule, [en, fr]] of Object.entries(advice)) {
    it(`is said with what to do, shortly and in both languages: ${rule}`, () => {
      const problem = { rule, server: '127.0.0.1:9200', detail: 'of its own' };
      const texts = [problemText(english, problem), problemText(french, problem)];
      assert.match(texts[0]!, en);
      assert.match(texts[1]!, fr);
      if (rule === 'certificate') return;
      for (const text of texts) assert.ok(text.length <= menuLength, `${text.length}: ${text}`);
    });
  }

  it('is said on the command line too, with what to do', () => {
    for (const rule of Object.keys(advice) as (keyof typeof advice)[]) {
      if (rule === 'address' || rule === 'refused') continue;
      const { message, happened } = new ClusterError(rule, '127.0.0.1:9200', 'HTTP 500');
      assert.ok(message.startsWith(`${happened} `) && message.length > happened.length + 5, message);
      assert.match(happened, /127\.0\.0\.1:9200.*\(HTTP 500\)\.$/);
    }
  });
});
