import { draw } from './grammar.ts';

/** How French articles combine with a name: none for most companies. */
export type Article = '' | 'le' | 'la' | "l'" | 'les';

export interface Name {
  readonly type: 'PER' | 'LOC' | 'ORG' | 'MISC';
  /** As it stands when first named. */
  readonly full: string;
  /** Shorter forms used later on. */
  readonly short: readonly string[];
  readonly acronym?: string;
  readonly article: Article;
  /** People: is it a woman? */
  readonly isWoman?: boolean;
}

type Random = () => number;

const onsets =
  'b c d f g l m n p r s t v b c d f g l m n p r s t v z br cl dr fl gr pl pr tr st ch j h k w y'.split(' ');
const vowels = 'a e i o u a e i o a e i o ou é an en on in ar er or al el'.split(' ');
/** Ends that names of many languages have. */
const codas =
  'a o i e é is ane ine elle ier eau ot ard ol ex ia el on us as os ix en an in er et at oun im ar our ès ette aux i y eux al il ona era ez ov ski sen mann ford ton field ham aoui ari ani idi our ia ié ou di ko ma na'.split(
    ' ',
  );

/** A word that sounds like a name: two or three syllables. */
export function coinWord(random: Random, most = 3): string {
  const count = 1 + Math.floor(random() * (most - 1));
  let word = '';
  for (let i = 0; i < count; i++) word += draw(onsets, random) + draw(vowels, random);
  word += draw(onsets, random).slice(0, 1) + draw(codas, random);
  return word[0]!.toUpperCase() + word.slice(1);
}

const stems =
  'Maro Medi Atla Sahel Tele Info Bio Agro Euro Afri Inter Net Nova Opti Trans Cosmo Eco Geo Hydro Immo Logi Magh Micro Multi Neo Omni Phar Plas Pro Sani Sol Soft Syn Tec Uni Vita Veri Algo Data Cyber Digi Fin Cap Meta Alpha Delta Sigma Batim Carto Electro Ferro Gazo Horti Litho Moto Naut Papet Petro Radio Robo Semi Thermo Urba Viti Zeni Luma Orbi Quanti Strato'.split(
    ' ',
  );
const endings =
  'net com tel tech tec tis nov bat gaz pharma plast immo bank log soft data lab mark médias tex trans service sys care life pay land line scope star gen ium eo is ia io us or ys al ix ec ance alis éa eos ona ana im om an'.split(
    ' ',
  );

/** A company name in one word, the way companies coin them. */
export function coinBrand(random: Random): string {
  const kind = random();
  if (kind < 0.5) {
    const stem = draw(stems, random);
    const word = stem + draw(endings, random);
    return random() < 0.12
      ? stem + word.slice(stem.length, stem.length + 1).toUpperCase() + word.slice(stem.length + 1)
      : word;
  }
  if (kind < 0.85) return coinWord(random);
  return draw(commonBrands, random);
}

/** Everyday words that some company has taken for its name. */
const commonBrands =
  'Cerise Horizon Étoile Colibri Mistral Lumière Équinoxe Boussole Tandem Oxygène Kiwi Mangue Olive Corail Saphir Émeraude Perle Azur Aurore Zénith Phare Relais Passerelle Carré Cube Prisme Sillage Cap Escale Ruche Fourmi Panda Dauphin Lynx Aigle Faucon Cigogne Albatros Comète Galaxie Planète Univers Essentiel Référence Initiative Objectif Alternative Solaris Vertical Impulsion Élan Trèfle Chêne Cèdre Baobab Palmier Jasmin Argan Safran Ambre Velours Coton Brique Pixel Signal Écho Tempo Allegro Forte Vivace Liberté Concorde Alliance Confiance Prévoyance Avenir Demain Renouveau Printemps Été Soleil Océan Rivage Delta Oasis Dune Sirocco Alizé Bright Compass Beacon Summit Anchor Harbor Maple Falcon Orbit Nimbus Quartz Slate Ember Willow Juniper Atlas Amazonas Brisa Cumbre Faro Lince Nogal Puente Roble Sendero Trigo Viento'.split(
    ' ',
  );

