import assert from 'node:assert/strict';
import { recogniseFields } from '../../../../src/formats/fields/recogniseFields.ts';

/** What each name is taken for, in the order of the names; `-` for nothing. */
function rolesOf(...names: readonly string[]): string[] {
  const { byRole } = recogniseFields(names);
  return names.map(
    (name) =>
      [...byRole]
        .filter(([, of]) => of.includes(name))
        .map(([role]) => role)
        .join('+') || '-',
  );
}

describe('recogniseFields', () => {
  it('knows the names of common exports', () => {
    const exports = {
      'news-please': [
        'maintext',
        'title',
        'date_publish',
        'date_download',
        'date_modify',
        'source_domain',
        'authors',
        'url',
        'language',
      ],
      scrapy: ['headline', 'article_body', 'published_at', 'scraped_at', 'link', 'section'],
      'web.archive': ['text', 'warc_date', 'warc_target_uri'],
    };
    assert.deepEqual(rolesOf(...exports['news-please']), [
      ...['text', 'title', 'published', 'crawled', 'modified', 'outlet', 'author', 'url', 'language'],
    ]);
    assert.deepEqual(rolesOf(...exports.scrapy), ['title', 'text', 'published', 'crawled', 'url', 'section']);
    assert.deepEqual(rolesOf(...exports['web.archive']).slice(0, 2), ['text', 'crawled']);
  });

  it('knows names that say of which text they are', () => {
    assert.deepEqual(
      rolesOf('Titre de l’article', "Date de l'article", 'Contenu de l’article', 'Nom de l’auteur'),
      ['title', 'published', 'text', 'author'],
    );
    assert.deepEqual(rolesOf('Título del artículo', 'Cuerpo de la noticia'), ['title', 'text']);
    assert.deepEqual(rolesOf('Nom du journal', 'Titre du journal', 'Nom de', 'de l’article'), [
      ...['outlet', 'outlet', '-', '-'],
    ]);
  });

  it('knows French, Spanish, German and Arabic names', () => {
    assert.deepEqual(
      rolesOf('Titre', 'Corps du texte', 'Date de parution', 'Auteur', 'Rubrique', 'Nom du journal'),
      [...['title', 'text', 'published', 'author', 'section', 'outlet']],
    );
    assert.deepEqual(rolesOf('título', 'cuerpo', 'fecha_publicación', 'periodista', 'sección'), [
      ...['title', 'text', 'published', 'author', 'section'],
    ]);
    assert.deepEqual(rolesOf('Überschrift', 'Inhalt', 'Veröffentlicht am', 'Verfasser'), [
      ...['title', 'text', 'published', 'author'],
    ]);
    assert.deepEqual(rolesOf('العنوان', 'النص', 'التاريخ'), ['title', 'text', 'published']);
  });

  it('never takes a day of fetching, storing or updating for one of publication', () => {
    const names = [
      ...[
        'crawl_date',
        'scrapedAt',
        'date_scraping',
        'retrieved_on',
        'downloadDate',
        'fetched_at',
        'indexed_at',
      ],
      ...['inserted_at', 'date_collecte', 'date_ajout', 'first_seen', 'dateTelechargement', 'snapshot_date'],
      ...['archived_at', 'access_date', 'fecha_descarga', 'import_timestamp', 'processed_at', 'date_added'],
    ];
    for (const name of names) assert.deepEqual(rolesOf(name), ['crawled'], name);
    for (const name of ['updated_at', 'date_maj', 'lastModified', 'dateModified', 'mise_a_jour'])
      assert.deepEqual(rolesOf(name), ['modified'], name);
    assert.deepEqual(rolesOf('date', 'dump', 'file_path', 'language_score')[0], 'crawled');
    assert.deepEqual(rolesOf('date', 'file_path')[0], 'published');
  });

  it('does not see a role in every word', () => {
    const names = [
      'id',
      'word_count',
      'text_length',
      'image_url_alt',
      'scraped_by',
      'crawl_id',
      'score',
      'tags',
      'date_format',
    ];
    for (const name of names) assert.deepEqual(rolesOf(name), ['-'], name);
  });

  it('puts the better name first', () => {
    const { byRole } = recogniseFields(['summary', 'text_raw', 'text', 'created_at', 'date']);
    assert.deepEqual(byRole.get('text'), ['text', 'text_raw', 'summary']);
    assert.deepEqual(byRole.get('published'), ['date', 'created_at']);
  });

  it('lets the user decide, whole or in part', () => {
    const names = ['text', 'extrait', 'date', 'jour', 'titre'];
    const { byRole, unused } = recogniseFields(names, {
      text: ['extrait'],
      published: ['jour', 'absent'],
      ignore: ['titre'],
    });
    assert.deepEqual(byRole.get('text'), ['extrait']);
    assert.deepEqual(byRole.get('published'), ['jour']);
    assert.deepEqual(unused, ['text', 'date', 'titre']);
  });

  it('puts a date together from its parts, when no field holds a whole one', () => {
    assert.deepEqual(recogniseFields(['annee', 'mois', 'jour']).dateParts, {
      year: 'annee',
      month: 'mois',
      day: 'jour',
    });
    assert.equal(recogniseFields(['annee', 'date']).dateParts, undefined);
    assert.deepEqual(recogniseFields(['year', 'day']).dateParts, { year: 'year' });
  });
});
