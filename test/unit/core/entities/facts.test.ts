import assert from 'node:assert/strict';
import type { FactKind } from '../../../../src/core/entities/mention.ts';
import { linkMarked } from './markedText.ts';

/** The facts of a marked text above the score of a mere lead sentence, as "kind Name = value [other]". */
function factsOf(marked: string, language: string, kind: FactKind): string[] {
  const { entities, facts } = linkMarked(marked, language);
  return facts
    .filter((fact) => fact.kind === kind && fact.score > 0.1)
    .map(({ entity, value, other }) => {
      const suffix = other === undefined ? '' : ` [${entities[other]!.name}]`;
      return `${entities[entity]!.name} = ${value}${suffix}`;
    });
}

const descriptions: readonly [language: string, text: string, ...facts: string[]][] = [
  ['fr', '[ORG Valtor], opérateur établi à [LOC Nador], recrute.', 'Valtor = opérateur établi à Nador'],
  [
    'fr',
    '[ORG Valtor], filiale de [ORG Kerdis] spécialisée dans le froid, s’installe à [LOC Nador].',
    'Valtor = filiale de Kerdis spécialisée dans le froid',
  ],
  [
    'fr',
    '[ORG Valtor], premier transporteur du pays, a cédé ses camions.',
    'Valtor = premier transporteur du pays',
  ],
  [
    'fr',
    '[ORG Valtor] est un éditeur de logiciels pour les ports.',
    'Valtor = un éditeur de logiciels pour les ports',
  ],
  [
    'fr',
    'L’[ORG UAS] ([ORG Union des armateurs du Sud]), une association qui défend la pêche, vote.',
    'Union des armateurs du Sud = une association qui défend la pêche',
  ],
  ['fr', '[ORG Valtor] (filiale de [ORG Kerdis]) recrute.', 'Valtor = filiale de Kerdis'],
  [
    'fr',
    'La filiale marocaine de [ORG Kerdis], [ORG Valtor], recrute.',
    'Valtor = La filiale marocaine de Kerdis',
  ],
  ['fr', 'Hier, le cabinet de conseil [ORG Valtor] a rendu son rapport.', 'Valtor = le cabinet de conseil'],
  ['fr', '[ORG Valtor] était une banque publique.', 'Valtor = était une banque publique'],
  ['fr', '[PER Inès Roche] est une économiste du travail.', 'Inès Roche = une économiste du travail'],
  [
    'en',
    '[ORG Valtor], a Rotterdam-based maker of pumps, cut jobs.',
    'Valtor = a Rotterdam-based maker of pumps',
  ],
  [
    'en',
    '[ORG Valtor] is the largest port operator in the region.',
    'Valtor = the largest port operator in the region',
  ],
  ['en', 'The Dutch chip company [ORG Valtor] hired forty people.', 'Valtor = The Dutch chip company'],
  ['es', '[ORG Valtor], filial de [ORG Kerdis], abrió una planta.', 'Valtor = filial de Kerdis'],
  [
    'es',
    '[ORG Valtor] es una empresa especializada en redes.',
    'Valtor = una empresa especializada en redes',
  ],
];

