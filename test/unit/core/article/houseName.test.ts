import assert from 'node:assert/strict';
import { readMetadata } from '../../../../src/core/article/readMetadata.ts';

const body =
  'La mairie de Port-Vallon a ouvert lundi un guichet pour les pêcheurs, qui réclamaient depuis deux ans un lieu où ' +
  'déposer leurs déclarations de capture. Il sera tenu par trois agents et restera ouvert le samedi matin.';

const read = (text: string, source?: string) =>
  readMetadata({ id: 'a', text, ...(source === undefined ? {} : { source }) }, []);

describe('the name of the folder', () => {
  const text = `Un guichet pour les pêcheurs\n\nPublié le jeudi 6 mai 2021 | Quai des Îles\n\n${body}\n`;

  it('names the outlet where the page prints it', () => {
    const { outlet, authors } = read(text, 'quai-des-iles');
    assert.equal(outlet?.value, 'Quai des Îles');
    assert.equal(text.slice(outlet.span!.start, outlet.span!.end), 'Quai des Îles');
    assert.deepEqual(authors, []);
  });

  it('proves nothing alone, nor with running text', () => {
    const bare = `Un guichet pour les pêcheurs\n\n${body} Le journal Quai des Îles en avait parlé l’an dernier déjà.\n`;
    assert.equal(read(bare, 'quai-des-iles').outlet, undefined);
  });

  it('is no place and no section by one word', () => {
    const dateline = `Un guichet pour les pêcheurs\n\nVallon, le 6 mai 2021\n\n${body}\n`;
    assert.notEqual(read(dateline, 'vallon').outlet?.value, 'Vallon');
  });

  it('is one word when the page prints it with its article, twice', () => {
    const twice = `${text.replace('Quai des Îles', 'Partager')}\nRETROUVEZ L’ESCALIER SUR :\nBoutique L’Escalier\n`;
    assert.equal(read(twice, 'escalier').outlet?.value, 'L’Escalier');
  });

  it('names who served the page when another published it', () => {
    const served = `Quai des Îles > Mer\nUn guichet pour les pêcheurs\nPublié dans Le Hauban le 06 - 05 - 2021\n\n${body}\n`;
    const { outlet, aggregator } = read(served, 'quai-des-iles');
    assert.equal(outlet?.value, 'Le Hauban');
    assert.equal(aggregator?.value, 'Quai des Îles');
  });
});
