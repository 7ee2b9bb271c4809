import type { EntityType } from '../../src/core/entities/mention.ts';

/** What the stories say of an organization: who owns it, what it is, who led it and when (`YYYY` or `YYYY-MM`). */
export interface CastFacts {
  readonly parent?: string;
  readonly description?: string;
  readonly heads?: readonly { readonly person: string; readonly from: string; readonly to: string | null }[];
}

/** One invented (or, for places and public institutions, real) entity and every name the articles give it. */
export interface CastMember {
  readonly type: EntityType;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly facts?: CastFacts;
}

/** `names` is the canonical name and its aliases, separated by `|`. */
function member(type: EntityType, names: string, facts?: CastFacts): CastMember {
  const [name = '', ...aliases] = names.split('|');
  return { type, name, aliases, ...(facts ? { facts } : {}) };
}

const org = (names: string, facts?: CastFacts): CastMember => member('ORG', names, facts);

const companies = {
  tingitel: org('Tingitel|Groupe Tingitel', {
    description: 'opérateur de télécommunications établi à Tanger',
    heads: [
      { person: 'jalil-bensouna', from: '2001', to: '2009' },
      { person: 'marc-auvertin', from: '2009', to: '2013' },
    ],
  }),
  kerkanet: org('Kerkanet Réseaux|Kerkanet', {
    description: "opérateur tunisien de fibre et d'accès pour les entreprises",
    heads: [{ person: 'hatem-bouzgarrou', from: '2000', to: '2013' }],
  }),
  orsane: org('Orsane|Groupe Orsane|Orsane SA', {
    description: 'opérateur né de la fusion de Tingitel et de Kerkanet Réseaux',
    heads: [
      { person: 'yasmine-ketrane', from: '2013-11', to: '2017-09' },
      { person: 'etienne-rocafort', from: '2017-09', to: '2022-03' },
      { person: 'awa-diarrassoumba', from: '2022-03', to: null },
    ],
  }),
  'orsane-sport': org('Orsane Sport', { parent: 'orsane' }),
  'teranga-ondes': org('Téranga Ondes', {
    parent: 'tingitel',
    description: 'opérateur mobile sénégalais',
    heads: [{ person: 'cheikh-diombou', from: '2008', to: '2016' }],
  }),
  zaraine: org('Zaraïne Holding|Groupe Zaraïne|groupe Zaraïne|Zaraïne|Grupo Zaraïne', {
    description: 'holding familiale de Casablanca : ports, énergie, immobilier',
    heads: [
      { person: 'othmane-zaraine', from: '1978', to: '2014' },
      { person: 'kenza-zaraine', from: '2014', to: null },
    ],
  }),
  rassif: org('Rassif Terminaux|Rassif|Rassif Terminals', {
    parent: 'zaraine',
    description: 'filiale de Zaraïne Holding spécialisée dans la manutention portuaire',
  }),
  'zaraine-immobilier': org('Zaraïne Immobilier', { parent: 'zaraine' }),
  heliandre: org('Héliandre', {
    parent: 'zaraine',
    description: 'filiale de Zaraïne Holding et de Grupo Almagre spécialisée dans le solaire',
    heads: [{ person: 'salma-oukhiar', from: '2010', to: null }],
  }),
  almagre: org('Grupo Almagre|Almagre|Almagre Energía', {
    description: 'grupo energético con sede en Almería',
    heads: [
      { person: 'gonzalo-urbina', from: '1999', to: '2016' },
      { person: 'marta-quinonero', from: '2016', to: null },
    ],
  }),
  carrilmar: org('Carrilmar|consorcio Carrilmar|Consorcio Carrilmar', {
    description: 'consorcio de la línea litoral Almería-Motril',
    heads: [{ person: 'inmaculada-torrealba', from: '2007', to: null }],
  }),
  vernejoul: org('Ateliers Vernéjoul|Vernéjoul', {
    description: 'constructeur de matériel ferroviaire de Miramas',
  }),
  golmaya: org('Golmaya|Golmaya Sport', {
    description: 'agence de parrainage sportif établie à Abidjan',
    heads: [
      { person: 'serge-koudouadio', from: '2006', to: '2018' },
      { person: 'mariam-bakele', from: '2018', to: null },
    ],
  }),
  cumulane: org('Cumulane|Silo Bleu', {
    description: 'hébergeur de données marseillais, nommé Silo Bleu jusqu’en 2019',
    heads: [{ person: 'clement-astruc', from: '2008', to: null }],
  }),
  caderia: org('Cadéria', {
    description: "bureau d'études portuaires de Marseille",
    heads: [{ person: 'solene-marchetti', from: '2010', to: null }],
  }),
  caderis: org('Cadéris', {
    description: 'société dakaroise de paiement mobile',
    heads: [{ person: 'cheikh-diombou', from: '2016', to: null }],
  }),
  escale: org('Escale', {
    description: 'jeune pousse tunisienne de réservation de traversées',
    heads: [{ person: 'nour-chelbi', from: '2018', to: null }],
  }),
  'credit-detroit': org('Crédit du Détroit|Credit du Détroit'),
  bli: org("Banque lagunaire d'investissement|BLI", {
    description: 'banque ivoirienne de financement de projets',
    heads: [{ person: 'ange-tanoh', from: '2010', to: null }],
  }),
  boussole: org('Boussole', { description: 'cabinet d’études indépendant sur les échanges méditerranéens' }),
  marsaline: org('Marsaline|Marsaline Ferries', { description: 'compagnie maritime de Marseille' }),
};