/** Sentences that look alike and say nothing of the kind. */
const noDescription: readonly [language: string, text: string][] = [
  ['fr', 'Selon [ORG Valtor], le groupe va recruter.'],
  ['fr', 'Pour [ORG Valtor], une filiale locale serait utile.'],
  ['fr', 'Le patron de [ORG Valtor] est un ancien de la banque.'],
  ['fr', '[ORG Valtor] n’est pas une banque.'],
  ['fr', '[ORG Valtor] serait une filiale de trop.'],
  ['fr', '[ORG Valtor], la banque [ORG Rivage] et [ORG Kerdis] signent.'],
  ['fr', '[ORG Valtor] est la cible de critiques.'],
  ['fr', '[ORG Valtor] est le client d’une filiale.'],
  ['fr', '[ORG Valtor] est une banque ?'],
  ['fr', 'Une firme dont la maison mère est [ORG Valtor] recrute.'],
  ['fr', 'Selon une rumeur, [ORG Valtor] est une banque.'],
  ['fr', '[ORG Valtor] est le sujet d’une enquête du groupe.'],
  ['fr', 'La filiale de [ORG Valtor], spécialiste du froid, recrute.'],
  ['fr', 'La direction du groupe [ORG Valtor] se tait.'],
  ['fr', '[ORG Valtor], [ORG Université du Littoral] et [ORG Kerdis] signent.'],
  ['en', 'According to [ORG Valtor], the company will hire.'],
  ['en', '[ORG Valtor] is the target of a group of investors.'],
  ['es', 'Según [ORG Valtor], la empresa crecerá.'],
];

