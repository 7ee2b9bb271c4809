/**
 * What sentences say an entity is with, by language. Our own lists. Everything here is matched against folded text:
 * lower case, no accents, `'` for every apostrophe, one blank for every white space. Entries are sources of regular
 * expressions.
 */
export interface FactWords {
  /** "la", "une": what opens a noun phrase. */
  readonly determiner: string;
  readonly possessive: string;
  /** "est", "is": what makes a definition of a noun phrase that follows. */
  readonly copula: string;
  readonly pastCopula: string;
  /** Nouns for what an organization can be. */
  readonly kind: string;
  /** What may stand between a comma and a bare noun: "premier", "former". */
  readonly qualifier: string;
  /** How many words into a phrase the kind may stand: English puts it last. */
  readonly kindWithin: number;
  /** What carries a description on after a comma: "spécialisée", "dont". */
  readonly continuation: string;
  /** Finite verbs that cannot stand in a noun phrase. */
  readonly verb: string;
  /** Relative words after which a verb may stand. */
  readonly relative: string;
  /** Before a name, so that the name is not the subject: "de", "with". */
  readonly preposition: string;
  /** Prepositions that a short phrase before a name does not hold: "le groupe après avoir quitté X". */
  readonly aside: string;
  /** Opens a sentence about the name without saying what it is: "Selon X, le groupe…". */
  readonly frame: string;
  /** Offices that a person holds, as whole phrases. */
  readonly title: string;
  /** "de", "of", with article: between an office and the organization. */
  readonly of: string;
  /** "nommé", "appointed": between a person and an office. */
  readonly appointed: string;
  /** "filiale": a noun that a parent follows. */
  readonly subsidiary: string;
  /** "ancienne": before `subsidiary`, it has a parent no more. */
  readonly former: string;
  /** "a été": before `ownedBy`. */
  readonly passive: string;
  /** Between a firm and its owner: "rachetée en 2010 par". */
  readonly ownedBy: string;
  /** Between an owner and the firm: "a racheté". */
  readonly buys: string;
}

