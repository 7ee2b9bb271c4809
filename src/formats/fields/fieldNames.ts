/** What a field of a record can say of its article. */
export type FieldRole =
  | 'text'
  | 'html'
  | 'url'
  | 'title'
  | 'published'
  | 'modified'
  | 'crawled'
  | 'author'
  | 'outlet'
  | 'language'
  | 'section';

/**
 * Names of fields by role, best first, folded as `foldName` does (lower case, without accents, letters and digits only).
 * Collected from the exports of newspaper libraries and crawlers (news-please, newspaper4k, trafilatura, Scrapy feeds, RSS,
 * schema.org, Dublin Core, the APIs of news providers) and their French, Spanish, Portuguese, Italian, German and Arabic
 * counterparts.
 */
export const fieldNames: Readonly<Record<Exclude<FieldRole, 'crawled'>, readonly string[]>> = {
  text: [
    ...['text', 'fulltext', 'maintext', 'bodytext', 'textcontent', 'plaintext', 'contenttext'],
    ...['content', 'maincontent', 'body', 'contentbody', 'story', 'article', 'transcript'],
    ...['texte', 'textecomplet', 'texteintegral', 'contenu', 'corps', 'corpsdutexte', 'corpsdetexte'],
    ...[
      'texto',
      'textocompleto',
      'contenido',
      'cuerpo',
      'noticia',
      'conteudo',
      'corpo',
      'testo',
      'contenuto',
    ],
    ...['inhalt', 'volltext', 'haupttext', 'النص', 'نص', 'المحتوى', 'محتوى'],
  ],
  html: [
    'html',
    'contenthtml',
    'bodyhtml',
    'htmlcontent',
    'htmlbody',
    'texthtml',
    'contenuhtml',
    'htmlsource',
  ],
  url: [
    ...[
      'url',
      'canonicalurl',
      'weburl',
      'pageurl',
      'originalurl',
      'sourceurl',
      'link',
      'permalink',
      'canonicallink',
    ],
    ...[
      'warctargeturi',
      'targeturi',
      'href',
      'lien',
      'urllien',
      'adresse',
      'enlace',
      'vinculo',
      'uri',
      'loc',
      'guid',
    ],
    ...['الرابط', 'رابط'],
  ],
  title: [
    ...['title', 'headline', 'mainheadline', 'headlinemain', 'webtitle', 'pagetitle', 'titre', 'grostitre'],
    ...['titular', 'titulo', 'titolo', 'titel', 'uberschrift', 'schlagzeile', 'العنوان', 'عنوان', 'heading'],
  ],
  published: [
    ...['datepublished', 'publishedat', 'publishedtime', 'publishedon', 'publisheddate', 'publisheddatetime'],
    ...[
      'publicationdate',
      'publicationdatetime',
      'datepublication',
      'datedepublication',
      'webpublicationdate',
    ],
    ...[
      'firstpublicationdate',
      'firstpublished',
      'firstpublishedat',
      'originalpublicationdate',
      'datepublish',
    ],
    ...['publishdate', 'publishtime', 'publishedparsed', 'pubdate', 'pubtime', 'datepub', 'published'],
    ...['publication', 'publicationtime', 'dateparution', 'datedeparution', 'parution', 'datedemiseenligne'],
    ...['datemiseenligne', 'publiele', 'datepublie', 'datepubli', 'datepresse', 'dateedition'],
    ...[
      'fechapublicacion',
      'fechadepublicacion',
      'publicadoel',
      'fechapublicado',
      'datapublicacao',
      'publicadoem',
    ],
    ...['datadepublicacao', 'datapubblicazione', 'datadipubblicazione', 'veroffentlicht', 'veroffentlichtam'],
    ...['veroffentlichungsdatum', 'erscheinungsdatum', 'publikationsdatum', 'تاريخالنشر'],
    ...['releasedate', 'issuedate', 'dateissued', 'issued', 'posteddate', 'dateposted', 'postedat', 'posted'],
    ...[
      'date',
      'datetime',
      'dates',
      'fecha',
      'fechahora',
      'datum',
      'data',
      'التاريخ',
      'تاريخ',
      'pub',
      'time',
    ],
    ...[
      'timestamp',
      'datecreated',
      'creationdate',
      'datecreation',
      'datedecreation',
      'createdat',
      'createdon',
    ],
    ...['created', 'fechacreacion', 'creeele'],
  ],
  modified: [
    ...[
      'datemodified',
      'modifiedat',
      'modifiedtime',
      'modifiedon',
      'modified',
      'modifieddate',
      'modificationdate',
    ],
    ...['lastmodified', 'lastmodifieddate', 'lastmod', 'updatedat', 'updatedon', 'updated', 'updatedate'],
    ...[
      'updateddate',
      'updatetime',
      'dateupdated',
      'dateupdate',
      'lastupdate',
      'lastupdated',
      'datemaj',
      'maj',
    ],
    ...[
      'datemodify',
      'miseajour',
      'datemiseajour',
      'datedemiseajour',
      'datemodification',
      'datedemodification',
    ],
    ...['modifiele', 'fechaactualizacion', 'actualizado', 'fechamodificacion', 'atualizado', 'aktualisiert'],
    ...['anderungsdatum', 'revised', 'revisiondate'],
  ],
  author: [
    ...[
      'author',
      'authors',
      'byline',
      'bylines',
      'authorname',
      'authornames',
      'auteur',
      'auteurs',
      'nomauteur',
    ],
    ...['autor', 'autores', 'autora', 'autore', 'autori', 'writer', 'writers', 'journalist', 'journalists'],
    ...[
      'journaliste',
      'journalistes',
      'redacteur',
      'signature',
      'periodista',
      'redactor',
      'firma',
      'reporter',
    ],
    ...['verfasser', 'creator', 'dccreator', 'الكاتب', 'كاتب', 'المؤلف'],
  ],
  outlet: [
    ...[
      'outlet',
      'outletname',
      'publisher',
      'newspaper',
      'newspapername',
      'journal',
      'journalname',
      'nomjournal',
      'nomdujournal',
    ],
    ...[
      'titrejournal',
      'titredujournal',
      'titrepresse',
      'support',
      'media',
      'medianame',
      'mediaoutlet',
      'nommedia',
      'medium',
    ],
    ...[
      'publicationname',
      'publicationtitle',
      'sitename',
      'source',
      'sourcename',
      'nomsource',
      'sourcetitle',
    ],
    ...[
      'magazine',
      'periodico',
      'diario',
      'medio',
      'fuente',
      'jornal',
      'fonte',
      'testata',
      'zeitung',
      'quelle',
    ],
    ...[
      'publication',
      'organe',
      'agency',
      'agence',
      'provider',
      'website',
      'site',
      'hostname',
      'domain',
      'domaine',
    ],
    ...['sourcedomain', 'sourcecommonname', 'المصدر', 'الجريدة'],
  ],
  language: [
    'language',
    'lang',
    'languagecode',
    'langcode',
    'langue',
    'idioma',
    'lingua',
    'sprache',
    'inlanguage',
    'locale',
  ],
  section: [
    ...['section', 'sectionname', 'rubrique', 'rubric', 'category', 'categories', 'categorie', 'seccion'],
    ...['categoria', 'rubrik', 'ressort', 'desk', 'sezione', 'القسم'],
  ],
};