const parents: readonly [language: string, text: string, ...facts: string[]][] = [
  [
    'fr',
    '[ORG Valtor], filiale à 100 % de [ORG Kerdis], recrute.',
    'Valtor = filiale à 100 % de Kerdis [Kerdis]',
  ],
  [
    'fr',
    '[ORG Valtor] est désormais une filiale du groupe [ORG Kerdis].',
    'Valtor = filiale du groupe Kerdis [Kerdis]',
  ],
  [
    'fr',
    '[ORG Valtor], rachetée en 2011 par [ORG Kerdis], recrute.',
    'Valtor = rachetée en 2011 par Kerdis [Kerdis]',
  ],
  ['fr', '[ORG Valtor] est détenue à 51 % par [ORG Kerdis].', 'Valtor = détenue à 51 % par Kerdis [Kerdis]'],
  [
    'fr',
    '[ORG Kerdis] a racheté la société [ORG Valtor] en 2011.',
    'Valtor = Kerdis a racheté la société Valtor [Kerdis]',
  ],
  [
    'fr',
    '[ORG Kerdis] mise sur sa filiale numérique, [ORG Valtor].',
    'Valtor = sa filiale numérique [Kerdis]',
  ],
  [
    'fr',
    '[ORG Valtor] ouvre. [ORG Valtor] recrute, [ORG Valtor] forme. La filiale de [ORG Kerdis] s’étend.',
    'Valtor = filiale de Kerdis [Kerdis]',
  ],
  ['en', '[ORG Valtor], a subsidiary of [ORG Kerdis], is hiring.', 'Valtor = subsidiary of Kerdis [Kerdis]'],
  [
    'en',
    '[ORG Valtor] was acquired in 2011 by [ORG Kerdis].',
    'Valtor = acquired in 2011 by Kerdis [Kerdis]',
  ],
  ['en', '[ORG Kerdis]’s subsidiary [ORG Valtor] is hiring.', 'Valtor = Kerdis’s subsidiary Valtor [Kerdis]'],
  ['en', '[ORG Kerdis] bought [ORG Valtor] in 2011.', 'Valtor = Kerdis bought Valtor [Kerdis]'],
  ['es', '[ORG Valtor], filial de [ORG Kerdis], abrió una planta.', 'Valtor = filial de Kerdis [Kerdis]'],
  ['es', '[ORG Kerdis] compró la empresa [ORG Valtor].', 'Valtor = Kerdis compró la empresa Valtor [Kerdis]'],
  [
    'fr',
    '[ORG Valtor], qui appartient désormais au groupe [ORG Kerdis], recrute.',
    'Valtor = appartient désormais au groupe Kerdis [Kerdis]',
  ],
  ['fr', '[ORG Valtor], dont [ORG Kerdis] détient 51 %, recrute.', 'Valtor = Kerdis détient 51 % [Kerdis]'],
  ['fr', '[ORG Kerdis], maison mère de [ORG Valtor], recrute.', 'Valtor = maison mère de Valtor [Kerdis]'],
  [
    'fr',
    'Le propriétaire de [ORG Valtor], [ORG Kerdis], recrute.',
    'Valtor = propriétaire de Valtor [Kerdis]',
  ],
  ['fr', '[ORG Valtor] a été cédée en 2019 à [ORG Kerdis].', 'Valtor = cédée en 2019 à Kerdis [Kerdis]'],
  [
    'fr',
    '[ORG Valtor] est passée sous le contrôle de [ORG Kerdis].',
    'Valtor = passée sous le contrôle de Kerdis [Kerdis]',
  ],
  ['fr', '[ORG Valtor] vient d’être rachetée par [ORG Kerdis].', 'Valtor = rachetée par Kerdis [Kerdis]'],
  [
    'fr',
    '[ORG Kerdis], qui a racheté [ORG Valtor], recrute.',
    'Valtor = Kerdis, qui a racheté Valtor [Kerdis]',
  ],
  ['fr', '[ORG Kerdis] a mis la main sur [ORG Valtor].', 'Valtor = Kerdis a mis la main sur Valtor [Kerdis]'],
  [
    'fr',
    '[ORG Kerdis] a bouclé le rachat de [ORG Valtor].',
    'Valtor = Kerdis a bouclé le rachat de Valtor [Kerdis]',
  ],
  ['fr', 'Rachetée par [ORG Kerdis] en 2019, [ORG Valtor] recrute.', 'Valtor = Rachetée par Kerdis [Kerdis]'],
  ['fr', 'Filiale de [ORG Kerdis], le groupe [ORG Valtor] recrute.', 'Valtor = Filiale de Kerdis [Kerdis]'],
  ['fr', '[ORG Valtor] (groupe [ORG Kerdis]) recrute.', 'Valtor = groupe Kerdis [Kerdis]'],
  [
    'fr',
    '[ORG Valtor], dont la maison mère est [ORG Kerdis], recrute.',
    'Valtor = dont la maison mère est Kerdis [Kerdis]',
  ],
  [
    'fr',
    '[ORG Valtor], que [ORG Kerdis] a rachetée en 2019, recrute.',
    'Valtor = Kerdis a rachetée [Kerdis]',
  ],
  ['fr', '[ORG Kerdis], via sa filiale [ORG Valtor], recrute.', 'Valtor = sa filiale [Kerdis]'],
  [
    'fr',
    '[ORG Valtor], l’une des filiales de [ORG Kerdis], recrute.',
    'Valtor = filiales de Kerdis [Kerdis]',
  ],
  ['en', '[ORG Valtor], which is owned by [ORG Kerdis], is hiring.', 'Valtor = owned by Kerdis [Kerdis]'],
  ['en', '[ORG Valtor], a [ORG Kerdis] subsidiary, is hiring.', 'Valtor = Kerdis subsidiary [Kerdis]'],
  ['en', '[ORG Valtor] belongs to [ORG Kerdis].', 'Valtor = belongs to Kerdis [Kerdis]'],
  [
    'en',
    '[ORG Kerdis], the parent company of [ORG Valtor], is hiring.',
    'Valtor = parent company of Valtor [Kerdis]',
  ],
  ['en', '[ORG Valtor] parent [ORG Kerdis] is hiring.', 'Valtor = Valtor parent Kerdis [Kerdis]'],
  [
    'en',
    '[ORG Kerdis] completed its acquisition of [ORG Valtor].',
    'Valtor = Kerdis completed its acquisition of Valtor [Kerdis]',
  ],
  [
    'es',
    '[ORG Valtor], que pertenece al grupo [ORG Kerdis], crece.',
    'Valtor = pertenece al grupo Kerdis [Kerdis]',
  ],
  [
    'es',
    '[ORG Kerdis], la empresa matriz de [ORG Valtor], crece.',
    'Valtor = empresa matriz de Valtor [Kerdis]',
  ],
  ['es', '[ORG Kerdis], dueña de [ORG Valtor], crece.', 'Valtor = dueña de Valtor [Kerdis]'],
  ['es', '[ORG Kerdis] adquirió a [ORG Valtor].', 'Valtor = Kerdis adquirió a Valtor [Kerdis]'],
];