const french: FactWords = {
  determiner: "(?:une?|la|le|les|l'|l'un des|l'une des|un des|une des|des)",
  possessive: '(?:sa|son|ses|leurs?|notre|nos)',
  copula: "(?:est|sont|reste|demeure|est devenue?|est aujourd'hui|constitue)",
  pastCopula: '(?:etait|fut|a ete)',
  kind:
    '(?:filiale|entreprise|societe|operateur|operatrice|groupe|banque|association|federation|confederation|agence|' +
    'cabinet|start-?up|jeune pousse|editeur|editrice|fournisseur|fabricant|specialiste|leader|numero (?:un|deux|1|2)|' +
    'acteur|prestataire|institution|organisme|organisation|etablissement|plateforme|plate-forme|journal|quotidien|' +
    'hebdomadaire|mensuel|magazine|reseau|universite|ecole|chaine|constructeur|distributeur|distributrice|assureur|' +
    'laboratoire|media|portail|site|fonds|holding|compagnie|office|autorite|regulateur|club|syndicat|parti(?! (?:avec|pour|en|depuis|sans|il|vers))|ong|' +
    'fondation|cooperative|think-?tank|consortium|coentreprise|joint-venture|marque|enseigne|incubateur|pepiniere|' +
    'accelerateur|integrateur|hebergeur|equipementier|transporteur|transitaire|producteur|productrice|exportateur|' +
    'importateur|negociant|promoteur|gestionnaire|administration|direction|commission|conseil|comite|centre|institut|' +
    'caisse|bourse|chambre|ordre|mutuelle|regie|branche|division|antenne|structure|bureau|geant|concurrent|rival|' +
    'pionnier|maison|collectif|mouvement|musee|theatre|festival|hopital|clinique|fintech|sous-traitant|cimentier|' +
    'brasseur|logisticien|armateur|chantier naval|usine|conserverie|brasserie|maroquinier|imprimeur|librairie)s?',
  qualifier:
    '(?:premiere?|principale?|grande?|ancienne?|ex|nouvelle|nouveau|jeune|petite?|celebre|future?|deuxieme|seconde?|' +
    'troisieme|importante?|plus grande?|l)',
  kindWithin: 5,
  continuation:
    '(?:specialisee?s?|basee?s?|creee?s?|fondee?s?|detenue?s?|cotee?s?|chargee?s?|installee?s?|implantee?s?|presente?s?|dediee?s?|dont|qui|membre|leader|numero un)',
  verb: '(?:a|ont|est|sont|vient|viennent|va|vont|avait|avaient|sera|seront|etait|etaient|doit|peut|devrait|pourrait|fait|annonce|lance|veut|compte)',
  relative: '(?:qui|que|qu|dont|ou|laquelle|lequel)',
  preposition:
    "(?:de|d'|du|des|[aà]|au|aux|chez|pour|par|avec|sans|sur|selon|contre|entre|et|ou|vers|dans|en)",
  aside: '(?:apres|avant|au|aux|par|pour|sur|dans|avec|chez|sans|contre|entre|vers|et|ou|notamment|meme)',
  frame:
    "(?:selon|pour|chez|avec|d'apres|d'|[aà]|au|contre|grace [aà]|outre|comme|face [aà]|apres|avant|suivant)",
  title:
    '(?:(?:ancien(?:ne)?|ex-?|nouveau|nouvelle|futur[e]?|actuel(?:le)?|co-?|vice-) ?)?' +
    "(?:president[e]?(?:[- ]directeur general|[- ]directrice generale| du directoire| du conseil d'administration| du conseil de surveillance| delegue[e]?| executi(?:f|ve)| fondat(?:eur|rice))?|" +
    'p\\.?-?d\\.?-?g\\.?|dg|drh|' +
    "direct(?:eur|rice)(?: (?:general|executif|executive|financier|financiere|marketing|technique|commercial|regional|national|adjoint|delegue|operationnel|associe|central|pays|artistique|scientifique)[e]?)*(?: (?:du|des|de la|de l'|de) [a-z]+(?: [a-z]+)?(?= (?:de|du|d'|chez|des)))?|" +
    "secretaire general[e]?|secretaire d'etat|gerant[e]?|(?:co)?-?fondat(?:eur|rice)|vice-president[e]?|administrat(?:eur|rice)(?: delegue[e]?)?|" +
    'patron(?:ne)?|ministre(?: deleguee?)?|gouverneur[e]?|maire|wali|porte-parole|responsable|chef(?:fe)?|associe[e]?(?: gerant[e]?)?|' +
    'country manager|manager|ceo|rect(?:eur|rice)|doyen(?:ne)?|presidente?|tresorier|tresoriere|proprietaire|actionnaire principal|' +
    'redact(?:eur|rice) en chef|commissaire|ambassad(?:eur|rice)|depute[e]?|senat(?:eur|rice)|economiste|ingenieure?|avocate?|analyste|consultante?)',
  of: "(?:de la|de l'|du|des|d'|de|chez|au sein de|[aà] la tete de)",
  appointed:
    "(?:(?:est|a ete|vient d'etre|etait|devient|est devenue?|fut|sera)(?: (?:nommee?|designee?|elue?|promue?))?(?: (?:le|la|l'|au poste de|comme|en tant que))?|(?:nommee?|designee?|elue?|promue?)(?: (?:au poste de|comme|en tant que))?)",
  subsidiary: '(?:filiale|branche|division|propriete|marque|antenne)',
  former: '(?:ancienne|ex-?|future)',
  passive: "(?:est|a ete|fut|reste),?(?: desormais| aujourd'hui| recemment)?",
  ownedBy: '(?:detenue?|rachetee?|acquise?|controlee?|absorbee?|reprise?)[^,;:.()]{0,40}? par',
  buys: '(?:a rachete|rachete|rachetait|a acquis|acquiert|a absorbe|absorbe|controle|detient [aà] 100 ?%)',
};

