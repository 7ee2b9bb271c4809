/** A country with the French words for "of" and "in", their space included. */
export interface Country {
  readonly name: string;
  readonly of: string;
  readonly in: string;
  readonly to: string;
}

const feminine =
  'France Tunisie Belgique Suisse Chine Russie Turquie Pologne Suède Norvège Finlande Hongrie Roumanie Bulgarie Grèce Mauritanie Libye Syrie Jordanie Guinée Gambie Namibie Tanzanie Zambie Somalie Colombie Bolivie Malaisie Thaïlande Corée-du-Sud Lettonie Lituanie Slovaquie Slovénie Croatie Serbie Moldavie Géorgie Arabie-saoudite Côte-d’Ivoire'.split(
    ' ',
  );
const vowelled =
  'Algérie Allemagne Espagne Italie Autriche Irlande Islande Ukraine Égypte Éthiopie Érythrée Argentine Australie Inde Indonésie Albanie Estonie Arménie Angola Afrique-du-Sud Europe Afrique Asie Amérique-latine'.split(
    ' ',
  );
const masculine =
  'Maroc Sénégal Mali Niger Tchad Cameroun Gabon Congo Togo Bénin Ghana Nigeria Kenya Rwanda Burundi Burkina-Faso Mozambique Zimbabwe Botswana Soudan Liban Qatar Koweït Yémen Pakistan Bangladesh Japon Vietnam Cambodge Laos Canada Québec Mexique Brésil Chili Pérou Venezuela Paraguay Portugal Royaume-Uni Luxembourg Danemark Kosovo Monténégro Kazakhstan'.split(
    ' ',
  );
const vowelledMasculine = [
  'Irak',
  'Iran',
  'Ouganda',
  'Uruguay',
  'Équateur',
  'Afghanistan',
  'Ouzbékistan',
  'Azerbaïdjan',
];
const plural = [
  'États-Unis',
  'Etats-Unis',
  'Pays-Bas',
  'Philippines',
  'Émirats arabes unis',
  'Comores',
  'Maldives',
  'Antilles',
  'Balkans',
  'Caraïbes',
];
const bare = [
  'Haïti',
  'Cuba',
  'Israël',
  'Madagascar',
  'Djibouti',
  'Chypre',
  'Malte',
  'Singapour',
  'Taïwan',
  'Oman',
  'Bahreïn',
  'Monaco',
];

const spaced = (name: string): string =>
  name.replace(/-(saoudite|d’|latine|Faso)/g, ' $1').replace('-du-', ' du ');

export const countries: readonly Country[] = [
  ...feminine.map((name) => ({
    name: spaced(name),
    of: name === 'France' ? 'de ' : 'de la ',
    in: 'en ',
    to: 'à la ',
  })),
  ...vowelled.map((name) => ({ name: spaced(name), of: "de l'", in: 'en ', to: "à l'" })),
  ...masculine.map((name) => ({ name: spaced(name), of: 'du ', in: 'au ', to: 'au ' })),
  ...vowelledMasculine.map((name) => ({ name, of: "de l'", in: 'en ', to: "à l'" })),
  ...plural.map((name) => ({ name, of: 'des ', in: 'aux ', to: 'aux ' })),
  ...bare.map((name) => ({ name, of: 'de ', in: 'à ', to: 'à ' })),
];