/** Names that stand for the text when a record has nothing longer: feeds give no more. */
export const shortTextNames: readonly string[] = [
  ...[
    'description',
    'summary',
    'abstract',
    'excerpt',
    'lead',
    'snippet',
    'resume',
    'chapo',
    'chapeau',
    'resumen',
  ],
  ...['resumo', 'zusammenfassung', 'message', 'caption'],
];

/** Names of a publication date that may as well be the day a row was stored: believed when nothing better is there. */
export const creationNames: ReadonlySet<string> = new Set([
  ...['datecreated', 'creationdate', 'datecreation', 'datedecreation', 'createdat', 'createdon', 'created'],
  ...['fechacreacion', 'creeele', 'timestamp', 'time'],
]);

/** Columns that hold a date in parts. */
export const datePartNames = {
  year: ['year', 'annee', 'ano', 'anno', 'jahr', 'السنة'],
  month: ['month', 'mois', 'mes', 'mese', 'monat', 'الشهر'],
  day: ['day', 'jour', 'dia', 'giorno', 'اليوم'],
} as const;

/** Words of a name that put other words before or after what it says: `article:published_time`, `text_clean`. */
export const prefixWords: ReadonlySet<string> = new Set([
  ...[
    'article',
    'articles',
    'news',
    'newsarticle',
    'og',
    'dc',
    'dcterms',
    'meta',
    'item',
    'doc',
    'document',
    'post',
  ],
  ...[
    'story',
    'page',
    'main',
    'raw',
    'full',
    'clean',
    'cleaned',
    'web',
    'parsed',
    'extracted',
    'rss',
    'entry',
  ],
]);
export const suffixWords: ReadonlySet<string> = new Set([
  ...[
    'article',
    'raw',
    'clean',
    'cleaned',
    'full',
    'complet',
    'complete',
    'utc',
    'gmt',
    'iso',
    'iso8601',
    'str',
  ],
  ...[
    'string',
    'original',
    'parsed',
    'extracted',
    'fr',
    'en',
    'es',
    'ar',
    'value',
    'main',
    'rendered',
    'trafilatura',
  ],
]);

