/**
 * What is openly known about press outlets and aggregators: names, domains, and the marks by which a page without its own
 * name gives away whose it is. Data only. An outlet that is not here is still found by what the page says of itself.
 */
export interface PressOutlet {
  readonly name: string;
  readonly domains: readonly string[];
  /** Other titles and houses of the same publisher, as outlets list them in their footer. Folded. */
  readonly sisters?: readonly string[];
  /** Names of banners and image files that stand in for the masthead in a text dump. */
  readonly banner?: RegExp;
  /** How this outlet writes its edition line. */
  readonly editionLine?: RegExp;
}

const ecoMedias = ['assabah', 'atlantic radio', 'eco-medias', 'ecoprint', 'esjc', 'radio atlantic'];

export const pressOutlets: readonly PressOutlet[] = [
  {
    name: "L'Economiste",
    domains: ['leconomiste.com'],
    sisters: ecoMedias,
    banner: /(?:^|[_\s-])l?eco(?:nomiste)?(?:$|[_\s.-])/,
    editionLine: /\bedition n[°º]\s?:?\s?\d{2,5}\b/,
  },
  {
    name: 'Le Matin',
    domains: ['lematin.ma'],
    sisters: ['assahra al maghribia', 'morocco today forum', 'maroc soir', 'groupe le matin'],
  },
  { name: "Aujourd'hui le Maroc", domains: ['aujourdhui.ma'] },
  { name: '2M', domains: ['2m.ma'] },
  {
    name: 'La Vie éco',
    domains: ['lavieeco.com'],
    sisters: ['femmes du maroc', 'caradisiac.ma', 'maisons du maroc', 'illi'],
  },
  { name: 'Telquel', domains: ['telquel.ma'] },
  { name: 'Médias24', domains: ['medias24.com'] },
  { name: 'Le360', domains: ['le360.ma', 'fr.le360.ma'], sisters: ['le360 sport', 'le360 afrique'] },
  { name: 'Hespress', domains: ['hespress.com', 'fr.hespress.com'] },
  { name: 'Challenge', domains: ['challenge.ma'] },
  { name: 'Finances News Hebdo', domains: ['fnh.ma', 'financenews.press.ma'] },
  { name: 'Libération', domains: ['libe.ma'] },
  { name: "L'Opinion", domains: ['lopinion.ma'] },
  { name: 'Yabiladi', domains: ['yabiladi.com'] },
  { name: 'El Watan', domains: ['elwatan.com', 'elwatan-dz.com'] },
  { name: 'El Moudjahid', domains: ['elmoudjahid.dz', 'elmoudjahid.com'] },
  { name: 'La Presse de Tunisie', domains: ['lapresse.tn'] },
  {
    name: 'Jeune Afrique',
    domains: ['jeuneafrique.com'],
    sisters: ['the africa report', 'africa ceo forum', 'jeune afrique business+'],
  },
  {
    name: 'Le Monde',
    domains: ['lemonde.fr'],
    sisters: ['courrier international', 'la vie', 'télérama', 'le monde diplomatique', 'huffpost', "l'obs"],
  },
  {
    name: 'Le Figaro',
    domains: ['lefigaro.fr'],
    sisters: ['madame figaro', 'le figaro magazine', 'tv magazine', 'le journal du net', 'figaro live'],
  },
  {
    name: 'Les Echos',
    domains: ['lesechos.fr'],
    sisters: ['investir', 'capital finance', 'les echos start', 'série limitée', 'connaissance des arts'],
  },
  { name: 'Libération', domains: ['liberation.fr'] },
  { name: 'La Tribune', domains: ['latribune.fr'] },
  { name: 'Le Parisien', domains: ['leparisien.fr'] },
  { name: 'Ouest-France', domains: ['ouest-france.fr'] },
  { name: 'La Croix', domains: ['la-croix.com'] },
  {
    name: "L'Usine nouvelle",
    domains: ['usinenouvelle.com'],
    sisters: ["l'usine digitale", 'lsa', 'le moniteur', "l'argus de l'assurance"],
  },
  { name: 'Le Soir', domains: ['lesoir.be'], sisters: ['sudinfo', 'soirmag', 'cinénews', 'rossel'] },
  { name: 'Le Temps', domains: ['letemps.ch'] },
  {
    name: 'Financial Times',
    domains: ['ft.com'],
    sisters: ['fdi intelligence', 'the banker', 'investors chronicle', 'pwm'],
  },
  { name: 'The Guardian', domains: ['theguardian.com'] },
  {
    name: 'The New York Times',
    domains: ['nytimes.com'],
    sisters: ['wirecutter', 'the athletic', 'nyt cooking', 'nyt games'],
  },
  { name: 'Reuters', domains: ['reuters.com'] },
  { name: 'BBC', domains: ['bbc.com', 'bbc.co.uk'] },
  {
    name: 'El País',
    domains: ['elpais.com'],
    sisters: ['cinco días', 'cadena ser', 'as', 'los40', 'huffpost'],
  },
  {
    name: 'El Mundo',
    domains: ['elmundo.es'],
    sisters: ['marca', 'expansión', 'telva', 'unidad editorial', 'actualidad económica'],
  },
  { name: 'ABC', domains: ['abc.es'] },
  { name: 'La Vanguardia', domains: ['lavanguardia.com'], sisters: ['mundo deportivo', 'rac1'] },
  { name: 'Expansión', domains: ['expansion.com'] },
];