export const frenchRegions: readonly (readonly [of: string, name: string])[] = [
  ['la ', 'Bretagne'],
  ['la ', 'Normandie'],
  ["l'", 'Alsace'],
  ['la ', 'Lorraine'],
  ['la ', 'Drôme'],
  ['le ', 'Var'],
  ['le ', 'Nord'],
  ['les ', 'Landes'],
  ['les ', 'Vosges'],
  ['la ', 'Somme'],
  ['le ', 'Gard'],
  ["l'", 'Hérault'],
  ["l'", 'Isère'],
  ['le ', 'Finistère'],
  ['la ', 'Corse'],
  ['le ', 'Rif'],
  ['le ', 'Souss'],
  ['la ', 'Kabylie'],
  ["l'", 'Atlas'],
  ['le ', 'Sahel'],
  ['le ', 'Sahara'],
  ['la ', 'Casamance'],
  ['la ', 'Wallonie'],
  ['la ', 'Flandre'],
  ['le ', 'Valais'],
  ['la ', 'Gaspésie'],
  ["l'", 'Estrie'],
  ["l'", 'Ontario'],
  ['la ', 'Catalogne'],
  ["l'", 'Andalousie'],
  ['la ', 'Bavière'],
  ['la ', 'Sicile'],
  ["l'", 'Oriental'],
  ['le ', 'Tafilalet'],
  ['la ', 'Gironde'],
  ["l'", 'Aude'],
  ['la ', 'Californie'],
  ['le ', 'Texas'],
  ['la ', 'Floride'],
  ['la ', 'Guadeloupe'],
  ['la ', 'Martinique'],
  ['la ', 'Guyane'],
  ['la ', 'Réunion'],
  ["l'", 'Île-de-France'],
  ['les ', 'Yvelines'],
  ['la ', 'Seine-Saint-Denis'],
];

/** Masculine, feminine, plural. */
export const demonyms: readonly (readonly [string, string, string])[] = [
  ['français', 'française', 'français'],
  ['marocain', 'marocaine', 'marocains'],
  ['algérien', 'algérienne', 'algériens'],
  ['tunisien', 'tunisienne', 'tunisiens'],
  ['sénégalais', 'sénégalaise', 'sénégalais'],
  ['ivoirien', 'ivoirienne', 'ivoiriens'],
  ['malien', 'malienne', 'maliens'],
  ['belge', 'belge', 'belges'],
  ['suisse', 'suisse', 'suisses'],
  ['québécois', 'québécoise', 'québécois'],
  ['canadien', 'canadienne', 'canadiens'],
  ['espagnol', 'espagnole', 'espagnols'],
  ['italien', 'italienne', 'italiens'],
  ['allemand', 'allemande', 'allemands'],
  ['américain', 'américaine', 'américains'],
  ['britannique', 'britannique', 'britanniques'],
  ['chinois', 'chinoise', 'chinois'],
  ['japonais', 'japonaise', 'japonais'],
  ['russe', 'russe', 'russes'],
  ['turc', 'turque', 'turcs'],
  ['égyptien', 'égyptienne', 'égyptiens'],
  ['africain', 'africaine', 'africains'],
  ['européen', 'européenne', 'européens'],
  ['indien', 'indienne', 'indiens'],
  ['néerlandais', 'néerlandaise', 'néerlandais'],
  ['portugais', 'portugaise', 'portugais'],
  ['camerounais', 'camerounaise', 'camerounais'],
  ['congolais', 'congolaise', 'congolais'],
  ['libanais', 'libanaise', 'libanais'],
  ['mauritanien', 'mauritanienne', 'mauritaniens'],
];

export const months =
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');
export const weekdays = 'lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' ');
export const portfolioActs = [
  'ville plus verte',
  'école ouverte',
  'finance solidaire',
  'agriculture paysanne',
  'justice sociale',
  'mer propre',
];
export const verbsFr = [
  'grandir',
  'recruter',
  's’implanter à l’étranger',
  'investir',
  'gagner des parts de marché',
  'changer d’image',
];
export const sectorsFr = [
  'du textile',
  'de la distribution',
  'de la banque en ligne',
  'du transport',
  "de l'assurance",
  'de la pharmacie',
  'du bâtiment',
  "de l'énergie",
  'des télécoms',
  'du tourisme',
  "de l'agroalimentaire",
  'de la presse',
  'du jouet',
  'des jeux vidéo',
  'du recyclage',
  'du conseil et de l’ingénierie',
];
