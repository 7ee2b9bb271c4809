import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linkEntities } from '../../../../src/core/entities/linkEntities.ts';
import type { EntityType, RecognisedMention } from '../../../../src/core/entities/mention.ts';
import { clustersOf, linkMarked } from './markedText.ts';

/** What must be joined: the text, an entity of it, and the rule that joined. */
const joins: readonly { name: string; text: string; cluster: string; rule: string; language?: string }[] = [
  {
    name: 'an acronym before its definition in parentheses',
    text: 'Le [ORG RNPM] ([ORG Réseau national des ports marchands]) se réunit. Le [ORG RNPM] vote.',
    cluster: 'ORG RNPM = Réseau national des ports marchands',
    rule: 'acronymInParentheses',
  },
  {
    name: 'an acronym after its definition in parentheses',
    text: 'L’[ORG Office des pêches côtières] (OPC) change. L’[ORG Union des armateurs du Sud] ([ORG UAS]) aussi.',
    cluster: 'ORG UAS = Union des armateurs du Sud',
    rule: 'acronymInParentheses',
  },
  {
    name: 'an acronym introduced by words in parentheses',
    text: 'La [ORG Banque des régions du Nord] (ci-après « [ORG BRN] ») prête.',
    cluster: 'ORG BRN = Banque des régions du Nord',
    rule: 'acronymInParentheses',
  },
  {
    name: 'an acronym made of syllables',
    text: 'La [ORG Société d’équipement télématique] ([ORG SETEL]) recrute.',
    cluster: 'ORG SETEL = Société d’équipement télématique',
    rule: 'acronymInParentheses',
  },
  {
    name: 'an acronym of other letters, after a long name and used again',
    text: 'La [ORG Fédération des métiers du câble, des réseaux et des centres d’appels] ([ORG AMICO]) signe. L’[ORG AMICO] précise.',
    cluster: 'ORG AMICO = Fédération des métiers du câble, des réseaux et des centres d’appels',
    rule: 'acronymInParentheses',
  },
  {
    name: 'an undefined acronym with the one organization of its initials',
    text: 'Les [ORG Comités régionaux de la pêche] ont voté. Un [ORG CRP] s’abstient.',
    cluster: 'ORG CRP = Comités régionaux de la pêche',
    rule: 'initials',
  },
  {
    name: 'a newspaper with its initials',
    text: 'Le journal [ORG Aujourd’hui la Côte] paraît le lundi. L’[ORG ALC] coûte deux francs.',
    cluster: 'ORG ALC = Aujourd’hui la Côte',
    rule: 'initials',
  },
  {
    name: 'an English acronym',
    text: 'The [ORG Coastal Shipping Board] ([ORG CSB]) met on Monday. [ORG CSB] members agreed.',
    cluster: 'ORG CSB = Coastal Shipping Board',
    rule: 'acronymInParentheses',
  },
  {
    name: 'a Spanish acronym',
    text: 'La [ORG Asociación de Puertos del Estrecho] ([ORG APE]) firmó. La [ORG APE] calla.',
    cluster: 'ORG APE = Asociación de Puertos del Estrecho',
    rule: 'acronymInParentheses',
  },
  {
    name: 'a group with its firm',
    text: 'Le [ORG Groupe Valtor] investit. [ORG Valtor] recrute. [ORG Valtor SA] aussi.',
    cluster: 'ORG Groupe Valtor = Valtor = Valtor SA',
    rule: 'sameName',
  },
  {
    name: 'singular and plural',
    text: 'Le [ORG Centre régional de formation] ouvre. Les [ORG Centres régionaux de formation] aussi.',
    cluster: 'ORG Centre régional de formation = Centres régionaux de formation',
    rule: 'number',
  },
  {
    name: 'a former name',
    text: '[ORG Lumex], ex-[ORG Clarté Nord], recrute. [ORG Lumex] forme.',
    cluster: 'ORG Clarté Nord = Lumex',
    rule: 'formerName',
  },
  {
    name: 'a former name in parentheses',
    text: '[ORG Lumex] (formerly known as [ORG Clarté Nord]) is hiring.',
    cluster: 'ORG Clarté Nord = Lumex',
    rule: 'formerName',
  },
  {
    name: 'a spoken acronym',
    text: 'L’[ORG Association du livre à Nador] ([ORG Alina]) ouvre.',
    cluster: 'ORG Alina = Association du livre à Nador',
    rule: 'acronymInParentheses',
  },
  {
    name: 'a hyphenated surname',
    text: '[PER Inès Astier-Lemoine] arrive. Mme [PER Astier-Lemoine] parle.',
    cluster: 'PER Astier-Lemoine = Inès Astier-Lemoine',
    rule: 'surname',
  },
  {
    name: 'a surname with its one bearer',
    text: '[PER Samir Haddouch] arrive. M. [PER Haddouch] parle.',
    cluster: 'PER Haddouch = Samir Haddouch',
    rule: 'surname',
  },
  {
    name: 'a surname of two words',
    text: '[PER Leïla Ben Amor] arrive. Mme [PER Ben Amor] parle.',
    cluster: 'PER Ben Amor = Leïla Ben Amor',
    rule: 'surname',
  },
  {
    name: 'a first initial',
    text: '[PER Samir Haddouch] arrive. [PER S. Haddouch] signe.',
    cluster: 'PER S. Haddouch = Samir Haddouch',
    rule: 'firstInitial',
  },
  {
    name: 'an acronym set beside its long form',
    text: 'La [ORG Banque des régions du Nord], [ORG BRN], prête. L’[ORG Office des quais], ou [ORG ODQ], aussi.',
    cluster: 'ORG BRN = Banque des régions du Nord',
    rule: 'initials',
  },
  {
    name: 'a name cut short in parentheses',
    text: 'The [ORG Coastal Reserve] ([ORG Coa]) met. The [ORG Coa] waits.',
    cluster: 'ORG Coa = Coastal Reserve',
    rule: 'acronymInParentheses',
  },
  {
    name: 'a name and the same without its blank',
    text: '[ORG Kiosque 24] ouvre. [ORG Kiosque24] ferme.',
    cluster: 'ORG Kiosque 24 = Kiosque24',
    rule: 'sameName',
  },
  {
    name: 'a surname in capitals before the first name',
    text: '[PER RIVET Jean] (Nador) arrive. [PER Jean Rivet] signe. M. [PER Rivet] sort.',
    cluster: 'PER Jean Rivet = RIVET Jean = Rivet',
    rule: 'surname',
  },
  {
    name: 'the initials of two first names',
    text: '[PER Jean-Noël Rivet] arrive. [PER J.-N. Rivet] signe. [PER JN Rivet] sort.',
    cluster: 'PER J.-N. Rivet = JN Rivet = Jean-Noël Rivet',
    rule: 'firstInitial',
  },
  {
    name: 'the first, the second and both surnames in Spanish',
    text: '[PER Luis Rocha Beltrán] habló. [PER Rocha] y [PER Beltrán]. [PER Rocha Beltrán] calló. [PER Luis Rocha] salió.',
    cluster: 'PER Beltrán = Luis Rocha = Luis Rocha Beltrán = Rocha = Rocha Beltrán',
    rule: 'surname',
    language: 'es',
  },
  {
    name: 'two surnames with y',
    text: '[PER Luis Rocha y Beltrán] habló. [PER Rocha y Beltrán] calló.',
    cluster: 'PER Luis Rocha y Beltrán = Rocha y Beltrán',
    rule: 'surname',
    language: 'es',
  },
  {
    name: 'the surname of the one father or son that is named',
    text: '[PER John Marden Jr.] spoke. Mr [PER Marden] left.',
    cluster: 'PER John Marden Jr. = Marden',
    rule: 'surname',
  },
];

