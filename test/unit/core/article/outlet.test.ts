import assert from 'node:assert/strict';
import { readMetadata } from '../../../../src/core/article/readMetadata.ts';

const body = [
  'Le funiculaire de la ville haute reprendra du service au printemps, après six années pendant lesquelles les habitants ont dû monter à pied.',
  'Les deux cabines, refaites dans un atelier de la vallée, emportent désormais quarante passagers et mettent trois minutes pour gravir la pente.',
].join('\n\n');
const title = 'Le funiculaire repart au printemps';

const outlet = (text: string, url?: string): string | undefined => {
  const found = readMetadata({ id: 'a', text, ...(url !== undefined && { url }) }, []).outlet;
  if (found?.span) assert.equal(text.slice(found.span.start, found.span.end), found.quote);
  return found?.value;
};

describe('outlet', () => {
  it('stands in a masthead above the title', () => {
    assert.equal(
      outlet(`Le Messager des Cimes | N° 12 | 7 mars 2016\n\n${title}\n\nPar Odile Ferrand\n\n${body}`),
      'Le Messager des Cimes',
    );
  });

  it('stands at the head of a breadcrumb, unless that is the home page', () => {
    assert.equal(
      outlet(`Le Messager des Cimes > Transports > Villes\n\n${title}\n\n${body}`),
      'Le Messager des Cimes',
    );
    assert.equal(outlet(`Accueil > Transports > Villes\n\n${title}\n\n${body}`), undefined);
  });

  it('stands in the imprint when the text names it elsewhere', () => {
    const imprint = '© 2016 Messager des Cimes. Tous droits réservés.';
    assert.equal(outlet(`Messager des Cimes\n\n${title}\n\n${body}\n\n${imprint}`), 'Messager des Cimes');
    assert.equal(outlet(`${title}\n\n${body}\n\n${imprint}`), undefined);
  });

  it('is the agency of a dateline', () => {
    assert.equal(outlet(`${title}\n\nVALMORGE, 7 mars (AVP) – ${body}`), 'AVP');
  });

  it('is known by the address, but not by that of an aggregator', () => {
    const text = `${title}\n\n${body}`;
    assert.equal(outlet(text, 'https://www.lemonde.fr/economie/article/funiculaire.html'), 'Le Monde');
    assert.equal(outlet(text, 'https://www.maghress.com/fr/alm/123'), undefined);
  });

  it('is not guessed from one mark alone', () => {
    assert.equal(outlet(`${title}\n\nPar Odile Ferrand | Edition N°:5045 | Partager\n\n${body}`), undefined);
  });
});