const noParent: readonly [language: string, text: string][] = [
  ['fr', '[ORG Valtor], ancienne filiale de [ORG Kerdis], recrute.'],
  ['fr', '[ORG Kerdis] veut racheter [ORG Valtor].'],
  ['fr', '[ORG Kerdis] a racheté 10 % de [ORG Valtor].'],
  ['fr', 'Selon [ORG Dépêche Sud], [ORG Kerdis] vend sa filiale [ORG Valtor].'],
  ['fr', '[ORG Valtor] recrute, la filiale de [ORG Kerdis] non.'],
  ['fr', 'Il a signé avec [ORG Kerdis] pour sa filiale [ORG Valtor].'],
  ['fr', 'Il quitte [ORG Kerdis], et sa filiale [ORG Valtor] ferme.'],
  ['en', '[ORG Kerdis] may buy [ORG Valtor].'],
  ['en', '[ORG Kerdis] bought [ORG Valtor] shares.'],
  ['fr', '[ORG Valtor], anciennement filiale de [ORG Kerdis], recrute.'],
  ['fr', '[ORG Valtor], bientôt filiale de [ORG Kerdis], recrute.'],
  ['fr', '[ORG Valtor] n’est plus une filiale de [ORG Kerdis].'],
  ['fr', '[ORG Valtor] est une filiale de trop pour [ORG Kerdis].'],
  ['fr', '[ORG Valtor], filiale de [ORG Kerdis] jusqu’en 2012, recrute.'],
  ['fr', '[ORG Valtor], détenue jusqu’en 2012 par [ORG Kerdis], recrute.'],
  ['fr', '[ORG Valtor], détenue à 20 % par [ORG Kerdis], recrute.'],
  ['fr', '[ORG Valtor] a été détenue par [ORG Kerdis].'],
  ['fr', 'Si [ORG Valtor] est rachetée par [ORG Kerdis], le port ferme.'],
  ['fr', '[ORG Valtor] est une filiale de [ORG Kerdis] ?'],
  ['fr', 'Selon la rumeur, [ORG Valtor] est une filiale de [ORG Kerdis].'],
  ['fr', '[ORG Valtor] pourrait être rachetée par [ORG Kerdis].'],
  ['fr', '[ORG Valtor] appartient à la [ORG Fédération du froid].'],
  ['fr', '[ORG Kerdis] mise sur son ancienne filiale, [ORG Valtor].'],
  ['fr', '[ORG Kerdis] a vendu sa filiale [ORG Valtor].'],
  ['fr', 'L’ancien propriétaire de [ORG Valtor], [ORG Kerdis], recrute.'],
  ['fr', '[ORG Valtor], que [ORG Kerdis] veut racheter, recrute.'],
  ['en', '[ORG Valtor], which [ORG Kerdis] sold in 2019, is hiring.'],
  ['fr', 'Si [ORG Valtor] est une filiale de [ORG Kerdis], le port ferme.'],
  ['fr', 'Le rival de [ORG Kerdis] a racheté [ORG Valtor].'],
  ['fr', 'La filiale de [ORG Valtor], rachetée par [ORG Kerdis], recrute.'],
  ['fr', '[ORG Kerdis] n’est pas la maison mère de [ORG Valtor].'],
  ['fr', '[ORG Valtor], dont [ORG Kerdis] détient 12 %, recrute.'],
  ['fr', 'Ancienne filiale de [ORG Kerdis], [ORG Valtor] recrute.'],
  ['en', '[ORG Valtor] is not a subsidiary of [ORG Kerdis].'],
  ['en', '[ORG Valtor], once a subsidiary of [ORG Kerdis], is hiring.'],
  ['en', '[ORG Valtor] was owned by [ORG Kerdis].'],
  ['en', '[ORG Kerdis] buys [ORG Valtor] phones for its staff.'],
  ['en', '[ORG Kerdis], the former owner of [ORG Valtor], is hiring.'],
  ['es', '[ORG Valtor] ya no es filial de [ORG Kerdis].'],
  ['es', '[ORG Valtor], exfilial de [ORG Kerdis], crece.'],
  ['es', '[ORG Kerdis], antigua matriz de [ORG Valtor], crece.'],
  ['es', '[ORG Kerdis] podría comprar [ORG Valtor].'],
];