const fields =
  'Logistique Ciments Textile Énergie Assurances Télécom Telecom Pharma Immobilier Industries Transports Conseil Technologies Services Distribution Finance Bâtiment Agro Minoteries Pêche Mines Aluminium Verre Papier Emballage Chimie Électronique Câbles Automobile Aviation Maritime Tourisme Hôtels Loisirs Médias Éditions Presse Capital Invest Gestion Patrimoine Leasing Santé Cliniques Laboratoires Biotech Digital Solutions Systèmes Réseaux Données Sécurité Recyclage Environnement Eau Gaz Pétrole Solaire Motors Engineering Consulting Partners Ventures Software Media Labs Studio Airlines Group Holding International Développement'.split(
    ' ',
  );
const countriesInNames =
  'Maroc Algérie Tunisie France Belgique Suisse Québec Canada Sénégal Mali Gabon Togo Bénin Cameroun Congo Afrique Europe Maghreb Méditerranée Atlantique Atlas Sahel Sahara Orient Rif Nil Niger Provence Bretagne Alsace Normandie Lorraine Morocco Africa Tunisia España Ibérica México'.split(
    ' ',
  );
const forms = [
  'SA',
  'SAS',
  'SARL',
  'Group',
  'Holding',
  'Inc.',
  'Ltd',
  'Corp.',
  'International',
  '& Co',
  '& Fils',
  'et Associés',
];

export function acronym(random: Random, length = 3 + Math.floor(random() * 3)): string {
  const letters = 'A A B C C D E E F G H I I J L M M N O O P Q R R S S T T U V'.split(' ');
  const vowel = 'A E I O U'.split(' ');
  let word = '';
  for (let i = 0; i < length; i++)
    word += i % 2 === 1 && random() < 0.5 ? draw(vowel, random) : draw(letters, random);
  return word;
}

export function initialsOf(text: string): string {
  return text
    .replace(
      /\b(de|du|des|d|la|le|les|l|et|of|the|and|for|pour|aux?|en|à|del|y|el|los|las|para)\b['’]?/gi,
      ' ',
    )
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.normalize('NFD')[0]!.toUpperCase())
    .join('');
}

export interface NameLists {
  readonly firstNames: readonly string[];
  readonly lastNames: readonly string[];
  readonly cities: readonly string[];
  readonly companies: readonly string[];
  readonly bodies: readonly string[];
  readonly media: readonly string[];
  readonly clubs: readonly string[];
}

/** A company: real ones from the lists at times, mostly coined. */
export function inventCompany(random: Random, lists: NameLists): Name {
  const kind = random();
  const make = (full: string, short: string[] = [], acr?: string): Name => ({
    type: 'ORG',
    full,
    short,
    article: '',
    ...(acr === undefined ? {} : { acronym: acr }),
  });
  const brand = coinBrand(random);
  // Some houses are called like a town or a person: only what stands around tells.
  if (kind < 0.05) return make(draw(random() < 0.6 ? lists.cities : lists.lastNames, random));
  if (kind < 0.22) return make(draw(lists.companies, random));
  if (kind < 0.45) return make(brand);
  if (kind < 0.58) return make(`${brand} ${draw(fields, random)}`, random() < 0.6 ? [brand] : []);
  if (kind < 0.66) return make(`${draw(countriesInNames, random)} ${draw(fields, random)}`);
  if (kind < 0.7) return make(`${brand} ${draw(countriesInNames, random)}`, random() < 0.3 ? [brand] : []);
  if (kind < 0.73)
    return make(
      `${brand} ${draw(['services', 'conseil', 'technologies', 'digital', 'group'], random)} ${draw(countriesInNames, random)}`,
    );
  if (kind < 0.78) return make(`${brand} ${draw(forms, random)}`, [brand]);
  if (kind < 0.83) return make(`Groupe ${brand}`, [brand, brand]);
  if (kind < 0.87)
    return make(
      `${draw(lists.lastNames, random)} ${draw(['& Fils', '& Associés', 'Frères', 'et Cie', 'SA', 'Industries'], random)}`,
    );
  if (kind < 0.92) return make(acronym(random), []);
  if (kind < 0.94) return make(`${acronym(random)} ${draw(countriesInNames, random)}`);
  if (kind < 0.96) return make(oddName(random));
  if (kind < 0.98)
    return make(
      `${brand.toLowerCase()}.${draw(['ma', 'com', 'fr', 'tn', 'net', 'info', 'be', 'ch', 'es'], random)}`,
    );
  return make(draw(englishPhrases, random));
}