export interface Aggregator {
  readonly name: string;
  readonly domains: readonly string[];
  /** Lines of its template; lower case. */
  readonly marks: readonly RegExp[];
  /** So many different marks are needed when there is no URL. */
  readonly minMarks: number;
}

/** Maghress and its sister sites share one template; without a URL the first, largest one is named. */
const ressTemplate = {
  marks: [
    /^merci d'avoir signalé\s?!$/,
    /^cette image sera automatiquement bloquée après qu'elle soit signalée/,
    /^publié dans .{1,60} le \d{2} - \d{2} - \d{4}$/,
    /^cliquez ici pour lire l'article depuis sa source\.?$/,
    /^نشر في .{1,60} يوم \d{2} - \d{2} - \d{4}$/,
    /^انقر هنا لقراءة الخبر من مصدره\.?$/,
    /^شكرا على الإبلاغ\s?!$/,
  ],
  minMarks: 2,
};

export const aggregators: readonly Aggregator[] = [
  { name: 'maghress.com', domains: ['maghress.com'], ...ressTemplate },
  { name: 'djazairess.com', domains: ['djazairess.com'], ...ressTemplate },
  { name: 'turess.com', domains: ['turess.com'], ...ressTemplate },
  { name: 'sauress.com', domains: ['sauress.com'], ...ressTemplate },
  { name: 'masress.com', domains: ['masress.com'], ...ressTemplate },
  {
    name: 'allAfrica',
    domains: ['allafrica.com', 'fr.allafrica.com'],
    marks: [
      /distributed by allafrica global media/,
      /distribué par allafrica global media/,
      /allafrica publi(?:e|shes)/,
      /\(allafrica\.com\)/,
    ],
    minMarks: 1,
  },
  {
    name: 'Factiva',
    domains: ['factiva.com', 'global.factiva.com'],
    marks: [/^document [a-z]{4,8}\d{8,}[a-z\d]+$/, /factiva/, /^\d[\d.,\s]* (?:words|mots|palabras)$/],
    minMarks: 2,
  },
  {
    name: 'Europresse',
    domains: ['europresse.com', 'nouveau.europresse.com'],
    marks: [/europresse/, /certificat émis le/, /^news·[\d·a-z]+/],
    minMarks: 2,
  },
  {
    name: 'PressReader',
    domains: ['pressreader.com'],
    marks: [/^newspapers in .*pressreader/, /pressreader/],
    minMarks: 2,
  },
];