const roles: readonly [language: string, text: string, ...facts: string[]][] = [
  [
    'fr',
    '[PER Inès Roche], directrice générale de [ORG Valtor], a signé.',
    'Inès Roche = directrice générale de Valtor [Valtor]',
    'Valtor = directrice générale [Inès Roche]',
  ],
  [
    'fr',
    'Le président de l’[ORG UAS], [PER Karim Sebti], a signé.',
    'Karim Sebti = président de l’UAS [UAS]',
    'UAS = président [Karim Sebti]',
  ],
  [
    'fr',
    'En tant que P-DG de [ORG Valtor], M. [PER Sebti] a signé.',
    'Sebti = P-DG de Valtor [Valtor]',
    'Valtor = P-DG [Sebti]',
  ],
  [
    'fr',
    '[PER Karim Sebti] a été nommé directeur financier de [ORG Valtor].',
    'Karim Sebti = directeur financier de Valtor [Valtor]',
    'Valtor = directeur financier [Karim Sebti]',
  ],
  [
    'fr',
    '[PER Karim Sebti], président de [ORG Valtor] et directeur général adjoint de [ORG Kerdis], a signé.',
    'Karim Sebti = président de Valtor [Valtor]',
    'Karim Sebti = directeur général adjoint de Kerdis [Kerdis]',
    'Valtor = président [Karim Sebti]',
    'Kerdis = directeur général adjoint [Karim Sebti]',
  ],
  [
    'fr',
    '[PER Inès Roche], ministre de la Pêche, du littoral et des ports, a signé.',
    'Inès Roche = ministre de la Pêche, du littoral et des ports',
  ],
  [
    'fr',
    '[PER Inès Roche], directrice de la filiale de [ORG Kerdis], a signé.',
    'Inès Roche = directrice de la filiale de Kerdis',
  ],
  [
    'en',
    '[PER Ines Roche], chief executive of [ORG Valtor], resigned.',
    'Ines Roche = chief executive of Valtor [Valtor]',
    'Valtor = chief executive [Ines Roche]',
  ],
  [
    'en',
    '[ORG Valtor] CEO [PER Ines Roche] resigned.',
    'Ines Roche = Valtor CEO [Valtor]',
    'Valtor = CEO [Ines Roche]',
  ],
  [
    'en',
    '[PER Ines Roche], [ORG Valtor]’s founder, resigned.',
    'Ines Roche = Valtor’s founder [Valtor]',
    'Valtor = founder [Ines Roche]',
  ],
  [
    'es',
    '[PER Inés Rocha], directora general de [ORG Valtor], dimitió.',
    'Inés Rocha = directora general de Valtor [Valtor]',
    'Valtor = directora general [Inés Rocha]',
  ],
  [
    'fr',
    'L’ancien P-DG de [ORG Valtor], [PER Karim Sebti], a signé.',
    'Karim Sebti = ancien P-DG de Valtor [Valtor]',
    'Valtor = ancien P-DG [Karim Sebti]',
  ],
  [
    'fr',
    '[PER Karim Sebti] était P-DG de [ORG Valtor].',
    'Karim Sebti = était P-DG de Valtor [Valtor]',
    'Valtor = était P-DG [Karim Sebti]',
  ],
  [
    'fr',
    '[PER Karim Sebti] sera nommé P-DG de [ORG Valtor].',
    'Karim Sebti = sera nommé P-DG de Valtor [Valtor]',
    'Valtor = sera nommé P-DG [Karim Sebti]',
  ],
  [
    'fr',
    'La direction de [ORG Valtor] a nommé [PER Karim Sebti] directeur financier.',
    'Karim Sebti = Valtor a nommé Karim Sebti directeur financier [Valtor]',
    'Valtor = directeur financier [Karim Sebti]',
  ],
  [
    'fr',
    '[PER Karim Sebti], P-DG de [ORG Valtor] jusqu’en 2012, a signé.',
    'Karim Sebti = P-DG de Valtor jusqu’en 2012 [Valtor]',
    'Valtor = P-DG de Valtor jusqu’en 2012 [Karim Sebti]',
  ],
  [
    'fr',
    '[PER Karim Sebti], fondateur et P-DG de [ORG Valtor], a signé.',
    'Karim Sebti = fondateur et P-DG de Valtor [Valtor]',
    'Valtor = fondateur et P-DG [Karim Sebti]',
  ],
  [
    'fr',
    '[ORG Valtor], dirigée jusqu’en 2021 par [PER Karim Sebti], recrute.',
    'Karim Sebti = Valtor, dirigée jusqu’en 2021 par Karim Sebti [Valtor]',
    'Valtor = dirigée jusqu’en 2021 par Karim Sebti [Karim Sebti]',
  ],
  [
    'fr',
    '[ORG Valtor] a été fondée en 1998 par [PER Karim Sebti].',
    'Karim Sebti = Valtor a été fondée en 1998 par Karim Sebti [Valtor]',
    'Valtor = fondée en 1998 par Karim Sebti [Karim Sebti]',
  ],
  [
    'fr',
    '[PER Karim Sebti] dirige [ORG Valtor] depuis 2019.',
    'Karim Sebti = dirige Valtor depuis 2019 [Valtor]',
    'Valtor = Karim Sebti dirige Valtor depuis 2019 [Karim Sebti]',
  ],
  [
    'fr',
    '[PER Karim Sebti], à la tête de [ORG Valtor], a signé.',
    'Karim Sebti = à la tête de Valtor [Valtor]',
    'Valtor = Karim Sebti, à la tête de Valtor [Karim Sebti]',
  ],
  [
    'fr',
    '[PER Karim Sebti] succède à [PER Inès Roche] à la tête de [ORG Valtor].',
    'Karim Sebti = à la tête de Valtor [Valtor]',
    'Valtor = Karim Sebti succède à Inès Roche à la tête de Valtor [Karim Sebti]',
  ],
  [
    'fr',
    '[ORG Valtor] a nommé [PER Karim Sebti] directeur financier.',
    'Karim Sebti = Valtor a nommé Karim Sebti directeur financier [Valtor]',
    'Valtor = directeur financier [Karim Sebti]',
  ],
  ['fr', 'Le ministre de la Santé [PER Karim Sebti] a signé.', 'Karim Sebti = ministre de la Santé'],
  ['fr', 'Le maire de [LOC Nador], [PER Karim Sebti], a signé.', 'Karim Sebti = maire de Nador'],
  ['fr', 'Le président français [PER Karim Sebti] a signé.', 'Karim Sebti = président français'],
  [
    'fr',
    '[PER Karim Sebti], qui a fondé [ORG Valtor] en 1998, a signé.',
    'Karim Sebti = a fondé Valtor en 1998 [Valtor]',
    'Valtor = Karim Sebti, qui a fondé Valtor en 1998 [Karim Sebti]',
  ],
  [
    'en',
    '[PER Ines Roche] has led [ORG Valtor] since 2019.',
    'Ines Roche = has led Valtor since 2019 [Valtor]',
    'Valtor = Ines Roche has led Valtor since 2019 [Ines Roche]',
  ],
  [
    'en',
    '[PER Ines Roche], [ORG Valtor] CEO, resigned.',
    'Ines Roche = Valtor CEO [Valtor]',
    'Valtor = CEO [Ines Roche]',
  ],
  [
    'en',
    'Former [ORG Valtor] CEO [PER Ines Roche] resigned.',
    'Ines Roche = Former Valtor CEO [Valtor]',
    'Valtor = Former Valtor CEO [Ines Roche]',
  ],
  [
    'en',
    '[ORG Valtor] named [PER Ines Roche] as chief executive.',
    'Ines Roche = Valtor named Ines Roche as chief executive [Valtor]',
    'Valtor = chief executive [Ines Roche]',
  ],
  [
    'en',
    '[PER Ines Roche] succeeds [PER Karim Sebti] as CEO of [ORG Valtor].',
    'Ines Roche = CEO of Valtor [Valtor]',
    'Valtor = CEO [Ines Roche]',
  ],
  [
    'en',
    '[ORG Valtor], led by [PER Ines Roche], is hiring.',
    'Ines Roche = Valtor, led by Ines Roche [Valtor]',
    'Valtor = led by Ines Roche [Ines Roche]',
  ],
  ['en', 'Prime Minister [PER Ines Roche] resigned.', 'Ines Roche = Prime Minister'],
  [
    'es',
    '[ORG Valtor] nombró a [PER Luis Rocha] director general.',
    'Luis Rocha = Valtor nombró a Luis Rocha director general [Valtor]',
    'Valtor = director general [Luis Rocha]',
  ],
  [
    'es',
    '[ORG Valtor], fundada por [PER Luis Rocha], crece.',
    'Luis Rocha = Valtor, fundada por Luis Rocha [Valtor]',
    'Valtor = fundada por Luis Rocha [Luis Rocha]',
  ],
  ['es', 'La ministra de Hacienda, [PER Inés Rocha], dimitió.', 'Inés Rocha = ministra de Hacienda'],
];