/** Small words between the parts of a name: `titre de l article`, `nom du journal`. */
export const linkWords: ReadonlySet<string> = new Set('d de du del dell des do da of l la the'.split(' '));

/** What an end such as `of the article` names: it only says of which text the field is. */
export const wholeWords: ReadonlySet<string> = new Set(
  'article articulo articolo artigo artikels beitrags document documento noticia nota texte texto page'.split(
    ' ',
  ),
);

/** Words before `of the author` that say no more than that a name follows. */
export const nameWords: ReadonlySet<string> = new Set(['nom', 'nombre', 'nome', 'name']);

/** Beginnings of words that say: when somebody fetched or stored it. English, French, Spanish, Portuguese, German. */
export const crawlWords =
  /^(?:crawl|scrap|retriev|download|fetch|index|insert|import|ingest|collect|harvest|access|captur|snapshot|archiv|export|sav(?:ed?|ing)$|add(?:ed)?$|seen$|discover|stored?$|process|warc|acquir|recup|telecharg|moisson|consult|aspir|ajout|extract|extrac|descarg|recolec|rastre|coleta|baixad|abgerufen|gecrawlt|heruntergeladen|erfasst)/;

/** Fields that only a dump of a web crawl has: its plain `date` is then the day of the crawl. */
export const crawlDumpNames: ReadonlySet<string> = new Set([
  ...['dump', 'filepath', 'minhashclustersize', 'languagescore', 'warcfilename', 'warcrecordid', 'warcdate'],
  ...['crawlid', 'warcrecordoffset', 'toplangs', 'segment', 'digest'],
]);

/** Objects whose own fields are those of the record. */
export const containerNames: ReadonlySet<string> = new Set([
  ...[
    'metadata',
    'meta',
    'metadonnees',
    'fields',
    'source_',
    'attributes',
    'article',
    'data',
    'doc',
    'document',
  ],
  ...['properties', 'headline', 'extra', 'item', 'og', 'jsonld', 'ldjson'],
]);

/** Keys of the object in which an answer of a service wraps its records. */
export const wrapperNames: ReadonlySet<string> = new Set([
  ...[
    'articles',
    'items',
    'records',
    'documents',
    'docs',
    'results',
    'data',
    'hits',
    'rows',
    'entries',
    'posts',
  ],
  ...['news', 'response', 'content', 'corpus', 'textes', 'articulos'],
]);