const english: FactWords = {
  determiner: '(?:an?|the|one of the|one of)',
  possessive: '(?:its|their|our|his|her)',
  copula: '(?:is|are|remains|has become|became)',
  pastCopula: '(?:was|were)',
  kind:
    '(?:subsidiary|company|firm|maker|manufacturer|operator|provider|supplier|group|bank|association|federation|agency|' +
    'consultancy|start-?up|publisher|specialist|leader|player|institution|organi[sz]ation|platform|newspaper|daily|' +
    'weekly|magazine|network|university|school|college|broadcaster|channel|retailer|distributor|insurer|laboratory|' +
    'outlet|portal|site|website|fund|holding|airline|carrier|authority|regulator|club|union|party|ngo|charity|' +
    'foundation|cooperative|think tank|consortium|joint venture|venture|brand|chain|incubator|accelerator|integrator|' +
    'producer|exporter|importer|developer|manager|commission|council|committee|centre|center|institute|exchange|' +
    'chamber|unit|arm|division|office|giant|rival|pioneer|museum|theatre|hospital|clinic|fintech|contractor|brewer|' +
    'shipyard|shipper|business|corporation|conglomerate|lender|builder|chipmaker|carmaker|drugmaker|utility|body)(?:s|es)?',
  qualifier: '(?:(?!some|many|most|several|two|three|other|these|those)[a-z-]+)',
  kindWithin: 9,
  continuation:
    '(?:which|that|specialising|specializing|based|founded|owned|headquartered|listed|whose|known for)',
  verb: '(?:is|are|was|were|has|have|had|will|would|said|says|plans|announced|can|could|may|must|should|he|she|it|they|we|told|added|explained)',
  relative: '(?:that|which|who|whose|where)',
  preposition: '(?:of|at|by|for|with|from|in|on|to|and|or|against|between|near)',
  aside: '(?:after|before|by|for|with|from|in|on|to|and|or|against|at|including|called|named)',
  frame: '(?:for|at|according to|with|like|besides|against|unlike|after|before|in)',
  title:
    '(?:(?:former|new|then|acting|deputy|co-?|vice|incoming|outgoing|interim|group|executive|senior|founding|first) ?){0,2}' +
    '(?:chief (?:executive|financial|operating|technology|marketing|information|commercial|product|scientific|medical|data)(?: officer)?|' +
    'ceo|cfo|coo|cto|chair(?:man|woman|person)?(?: and (?:ceo|chief executive))?|president(?: and (?:ceo|chief executive))?|vice[- ]president|' +
    '(?:co-?)?founder(?: and (?:ceo|chief executive))?|managing director|director(?: general)?|general manager|country manager|head|minister|' +
    'secretary[- ]general|secretary|spokes(?:man|woman|person)|governor|mayor|partner|owner|editor(?:[- ]in[- ]chief)?|commissioner|ambassador|' +
    'rector|dean|boss|treasurer|economist|analyst)',
  of: '(?:of the|of|at the|at|for the|for)',
  appointed:
    '(?:(?:is|was|has been|had been|became|becomes|will be)(?: (?:appointed|named|elected))?(?: (?:as|the|to be))*|(?:appointed|named|elected)(?: as)?)',
  subsidiary: '(?:subsidiary|unit|arm|division|part|brand|branch)',
  former: '(?:former|ex-?|future|onetime)',
  passive: '(?:is|was|has been|remains|now|wholly)(?: (?:now|recently|wholly|majority|fully))?',
  ownedBy: '(?:owned|acquired|bought|controlled|taken over)[^,;:.()]{0,30}? by',
  buys: '(?:acquires|acquired|has acquired|buys|bought|has bought|took over|takes over|owns)',
};