const noRole: readonly [language: string, text: string][] = [
  ['fr', 'La femme du P-DG de [ORG Valtor], [PER Inès Roche], a signé.'],
  ['fr', 'Le conseiller du président de [ORG Valtor], [PER Karim Sebti], a signé.'],
  ['fr', 'Selon le P-DG de [ORG Valtor], [PER Karim Sebti] ment.'],
  ['fr', '[PER Karim Sebti] n’est plus directeur général de [ORG Valtor].'],
  ['fr', '[PER Karim Sebti] pourrait être nommé directeur général de [ORG Valtor].'],
  ['fr', '[PER Karim Sebti] ne dirige plus [ORG Valtor].'],
  ['fr', '[PER Karim Sebti] dirige la filiale marocaine de [ORG Valtor].'],
  ['fr', '[ORG Valtor] n’a pas nommé [PER Karim Sebti] directeur général.'],
  ['fr', 'Si [PER Karim Sebti] est nommé P-DG de [ORG Valtor], le port ferme.'],
  ['fr', 'Le rival de [ORG Valtor] a nommé [PER Karim Sebti] directeur général.'],
  ['fr', 'La filiale de [ORG Valtor], dirigée par [PER Karim Sebti], recrute.'],
  ['fr', 'Le maire de [LOC Nador] rencontre [PER Karim Sebti].'],
  ['fr', 'Après le maire de [LOC Nador], [PER Karim Sebti] a parlé.'],
  ['fr', 'L’adjoint au maire de [LOC Nador], [PER Karim Sebti], a signé.'],
  ['en', 'The wife of the CEO of [ORG Valtor], [PER Ines Roche], resigned.'],
  ['en', 'According to the CEO of [ORG Valtor], [PER Ines Roche] lied.'],
  ['en', '[PER Ines Roche] heads [ORG Valtor]’s research unit.'],
  ['es', 'La mujer del presidente de [ORG Valtor], [PER Inés Rocha], dimitió.'],
  ['es', '[PER Luis Rocha] ya no dirige [ORG Valtor].'],
];