/** What must stay apart: one false join here is one too many. */
const traps: readonly { name: string; text: string; clusters: readonly string[]; language?: string }[] = [
  {
    name: 'a firm and its subsidiary of nearly one name',
    text: '[ORG Valtor] et [ORG Valtor Services Maroc] recrutent, [ORG Valtor Afrique] non.',
    clusters: ['ORG Valtor', 'ORG Valtor Afrique', 'ORG Valtor Services Maroc'],
  },
  {
    name: 'a firm and a person or place of its name',
    text: '[ORG Vernon] recrute à [LOC Vernon Sud]. [PER Paul Vernon] aussi.',
    clusters: ['LOC Vernon Sud', 'ORG Vernon', 'PER Paul Vernon'],
  },
  {
    name: 'nominals with anyone',
    text: '[ORG Valtor] gagne. L’[ORG opérateur] se tait. Le [ORG groupe] aussi, la [ORG banque] de même.',
    clusters: ['ORG Valtor', 'ORG banque', 'ORG groupe', 'ORG opérateur'],
  },
  {
    name: 'two persons of one surname',
    text: '[PER Samir Haddouch] et [PER Omar Haddouch] arrivent. M. [PER Haddouch] parle.',
    clusters: ['PER Haddouch', 'PER Omar Haddouch', 'PER Samir Haddouch'],
  },
  {
    name: 'a man and a woman of one surname',
    text: 'M. [PER Samir Haddouch] est là. Mme [PER Haddouch] est partie.',
    clusters: ['PER Haddouch', 'PER Samir Haddouch'],
  },
  {
    name: 'a surname that a man and a woman are addressed by',
    text: '[PER Claude Haddouch] est là. Mme [PER Haddouch] sort, M. [PER Haddouch] reste.',
    clusters: ['PER Claude Haddouch', 'PER Haddouch'],
  },
  {
    name: 'former employers, owners and names of two',
    text:
      '[PER Inès Roche] (ex-[ORG Kerdis]) et l’ex-patron de [ORG Valtor]. [ORG Lumex], ex-filiale de [ORG Rivage], ' +
      '[ORG Nord], ex-[ORG Ouest], et [ORG Sud], ex-[ORG Ouest].',
    clusters: [
      ...['ORG Kerdis', 'ORG Lumex', 'ORG Nord', 'ORG Ouest', 'ORG Rivage', 'ORG Sud', 'ORG Valtor'],
      'PER Inès Roche',
    ],
  },
  {
    name: 'a brand in parentheses',
    text: 'L’[ORG Office des pêches] ([ORG Orange]) et l’[ORG Association du livre] ([ORG Vanille]).',
    clusters: ['ORG Association du livre', 'ORG Office des pêches', 'ORG Orange', 'ORG Vanille'],
  },
  {
    name: 'a part of a hyphenated surname',
    text: '[PER Inès Astier-Lemoine] arrive. [PER Lemoine] parle.',
    clusters: ['PER Inès Astier-Lemoine', 'PER Lemoine'],
  },
  {
    name: 'a first name with a full name',
    text: '[PER Samir Haddouch] est là. [PER Samir] joue au ballon.',
    clusters: ['PER Samir', 'PER Samir Haddouch'],
  },
  {
    name: 'two initials of one surname',
    text: '[PER S. Haddouch] et [PER Omar Haddouch] signent.',
    clusters: ['PER Omar Haddouch', 'PER S. Haddouch'],
  },
  {
    name: 'a place in parentheses',
    text: 'Le [ORG Centre de recherche avancée] ([LOC CRA]) et [LOC Nador] ([LOC Maroc]).',
    clusters: ['LOC CRA', 'LOC Maroc', 'LOC Nador', 'ORG Centre de recherche avancée'],
  },
  {
    name: 'an acronym with two organizations of its initials',
    text: 'Le [ORG Comité des ports du Cap] et la [ORG Chambre des pêches du Cap] s’opposent, dit le [ORG CPC].',
    clusters: ['ORG CPC', 'ORG Chambre des pêches du Cap', 'ORG Comité des ports du Cap'],
  },
  {
    name: 'an acronym defined twice',
    text: 'Le [ORG Comité des ports du Cap] ([ORG CPC]). La [ORG Chambre des pêches du Cap] ([ORG CPC]). Le [ORG CPC] vote.',
    clusters: ['ORG CPC', 'ORG Chambre des pêches du Cap', 'ORG Comité des ports du Cap'],
  },
  {
    name: 'an acronym beside the name of its initials',
    text: 'Un accord lie la [ORG CDB] et la [ORG Caisse des bourses], bien connues.',
    clusters: ['ORG CDB', 'ORG Caisse des bourses'],
  },
  {
    name: 'two letters',
    text: 'Le [ORG Parti ouvrier] parle. [ORG PO] est une marque.',
    clusters: ['ORG PO', 'ORG Parti ouvrier'],
  },
  {
    name: 'a list of members in parentheses',
    text: 'La [ORG Fédération des métiers de la côte et du fleuve] ([ORG KPT], [ORG XRAY]) vote. [ORG KPT] perd.',
    clusters: ['ORG Fédération des métiers de la côte et du fleuve', 'ORG KPT', 'ORG XRAY'],
  },
  {
    name: 'a partner in parentheses',
    text: 'La [ORG Banque Rivage] ([ORG KPT]) et la [ORG Maison du livre] ([ORG XRAY]) signent.',
    clusters: ['ORG Banque Rivage', 'ORG KPT', 'ORG Maison du livre', 'ORG XRAY'],
  },
  {
    name: 'the branch of a region with the whole',
    text: 'Les [ORG Comités régionaux de la pêche] et le [ORG CRP Agadir] signent.',
    clusters: ['ORG CRP Agadir', 'ORG Comités régionaux de la pêche'],
  },
  {
    name: 'places whose article is part of the name',
    text: 'De [LOC Salvador] à [LOC El Salvador].',
    clusters: ['LOC El Salvador', 'LOC Salvador'],
  },
  {
    name: 'a town, an operator and a person of one name',
    text: 'À [LOC Vernon], l’opérateur [ORG Vernon] et [LOC Vernon] signent ; [PER Paul Vernon] aussi.',
    clusters: ['LOC Vernon', 'ORG Vernon', 'PER Paul Vernon'],
  },
  {
    name: 'a town and an operator that the nouns beside them tell, whatever was read',
    text:
      '[LOC Vernon] fête. La ville de [ORG? Vernon] remercie [LOC? Vernon], l’opérateur. Le groupe [LOC? Vernon] paie. ' +
      '[ORG? Vernon], la ville, attend.',
    clusters: ['LOC Vernon', 'ORG Vernon'],
  },
  {
    name: 'a person and the house of the same name',
    text: '[PER Inès Astier] a fondé [ORG Inès Astier]. [ORG Inès Astier] vend.',
    clusters: ['ORG Inès Astier', 'PER Inès Astier'],
  },
  {
    name: 'a person whose first name is a form of address elsewhere',
    text: '[PER Don Marden] met [PER Betty Marden].',
    clusters: ['PER Betty Marden', 'PER Don Marden'],
  },
  {
    name: 'a father and a son',
    text: '[PER John Marden Jr.], [PER John Marden] and [PER John Marden Sr] met. Mr [PER Marden] left.',
    clusters: ['PER John Marden', 'PER John Marden Jr.', 'PER John Marden Sr', 'PER Marden'],
  },
  {
    name: 'another generation of the surname',
    text: '[PER Jean Rivet fils] arrive. [PER Rivet père] sort.',
    clusters: ['PER Jean Rivet fils', 'PER Rivet père'],
  },
  {
    name: 'a second first name in Spanish with the full name',
    text: '[PER María José Rocha] habló. [PER José] calló. [PER José Rocha] salió.',
    clusters: ['PER José', 'PER José Rocha', 'PER María José Rocha'],
    language: 'es',
  },
  {
    name: 'two who share a surname in Spanish',
    text: '[PER Luis Rocha Beltrán] y [PER Ana Beltrán Rocha] hablaron. [PER Rocha] calló.',
    clusters: ['PER Ana Beltrán Rocha', 'PER Luis Rocha Beltrán', 'PER Rocha'],
    language: 'es',
  },
  {
    name: 'two persons whose names are each other’s, the other way round',
    text: '[PER Martin Thomas] arrive. [PER Thomas Martin] sort.',
    clusters: ['PER Martin Thomas', 'PER Thomas Martin'],
  },
  {
    name: 'half of a name in two words',
    text: '[PER Yves Saint Astier] dessine. [PER Astier] coud.',
    clusters: ['PER Astier', 'PER Yves Saint Astier'],
  },
  {
    name: 'one initial where two persons share the first of theirs',
    text: '[PER Jean Rivet] parle. [PER J.-N. Rivet] signe.',
    clusters: ['PER J.-N. Rivet', 'PER Jean Rivet'],
  },
  {
    name: 'a union in parentheses with its member',
    text: 'Le [ORG Syndicat des dockers du port de Nador] ([ORG CGT]) vote. La [ORG CGT] appelle.',
    clusters: ['ORG CGT', 'ORG Syndicat des dockers du port de Nador'],
  },
  {
    name: 'the owner in parentheses with a firm that begins like it',
    text: '[ORG Valtor Services Maroc] ([ORG Valtor]) recrute.',
    clusters: ['ORG Valtor', 'ORG Valtor Services Maroc'],
  },
  {
    name: 'brands that differ by number',
    text: '[ORG Nouvelles Rives] et [ORG Nouvelle Rive] vendent.',
    clusters: ['ORG Nouvelle Rive', 'ORG Nouvelles Rives'],
  },
];