const institutions = {
  acirem: org(
    "ACIREM|Agence de coopération et d'interconnexion des réseaux de Méditerranée|Agency for Cooperation and Interconnection of Mediterranean Networks|Agencia de Cooperación e Interconexión de Redes del Mediterráneo",
    {
      description: 'agence intergouvernementale établie à Tunis',
      heads: [
        { person: 'helene-vasseroy', from: '2003', to: '2011' },
        { person: 'ridha-belkadhi', from: '2011', to: '2018' },
        { person: 'yasmine-ketrane', from: '2018', to: '2023' },
        { person: 'paolo-ferrandini', from: '2023', to: null },
      ],
    },
  ),
  fenap: org('Fenap|Fédération nord-africaine des ports'),
  'etoile-bandama': org('Étoile du Bandama|Etoile du Bandama', { description: 'club de football d’Abidjan' }),
  'us-detroit': org('Union sportive du Détroit|US Détroit', { description: 'club de football de Tanger' }),
  'ligue-littoral': org('Ligue du Littoral'),
  'fondation-tamarinier': org('Fondation Tamarinier'),
  'union-europeenne': org('Union européenne|UE|European Union|EU|Unión Europea'),
  'commission-europeenne': org('Commission européenne|European Commission|Comisión Europea'),
  'bank-al-maghrib': org('Bank Al-Maghrib'),
  bceao: org("Banque centrale des États de l'Afrique de l'Ouest|BCEAO"),
  'ministere-equipement': org("ministère de l'Équipement|ministère de l'Equipement"),
  'ministere-energie': org("ministère de l'Énergie|ministère de l'Energie"),
  'ministere-telecoms': org('ministère des Télécommunications'),
  'ministerio-fomento': org('Ministerio de Fomento'),
  'ministerio-transportes': org('Ministerio de Transportes'),
  'junta-andalucia': org('Junta de Andalucía'),
  'universite-tunis': org('école polytechnique de La Marsa|École polytechnique de La Marsa'),
  'syndicat-telecoms': org('Syndicat unifié des télécommunications|SUT'),
};