describe('facts', () => {
  const check = (cases: typeof descriptions, kind: FactKind): void => {
    for (const [language, text, ...facts] of cases) {
      const title = text.replace(/\[[A-Z]+ ([^\]]+)\]/g, '$1');
      it(`reads: ${title}`, () => assert.deepEqual(factsOf(text, language, kind).sort(), [...facts].sort()));
      it(`reads in an unknown language: ${title}`, () => {
        const found = factsOf(text, 'und', kind);
        for (const fact of facts) assert.ok(found.includes(fact), found.join('; '));
      });
    }
  };

  describe('what an organization is', () => {
    check(descriptions, 'description');
    for (const [language, text] of noDescription) {
      it(`says nothing: ${text}`, () => assert.deepEqual(factsOf(text, language, 'description'), []));
    }

    it('prefers a definition to an apposition, that to a word before the name', () => {
      const linked = linkMarked(
        'Le cabinet d’études [ORG Valtor] signe. [ORG Valtor], spécialiste du froid, gagne. [ORG Valtor] est une banque de semences.',
      );
      const values = linked.facts.filter(({ kind }) => kind === 'description').map(({ value }) => value);
      assert.deepEqual(values, ['une banque de semences', 'spécialiste du froid', 'Le cabinet d’études']);
    });

    it('prefers what stands alone to what needs the sentences before', () => {
      const linked = linkMarked(
        '[ORG Valtor], la banque dont elle a longtemps rêvé, ferme. [ORG Valtor], banque publique, ouvre.',
      );
      assert.equal(linked.facts.find(({ kind }) => kind === 'description')?.value, 'banque publique');
    });

    it('falls back on the first full sentence that names it', () => {
      const linked = linkMarked(
        '[ORG Valtor] voit grand\n\nLes camions de [ORG Valtor] roulent la nuit. Ils dorment le jour.',
      );
      const [fact] = linked.facts;
      assert.equal(fact?.value, 'Les camions de Valtor roulent la nuit.');
      assert.equal(linked.text.slice(fact.start, fact.end), 'Les camions de Valtor roulent la nuit.');
    });

    it('quotes the text as it stands, with the whole sentence as its place', () => {
      const linked = linkMarked('Bref. [ORG Valtor],\u00a0filiale d’[ORG Été], gagne. Fin.');
      const fact = linked.facts.find(({ kind }) => kind === 'description');
      assert.equal(fact?.value, 'filiale d’Été');
      assert.equal(linked.text.slice(fact.start, fact.end), 'Valtor,\u00a0filiale d’Été, gagne.');
    });
  });

  describe('whose it is', () => {
    check(parents, 'parent');
    for (const [language, text] of noParent) {
      it(`says nothing: ${text}`, () => assert.deepEqual(factsOf(text, language, 'parent'), []));
    }
  });

  describe('who holds which office', () => {
    check(roles, 'role');
    for (const [language, text] of noRole) {
      it(`says nothing: ${text}`, () => assert.deepEqual(factsOf(text, language, 'role'), []));
    }
  });

  it('keeps the long name with the sentence of its definition', () => {
    const linked = linkMarked('L’[ORG UAS] vote. L’[ORG UAS] ([ORG Union des armateurs du Sud]) attend.');
    const fact = linked.facts.find(({ kind }) => kind === 'longName');
    assert.equal(fact?.value, 'Union des armateurs du Sud');
    assert.equal(linked.text.slice(fact.start, fact.end), 'L’UAS (Union des armateurs du Sud) attend.');
  });

  it('reads nothing from a line without an end, and many sentences quickly', () => {
    const started = performance.now();
    assert.deepEqual(linkMarked('[ORG Valtor], filiale de [ORG Kerdis] et de '.repeat(4000)).facts, []);
    assert.ok(linkMarked('[ORG Valtor] est une filiale de [ORG Kerdis]. '.repeat(4000)).facts.length > 0);
    assert.ok(performance.now() - started < 8000);
  });
});