describe('linkEntities', () => {
  for (const { name, text, cluster, rule, language } of joins) {
    it(`joins ${name}`, () => {
      const linked = linkMarked(text, language);
      assert.ok(clustersOf(linked).includes(cluster), clustersOf(linked).join('; '));
      const rules = linked.entities.flatMap(({ joins }) => joins.map(({ evidence }) => evidence.rule));
      assert.ok(rules.includes(rule), rules.join());
    });
  }

  for (const { name, text, clusters, language } of traps) {
    it(`keeps apart ${name}`, () =>
      assert.deepEqual(clustersOf(linkMarked(text, language)), [...clusters].sort()));
  }

  it('names an entity by its fullest name and keeps what else was proven', () => {
    const linked = linkMarked('L’[ORG UAS] ([ORG Union des armateurs du Sud]) vote. L’[ORG UAS] attend.');
    const entity = linked.entities[0]!;
    assert.equal(entity.name, 'Union des armateurs du Sud');
    assert.equal(entity.key, 'union armateurs sud');
    assert.deepEqual(entity.alsoKeys, ['uas']);
    assert.deepEqual(entity.surfaces, ['UAS', 'Union des armateurs du Sud']);
  });

  it('knows a Spaniard by the first of two surnames', () => {
    const text = '[PER Lucía Peña Robles] llega. [PER Peña] habla.';
    assert.deepEqual(clustersOf(linkMarked(text, 'es')), ['PER Lucía Peña Robles = Peña']);
    assert.equal(linkMarked(text, 'fr').entities.length, 2);
  });

  it('never names an entity by its former name', () => {
    const [entity] = linkMarked('[ORG Lumex], ex-[ORG Clarté du Nord], recrute.').entities;
    assert.deepEqual([entity!.name, entity!.alsoKeys], ['Lumex', ['clarte nord']]);
  });

  it('keeps with each entity its own joins', () => {
    const linked = linkMarked(
      'L’[ORG UAS] ([ORG Union des armateurs du Sud]) reçoit [PER Samir Haddouch]. M. [PER Haddouch] et [ORG Valtor] signent.',
    );
    const joins = linked.entities.map(({ name, joins: own }) => [name, ...own.map((join) => join.name)]);
    assert.deepEqual(joins, [
      ['Union des armateurs du Sud', 'UAS'],
      ['Samir Haddouch', 'Haddouch'],
      ['Valtor'],
    ]);
  });

  it('carries no surname beyond its article', () => {
    const linked = linkMarked('[PER Samir Haddouch] arrive. M. [PER Haddouch] parle.');
    assert.deepEqual(linked.entities[0]!.alsoKeys, []);
  });

  it('shows the plain spelling rather than the group, the legal form or capitals', () => {
    const linked = linkMarked(
      '[ORG GROUPE VALTOR] : [ORG VALTOR] grandit. [ORG Groupe Valtor], [ORG Valtor SA], [ORG Valtor].',
    );
    assert.equal(linked.entities[0]!.name, 'Valtor');
  });

  it('settles a doubtful mention by the type of most mentions of its words', () => {
    const linked = linkMarked('[ORG Menthe] vend. [LOC? Menthe] achète. [ORG Menthe] loue.');
    assert.deepEqual(clustersOf(linked), ['ORG Menthe']);
    assert.ok(linked.mentions.every(({ type }) => type === 'ORG'));
  });

  it('takes what three letters stand for beyond the article only where it is defined', () => {
    const keys = (text: string): readonly string[] => linkMarked(text).entities[0]!.alsoKeys;
    assert.deepEqual(keys('Le [ORG Port sud d’Agadir] se plaint. [ORG PSA] se tait.'), []);
    assert.deepEqual(keys('Le [ORG Port sud d’Agadir], [ORG PSA], se plaint.'), ['psa']);
    assert.deepEqual(keys('Le [ORG Port sud d’Agadir et Fès] vend. [ORG PSAF] se tait.'), ['psaf']);
  });

  it('leaves a surname a person beside the place of that name', () => {
    const linked = linkMarked('[PER Ali Fès] vit à [LOC Fès]. [PER Fès] aime [LOC Fès], oui [LOC Fès].');
    assert.deepEqual(clustersOf(linked), ['LOC Fès', 'PER Ali Fès = Fès']);
  });

  it('takes time in proportion to the names', () => {
    const marked = Array.from(
      { length: 4000 },
      (_, i) => `[PER Jean Nom${i}] parle. M. [PER Nom${i}] sort. `,
    ).join('');
    const started = performance.now();
    assert.equal(linkMarked(marked).entities.length, 4000);
    assert.ok(performance.now() - started < 5000);
  });

  it('keeps every mention, in order, with one entity for each type and key', () => {
    const surface = fc.constantFrom(
      'Valtor',
      'Groupe Valtor',
      'UAS',
      'Union des armateurs du Sud',
      'Haddouch',
      'Omar Haddouch',
      'O. Haddouch',
      'Nador',
    );
    const piece = fc.record({
      surface,
      type: fc.constantFrom<EntityType>('ORG', 'PER', 'LOC'),
      glue: fc.constantFrom(' ', ' (', ') ', ', ', '. ', ' et ', ', filiale de ', ', directeur de '),
    });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        let text = '';
        const mentions: RecognisedMention[] = [];
        for (const { surface: name, type, glue } of pieces) {
          mentions.push({
            start: text.length,
            end: text.length + name.length,
            type,
            text: name,
            confidence: 0.5,
          });
          text += name + glue;
        }
        const { entities, mentions: linked, facts } = linkEntities(text, mentions, 'fr');
        assert.deepEqual(
          linked.map(({ start, end }) => [start, end]),
          mentions.map(({ start, end }) => [start, end]),
        );
        assert.equal(new Set(entities.map(({ type, key }) => `${type}:${key}`)).size, entities.length);
        for (const mention of linked) assert.equal(entities[mention.entity]?.type, mention.type);
        for (const fact of facts) {
          assert.ok(text.slice(fact.start, fact.end).includes(fact.value));
          assert.ok(entities[fact.entity] && (fact.other === undefined || entities[fact.other]));
        }
      }),
    );
  });
});