const outlets = {
  'echo-detroit': org("L'Écho du Détroit"),
  'cap-spartel': org('Cap Spartel'),
  'tunis-negoce': org('Tunis Négoce'),
  'maghreb-negoce': org('Maghreb Négoce'),
  'lagune-eco': org('Lagune Éco'),
  agio: org("L'Agio"),
  'teranga-affaires': org('Téranga Affaires'),
  mps: org('MPS|Méditerranée Presse Service'),
  'fil-phoceen': org('Le Fil Phocéen'),
  'strait-ledger': org('The Strait Ledger'),
  'ports-monitor': org('Western Ports Monitor'),
  bitacora: org('Bitácora Mercantil'),
  cuadernos: org('Cuadernos del Litoral'),
};

/** Full name first, then the surname alone; further names after another `|`. */
function people(list: Readonly<Record<string, string>>): Record<string, CastMember> {
  return Object.fromEntries(Object.entries(list).map(([id, names]) => [id, member('PER', names)]));
}

const persons = people({
  'yasmine-ketrane': 'Yasmine Ketrane|Ketrane',
  'jalil-bensouna': 'Jalil Bensouna|Bensouna',
  'marc-auvertin': 'Marc Auvertin|Auvertin',
  'hatem-bouzgarrou': 'Hatem Bouzgarrou|Bouzgarrou',
  'etienne-rocafort': 'Étienne Rocafort|Rocafort|Etienne Rocafort|Etienne ROCAFORT',
  'awa-diarrassoumba': 'Awa Diarrassoumba|Diarrassoumba',
  'othmane-zaraine': 'Othmane Zaraïne',
  'kenza-zaraine': 'Kenza Zaraïne|Kenza ZARAÏNE',
  'salma-oukhiar': 'Salma Oukhiar|Oukhiar',
  'gonzalo-urbina': 'Gonzalo Urbina Salcedo|Gonzalo Urbina|Urbina',
  'marta-quinonero': 'Marta Quiñonero|Quiñonero',
  'inmaculada-torrealba': 'Inmaculada Torrealba|Torrealba',
  'serge-koudouadio': 'Serge Koudouadio|Koudouadio',
  'mariam-bakele': 'Mariam Bakélé|Bakélé',
  'clement-astruc': 'Clément Astruc-Vidal|Astruc-Vidal',
  'solene-marchetti': 'Solène Marchetti-Roux|Marchetti-Roux',
  'cheikh-diombou': 'Cheikh Diombou|Diombou',
  'nour-chelbi': 'Nour Chelbi-Haddar|Chelbi-Haddar',
  'ange-tanoh': 'Ange Tanoh-Brou|Tanoh-Brou',
  'helene-vasseroy': 'Hélène Vasseroy|Vasseroy',
  'ridha-belkadhi': 'Ridha Belkadhi|Belkadhi',
  'paolo-ferrandini': 'Paolo Ferrandini|Ferrandini',
  'rachid-amellouk': 'Rachid Amellouk|Amellouk|Rachid AMELLOUK',
  'claire-fontvieille': 'Claire Fontvieille',
  'sonia-hamrouchi': 'Sonia Hamrouchi',
  'driss-lamzouri': 'Driss Lamzouri|Driss LAMZOURI',
  'hajar-bentiss': 'Hajar Bentiss|Hajar BENTISS',
  'fatou-ndiongue': 'Fatou Ndiongue',
  'mamadou-baldera': 'Mamadou Baldéra',
  'pauline-esterel': 'Pauline Estérel',
  'yves-allegrin': 'Yves Allégrin',
  'aya-kouassigan': 'Aya Kouassigan',
  'eleanor-whitcombe': 'Eleanor Whitcombe',
  'daniel-pencarrow': 'Daniel Pencarrow',
  'tomas-aldecoa': 'Tomás Aldecoa',
  'nuria-balaguer': 'Nuria Balaguer Soto',
  'karim-oussedal': 'Karim Oussedal|Oussedal',
  'brahim-tissaf': 'Brahim Tissaf|Tissaf',
  'lucia-peralvo': 'Lucía Peralvo|Peralvo',
  'jean-noel-bassene': 'Jean-Noël Bassenga|Bassenga',
});