const spanish: FactWords = {
  determiner: '(?:una?|uno|la|el|los|las|uno de los|una de las)',
  possessive: '(?:su|sus|nuestra|nuestro)',
  copula: '(?:es|son|sigue siendo|se ha convertido en|se convirtio en)',
  pastCopula: '(?:era|fue|eran)',
  kind:
    '(?:filial|empresa|sociedad|compania|firma|operador|operadora|grupo|banco|asociacion|federacion|confederacion|' +
    'agencia|consultora|consultoria|start-?up|editorial|proveedor|proveedora|fabricante|especialista|lider|actor|' +
    'institucion|organismo|organizacion|plataforma|periodico|diario|semanario|revista|red|universidad|escuela|cadena|' +
    'constructora|distribuidor|distribuidora|aseguradora|laboratorio|medio|portal|sitio|fondo|holding|aerolinea|' +
    'autoridad|regulador|club|sindicato|partido|ong|fundacion|cooperativa|consorcio|marca|incubadora|aceleradora|' +
    'productor|productora|exportador|exportadora|promotora|gestora|comision|consejo|comite|centro|instituto|caja|' +
    'bolsa|camara|mutua|rama|division|oficina|gigante|rival|pionera|pionero|museo|teatro|hospital|clinica|naviera|' +
    'cervecera|astillero|entidad|multinacional|conservera)(?:s|es)?',
  qualifier:
    '(?:primera?|primer|principal|gran|antigu[oa]|nuev[oa]|joven|pequen[oa]|futur[oa]|segund[oa]|mayor)',
  kindWithin: 5,
  continuation:
    '(?:especializad[oa]s?|con sede|fundad[oa]s?|cread[oa]s?|dedicad[oa]s?|propiedad|participad[oa]s?|que|cuy[oa]s?)',
  verb: '(?:ha|han|es|son|fue|era|sera|seran|va|van|habia|debe|puede|anuncio|lanza|quiere|se|no|dijo|afirma|explica|senala|asegura|anuncia)',
  relative: '(?:que|quien|cuy[oa]s?|donde|cual)',
  preposition: '(?:de|del|a|al|con|por|para|sin|sobre|segun|contra|entre|y|e|o|en|desde|hacia)',
  aside: '(?:tras|ante|al|por|para|sobre|con|sin|contra|entre|hacia|y|o|incluido|llamad[oa])',
  frame: '(?:segun|para|con|contra|en|como|tras|ante|ademas de|frente a|despues de|antes de)',
  title:
    '(?:(?:antigu[oa]|ex-?|nuev[oa]|actual|futur[oa]|co-?|vice) ?)?' +
    '(?:president[ea](?: ejecutiv[oa])?|director[a]?(?: (?:general|ejecutiv[oa]|financier[oa]|comercial|tecnic[oa]|regional|adjunt[oa]|de marketing))*|' +
    'consejer[oa] delegad[oa]|(?:co)?fundador[a]?|vicepresident[ea]|secretari[oa] general|secretari[oa] de estado|gerente|jef[ea]|ministr[oa]|' +
    'gobernador[a]?|alcalde(?:sa)?|portavoz|responsable|soci[oa](?: director[a]?)?|ceo|rector[a]?|propietari[oa]|duen[oa]|economista|analista|' +
    'comisari[oa]|embajador[a]?|exdirector[a]?(?: general)?|expresident[ea])',
  of: '(?:de la|de los|de las|de|del|en)',
  appointed:
    '(?:(?:es|fue|ha sido|era|sera)(?: (?:nombrad[oa]|elegid[oa]|designad[oa]))?(?: (?:como|el|la))?|(?:nombrad[oa]|elegid[oa]|designad[oa])(?: como)?)',
  subsidiary: '(?:filial|division|rama|propiedad|marca)',
  former: '(?:antigua|ex-?|futura)',
  passive: '(?:es|fue|ha sido)(?: ahora)?',
  ownedBy: '(?:adquirid[oa]|comprad[oa]|controlad[oa]|participad[oa]|absorbid[oa])[^,;:.()]{0,40}? por',
  buys: '(?:compro|compra|ha comprado|adquirio|adquiere|ha adquirido|absorbio|controla)',
};

/** The words of a language, or of all three where it is another or not known. */
export function factWordsOf(language: string): readonly FactWords[] {
  if (language === 'fr') return [french];
  if (language === 'en') return [english];
  if (language === 'es') return [spanish];
  return [french, english, spanish];
}