function oddName(random: Random): string {
  const digit = 1 + Math.floor(random() * 9);
  const word = coinWord(random, 2);
  return draw(
    [
      `${digit}${word}`,
      `${word}${digit}`,
      `B${digit}${word[0]!}`,
      `${digit}${word[0]!}`,
      `Studio ${digit * 7}`,
      `${word[0]!}&${word[1]!.toUpperCase()}`,
      `i${word}`,
      `e-${word}`,
      `My${word}`,
      `We${word}`,
      `${word}Box`,
    ],
    random,
  );
}

const englishPhrases = [
  'Big Fish',
  'We Build',
  'Smart Path',
  'Blue Room',
  'Good Move',
  'Open Field',
  'Fast Lane',
  'Green Loop',
  'Think Again',
  'Happy People',
  'Bright Minds',
  'Next Door',
  'Start Here',
  'Clear View',
  'Human Factor',
  'Dream Makers',
  'Data Valley',
  'Code Street',
  'Wild Pixel',
  'Paper Planes',
  'Second Story',
  'True North',
  'Open Kitchen',
  'Common Ground',
  'We love data',
  'Made in town',
  'Impact Hub',
  'Do It Better',
];

/** A person of one of several naming traditions. */
export function inventPerson(random: Random, lists: NameLists): Name {
  const first = draw(lists.firstNames, random);
  const last = inventLastName(random, lists);
  const kind = random();
  const full =
    kind < 0.86
      ? `${first} ${last}`
      : kind < 0.9
        ? `${first} ${draw(lists.firstNames, random)} ${last}`
        : kind < 0.94
          ? `${first} ${coinWord(random, 2)[0]!}. ${last}`
          : kind < 0.97
            ? `${first[0]!}. ${last}`
            : `${first} ${last}-${draw(lists.lastNames, random)}`;
  return { type: 'PER', full, short: [last], article: '', isWoman: /[aeé]$/.test(first) };
}

/** The same for texts about the whole world: more of them with names in three parts or with hyphens. */
export function inventPersonAbroad(random: Random, lists: NameLists): Name {
  const kind = random();
  if (kind >= 0.2) return inventPerson(random, lists);
  const first = draw(lists.firstNames, random);
  const last = draw(lists.lastNames, random);
  const other = coinWord(random, 2);
  const syllables = `${coinWord(random, 2).slice(0, 4)}-${coinWord(random, 2).slice(0, 3).toLowerCase()}`;
  const full =
    kind < 0.07
      ? `${other.slice(0, 4)} ${syllables}`
      : kind < 0.09
        ? `${first} ${other.slice(0, 3)} ${syllables}`
        : kind < 0.14
          ? `${first} ${last} ${other}`
          : kind < 0.17
            ? `${first} ${last}-${other}`
            : `${first} ${draw(['de', 'wa', 'bin', 'al', "O'", 'van', 'de la'], random)} ${other}`;
  const short = kind < 0.07 ? other.slice(0, 4) : kind < 0.17 && kind >= 0.14 ? `${last}-${other}` : other;
  return { type: 'PER', full: full.replace("O' ", "O'"), short: [short], article: '' };
}

function inventLastName(random: Random, lists: NameLists): string {
  const kind = random();
  const base = random() < 0.45 ? coinWord(random) : draw(lists.lastNames, random);
  if (kind < 0.78) return base;
  return `${draw(['El', 'Ben', 'Aït', 'Bel', 'Le', 'de', 'De', 'Van', 'Bou', 'Al', 'Ould', 'Du', 'von', 'Abou', 'Van der', 'de la', 'Mc'], random)} ${base}`.replace(
    'Mc ',
    'Mc',
  );
}

/** A town that may not be on any list. */
export function inventPlace(random: Random, lists: NameLists): Name {
  const kind = random();
  const base = coinWord(random, 2);
  const full =
    kind < 0.7
      ? draw(lists.cities, random)
      : kind < 0.8
        ? base
        : kind < 0.86
          ? `Saint-${draw(lists.firstNames, random).replace(/ /g, '-')}`
          : kind < 0.9
            ? `${base}-sur-${coinWord(random, 2)}`
            : kind < 0.94
              ? `${draw(['Sidi', 'Aïn', 'Oued', 'Ksar', 'Bab', 'Beni', 'Souk', 'Hassi'], random)} ${base}`
              : kind < 0.97
                ? `${draw(lists.cities, random)}-${base}`
                : `${base} ${draw(['Park', 'Ville', 'Plage', 'City', 'Shore'], random)}`;
  return { type: 'LOC', full, short: [], article: '' };
}