function places(list: Readonly<Record<string, string>>): Record<string, CastMember> {
  return Object.fromEntries(Object.entries(list).map(([id, names]) => [id, member('LOC', names)]));
}

const locations = places({
  maroc: 'Maroc|Morocco|Marruecos',
  tunisie: 'Tunisie|Tunisia|Túnez',
  algerie: 'Algérie|Algeria',
  senegal: 'Sénégal|Senegal',
  'cote-ivoire': "Côte d'Ivoire|Costa de Marfil|Ivory Coast",
  mauritanie: 'Mauritanie|Mauritania',
  mali: 'Mali',
  france: 'France|Francia',
  espagne: 'Espagne|Spain|España',
  italie: 'Italie|Italy|Italia',
  andalousie: 'Andalousie|Andalucía|Andalusia',
  afrique: 'Afrique|Africa|África',
  'afrique-nord': 'Afrique du Nord|North Africa|Norte de África',
  'afrique-ouest': "Afrique de l'Ouest|West Africa|África Occidental",
  europe: 'Europe|Europa',
  maghreb: 'Maghreb|Magreb',
  mediterranee: 'Méditerranée|Mediterranean|Mediterráneo',
  tanger: 'Tanger|Tangier|Tánger',
  casablanca: 'Casablanca|CASABLANCA',
  rabat: 'Rabat|RABAT',
  oujda: 'Oujda',
  nador: 'Nador',
  tunis: 'Tunis|TUNIS',
  'ville-tunez': 'ciudad de Túnez',
  sfax: 'Sfax',
  bizerte: 'Bizerte|Bizerta',
  alger: 'Alger|Algiers|Argel',
  oran: 'Oran|Orán',
  dakar: 'Dakar|DAKAR',
  'saint-louis': 'Saint-Louis',
  thies: 'Thiès',
  ziguinchor: 'Ziguinchor',
  abidjan: 'Abidjan|ABIDJAN|Abiyán',
  bouake: 'Bouaké',
  'san-pedro': 'San Pedro',
  nouakchott: 'Nouakchott',
  bamako: 'Bamako',
  marseille: 'Marseille|MARSEILLE|Marseilles|Marsella',
  miramas: 'Miramas',
  toulon: 'Toulon',
  paris: 'Paris',
  bruxelles: 'Bruxelles|Brussels|Bruselas',
  madrid: 'Madrid',
  almeria: 'Almería',
  motril: 'Motril',
  adra: 'Adra',
  roquetas: 'Roquetas de Mar',
  malaga: 'Málaga|Malaga',
  valence: 'Valence|Valencia',
  algesiras: 'Algésiras|Algeciras',
  gibraltar: 'Gibraltar',
  genes: 'Gênes|Genoa|Génova',
  barcelone: 'Barcelone|Barcelona',
  granada: 'Granada',
  'ras-tamda': 'Ras Tamda',
  'oued-tizgui': 'Oued Tizgui|Oued-Tizgui',
  oriental: 'Oriental',
  plateau: 'Plateau',
  sahara: 'Sahara',
  atlantique: 'Atlantique|Atlantic|Atlántico',
  golfe: 'Golfe|Gulf',
  'quai-forges': 'quai des Anciennes-Forges',
});

/** Every entity that an article of the sample corpus may name, by id. */
export const cast: Readonly<Record<string, CastMember>> = {
  ...companies,
  ...institutions,
  ...outlets,
  ...persons,
  ...locations,
};

/** Names that are also everyday words or parts of other names: an unmarked one in an article is not taken for a slip. */
export const everydayNames: ReadonlySet<string> = new Set([
  'Escale',
  'Boussole',
  'Oriental',
  'Plateau',
  'Mali',
  'Golfe',
  'Gulf',
  'Europe',
  'Europa',
]);
