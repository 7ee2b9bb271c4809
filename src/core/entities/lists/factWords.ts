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
  /** "ancien", "nouveau": begins an office. */
  readonly rank: string;
  /** Titles that are no office in an organization: "économiste". */
  readonly calling: string;
  /** Adjectives of a country behind an office: "le président français". */
  readonly demonym: string;
  /** Somebody of somebody: "la femme du P-DG" is not the P-DG. */
  readonly relation: string;
  /** "de", "of", with article: between an office and the organization. */
  readonly of: string;
  /** "nommé", "appointed": between a person and an office. */
  readonly appointed: string;
  /** "était": between a person and an office of another time. */
  readonly heldThen: string;
  /** "a nommé": between an organization and a person whose new office follows. */
  readonly names: string;
  /** "dirige": between a person and the organization. */
  readonly leads: string;
  /** "dirigée par": between an organization and the person. */
  readonly ledBy: string;
  /** "succède à": between a person and the one before. */
  readonly succeeds: string;
  /** "filiale": a noun that a parent follows. */
  readonly subsidiary: string;
  /** "ancienne": before `subsidiary`, it has a parent no more. */
  readonly former: string;
  /** "bientôt", "never": it is not so, or not now. */
  readonly doubt: string;
  /** "maison mère": a noun that the firm follows whose owner it is. */
  readonly owner: string;
  /** "a été": before `ownedBy`. */
  readonly passive: string;
  /** Between a firm and its owner: "rachetée en 2010 par". */
  readonly ownedBy: string;
  /** "a été détenue": it was so once. */
  readonly lapsed: string;
  /** Between an owner and the firm: "a racheté". */
  readonly buys: string;
  /** What may follow a firm that was bought whole. */
  readonly afterDeal: string;
  /** Between the firm and its owner, who holds a share: "dont". */
  readonly ofWhich: string;
  readonly holds: string;
  /** "vendu": before "sa filiale", she is so no more. */
  readonly sold: string;
  /** "jusqu'en": what was so then is so no more. */
  readonly until: string;
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
    "(?:selon|pour|chez|avec|d'apres|d'|[aà]|au|contre|grace [aà]|outre|comme|face [aà]|face aux?|apres|avant|suivant)",
  rank: '(?:premiere?|ancien(?:ne)?|ex-?|nouveau|nouvelle|futur[e]?|actuel(?:le)?|co-?|vice-)',
  calling:
    '(?:ministre|maire|wali|depute[e]?|senat(?:eur|rice)|economiste|ingenieure?|avocate?|analyste|consultante?|ambassad(?:eur|rice)|commissaire|gouverneure?)',
  demonym:
    '(?:[a-z]+(?:aise?|oise?|ienn?e?|aine?|land|lande|gnole?|cain|caine)|belge|suisse|russe|turc|turque|grec|grecque|tcheque|slovaque|croate|serbe|allemande?|bulgare|arabe|corse)',
  relation:
    '(?:femme|epouse|mari|epoux|compagn(?:e|on)|fils|fille|frere|soeur|pere|mere|oncle|neveu|niece|cousine?|conseill(?:er|ere)|avocate?|' +
    'adjointe?|assistante?|bras droit|proche|amie?|collaborat(?:eur|rice)|cabinet|porte-parole|predecesseure?|successeure?|rivale?|' +
    'adversaire|remplacante?|suppleante?|candidate?|secretaire|chauffeur|garde du corps|numero deux)',
  title:
    '(?:(?:ancien(?:ne)?|ex-?|nouveau|nouvelle|futur[e]?|actuel(?:le)?|co-?|vice-) ?)?' +
    "(?:president[e]?(?:[- ]directeur general|[- ]directrice generale| du directoire| du conseil d'administration| du conseil de surveillance| delegue[e]?| executi(?:f|ve)| fondat(?:eur|rice))?|" +
    'p\\.?-?d\\.?-?g\\.?|dg|drh|' +
    "direct(?:eur|rice)(?: (?:general|executif|executive|financier|financiere|marketing|technique|commercial|regional|national|adjoint|delegue|operationnel|associe|central|pays|artistique|scientifique)[e]?)*(?: (?:du|des|de la|de l'|de) [a-z]+(?: [a-z]+)?(?= (?:de|du|d'|chez|des)))?|" +
    "secretaire general[e]?|secretaire d'etat|gerant[e]?|(?:co)?-?fondat(?:eur|rice)|vice-president[e]?|administrat(?:eur|rice)(?: delegue[e]?)?|" +
    'patron(?:ne)?|(?:premiere? )?ministre(?: deleguee?)?|gouverneur[e]?|maire|wali|porte-parole|responsable|chef(?:fe)?|associe[e]?(?: gerant[e]?)?|' +
    'country manager|manager|ceo|rect(?:eur|rice)|doyen(?:ne)?|presidente?|tresorier|tresoriere|proprietaire|actionnaire principal|' +
    'redact(?:eur|rice) en chef|commissaire|ambassad(?:eur|rice)|depute[e]?|senat(?:eur|rice)|economiste|ingenieure?|avocate?|analyste|consultante?)',
  of: "(?:de la|de l'|du|des|d'|de|chez|au sein de|[aà] la tete de)",
  appointed:
    "(?:(?:est|a ete|vient d'etre|etait|devient|est devenue?|fut|sera)(?: (?:nommee?|designee?|elue?|promue?))?(?: (?:le|la|l'|au poste de|comme|en tant que))?|(?:nommee?|designee?|elue?|promue?)(?: (?:au poste de|comme|en tant que))?)",
  heldThen: '(?:etait|fut|sera)',
  names: '(?:a nomme|nomme|a designe|designe|a promu|a choisi|a elu)',
  leads:
    "(?:dirige|preside|pilote|a fonde|a cofonde|a cree|(?:prend|a pris|est(?: nommee?)? [aà]|a ete nommee? [aà]) (?:la tete|la direction|les renes|la presidence) (?:de|du|d'))",
  ledBy: '(?:(?:(?:co)?fonde|dirige|preside|pilote|cree)e?[^,;:.()]{0,30}? par|que (?:dirige|preside))',
  succeeds:
    '(?:a succede|succede|a remplace|remplace|prend la suite|a pris la succession|prend la succession)(?: (?:[aà]|de))?',
  subsidiary: '(?:filiale|branche|division|propriete|marque|antenne|(?<=une des (?:[a-z]+ )?)filiales)',
  former: '(?:ancien(?:ne)?|ex-?|future?)',
  doubt:
    '(?:anciennement|autrefois|jadis|naguere|bientot|peut-etre|non|pas|plus|jamais|presque|futures?|ex|anciennes?|longtemps|' +
    'potentielle|eventuelle|pretendue|supposee|possible)',
  owner: '(?:maison[- ]mere|societe[- ]mere|proprietaire|actionnaire (?:majoritaire|unique))',
  passive: "(?:est|a ete|vient d'etre|fut|reste),?(?: desormais| aujourd'hui| recemment)?",
  ownedBy:
    '(?:(?:detenue?|rachetee?|acquise?|controlee?|absorbee?|reprise?)[^,;:.()]{0,40}? par|' +
    "appart(?:ient|enant)(?: (?:desormais|toujours|aujourd'hui))? (?:[aà]|au)|(?:re)?(?:vendu|cede)e?(?: en [0-9]{4})? (?:[aà]|au)|" +
    "(?:passee?|tombee?)(?: en [0-9]{4})? (?:sous le controle|dans le giron|aux mains) (?:de|du|d'))",
  lapsed: '(?:a ete|fut) (?:detenue?|controlee?)',
  buys:
    '(?:a rachete|rachete|rachetait|a acquis|acquiert|a absorbe|absorbe|controle|detient [aà] 100 ?%|' +
    "(?:a mis|met) la main sur|s'est offert|(?:a fait l'acquisition|a pris le controle|" +
    "a (?:boucle|finalise|acheve) (?:le rachat|l'acquisition)) (?:de|du|d'))",
  afterDeal: '(?! (?:actions|parts))',
  ofWhich: '(?:dont)',
  holds: '(?:detient|possede|controle)',
  sold: "(?:vendu|cede|s'est separee? de|s'est defaite? de)",
  until: "(?:jusqu')",
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
  rank: '(?:prime|foreign|finance|former|new|then|acting|deputy|co-?|vice|incoming|outgoing|interim|group|executive|senior|founding|first)',
  calling: '(?:minister|mayor|economist|analyst|ambassador|governor|commissioner|secretary)',
  demonym: '(?:[a-z]+(?:ish|ese))',
  relation:
    '(?:wife|husband|son|daughter|brother|sister|father|mother|partner|lawyer|attorney|advis[eo]r|aide|assistant|deputy|ally|friend|' +
    'predecessor|successor|rival|opponent|spokes(?:man|woman|person)|secretary|candidate|bodyguard|chief of staff)',
  title:
    '(?:(?:former|new|then|acting|deputy|co-?|vice|incoming|outgoing|interim|group|executive|senior|founding|first) ?){0,2}' +
    '(?:chief (?:executive|financial|operating|technology|marketing|information|commercial|product|scientific|medical|data)(?: officer)?|' +
    'ceo|cfo|coo|cto|chair(?:man|woman|person)?(?: and (?:ceo|chief executive))?|president(?: and (?:ceo|chief executive))?|vice[- ]president|' +
    '(?:co-?)?founder(?: and (?:ceo|chief executive))?|managing director|director(?: general)?|general manager|country manager|head|(?:prime |foreign |finance )?minister|' +
    'secretary[- ]general|secretary|spokes(?:man|woman|person)|governor|mayor|partner|owner|editor(?:[- ]in[- ]chief)?|commissioner|ambassador|' +
    'rector|dean|boss|treasurer|economist|analyst)',
  of: '(?:of the|of|at the|at|for the|for)',
  appointed:
    '(?:(?:is|was|has been|had been|became|becomes|will be)(?: (?:appointed|named|elected))?(?: (?:as|the|to be))*|(?:appointed|named|elected)(?: as)?)',
  heldThen: '(?:was|had been|will be)',
  names: '(?:has named|named|names|has appointed|appointed|appoints|promoted|elected)',
  leads:
    '(?:runs|leads|heads|chairs|has led|has run|has headed|has chaired|founded|co-founded|cofounded|took over as head of)',
  ledBy: '(?:(?:led|headed|run|chaired|founded|co-founded|created)[^,;:.()]{0,30}? by)',
  succeeds: '(?:succeeds|succeeded|has succeeded|replaces|replaced|has replaced)',
  subsidiary: '(?:subsidiary|unit|arm|division|part|brand|branch|(?<=one of the (?:[a-z]+ )?)subsidiaries)',
  former: '(?:former|ex-?|future|onetime)',
  doubt:
    '(?:not|never|no longer|once|formerly|previously|soon|former|future|possible|potential|would-be|almost|nearly|then|alleged)',
  owner: '(?:parent(?: company| group| firm)?|owner|majority shareholder)',
  passive: '(?:is|was|has been|has just been|remains|now|wholly)(?: (?:now|recently|wholly|majority|fully))?',
  ownedBy: '(?:(?:owned|acquired|bought|controlled|taken over)[^,;:.()]{0,30}? by|belong(?:s|ing) to)',
  lapsed: '(?:was|were|has been|had been)(?: [a-z]+)? (?:owned|controlled)',
  buys:
    '(?:acquires|acquired|has acquired|buys|bought|has bought|took over|takes over|took control of|owns|' +
    '(?:has )?completed (?:its|the) (?:acquisition|purchase|takeover) of)',
  afterDeal:
    '(?=$|[,.;:)"]| (?:in|for|from|since|until|between|at|on|last|this|after|before|and|as|through|via|during|when|which|who|that|under|by|with|earlier|outright)\\b)',
  ofWhich: '(?:of which|in which)',
  holds: '(?:owns|holds|controls)',
  sold: '(?:sold|divested|spun off|disposed of)',
  until: '(?:until|till) ',
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
  rank: '(?:primera?|antigu[oa]|ex-?|nuev[oa]|actual|futur[oa]|co-?|vice)',
  calling: '(?:ministr[oa]|alcalde(?:sa)?|gobernador[a]?|economista|analista|comisari[oa]|embajador[a]?)',
  demonym:
    '(?:[a-z]+(?:es|esa|ano|ana|ense|eno|ena|ol|ola)|ruso|rusa|turco|turca|griego|griega|belga|suizo|suiza|marroqui)',
  relation:
    '(?:mujer|espos[oa]|marido|hij[oa]|herman[oa]|padre|madre|abogad[oa]|asesor[a]?|adjunt[oa]|asistente|mano derecha|amig[oa]|' +
    'predecesor[a]?|sucesor[a]?|rival|portavoz|secretari[oa]|candidat[oa]|gabinete)',
  title:
    '(?:(?:antigu[oa]|ex-?|nuev[oa]|actual|futur[oa]|co-?|vice) ?)?' +
    '(?:president[ea](?: ejecutiv[oa])?|director[a]?(?: (?:general|ejecutiv[oa]|financier[oa]|comercial|tecnic[oa]|regional|adjunt[oa]|de marketing))*|' +
    'consejer[oa] delegad[oa]|(?:co)?fundador[a]?|vicepresident[ea]|secretari[oa] general|secretari[oa] de estado|gerente|jef[ea]|(?:primer[a]? )?ministr[oa]|' +
    'gobernador[a]?|alcalde(?:sa)?|portavoz|responsable|soci[oa](?: director[a]?)?|ceo|rector[a]?|propietari[oa]|duen[oa]|economista|analista|' +
    'comisari[oa]|embajador[a]?|exdirector[a]?(?: general)?|expresident[ea])',
  of: '(?:de la|de los|de las|de|del|en)',
  appointed:
    '(?:(?:es|fue|ha sido|era|sera)(?: (?:nombrad[oa]|elegid[oa]|designad[oa]))?(?: (?:como|el|la))?|(?:nombrad[oa]|elegid[oa]|designad[oa])(?: como)?)',
  heldThen: '(?:era|fue|sera)',
  names: '(?:nombro|nombra|ha nombrado|designo|ha designado|eligio|ha elegido) a',
  leads:
    '(?:dirige|preside|encabeza|lidera|fundo|ha fundado|cofundo|(?:asume|asumio|ha asumido) la (?:presidencia|direccion) (?:de|del))',
  ledBy: '(?:(?:dirigid|presidid|fundad|cofundad|liderad|encabezad)[oa][^,;:.()]{0,30}? por)',
  succeeds: '(?:sucede|sucedio|ha sucedido|sustituye|sustituyo|reemplaza|reemplazo)(?: a)?',
  subsidiary: '(?:filial|division|rama|propiedad|marca|(?<=una de las (?:[a-z]+ )?)filiales)',
  former: '(?:antigu[oa]|ex-?|futur[oa])',
  doubt:
    '(?:no|ya|nunca|antes|antiguamente|anteriormente|pronto|futura|antigua|posible|supuesta|presunta|casi)',
  owner:
    '(?:(?:empresa |sociedad |compania |casa )?matriz|propietari[oa]|duen[oa]|accionista mayoritari[oa])',
  passive: '(?:es|fue|ha sido|acaba de ser)(?: ahora)?',
  ownedBy:
    '(?:(?:adquirid[oa]|comprad[oa]|controlad[oa]|participad[oa]|absorbid[oa])[^,;:.()]{0,40}? por|' +
    'pertenec(?:e|iente) (?:a|al)|vendid[oa](?: en [0-9]{4})? (?:a|al))',
  lapsed: '(?:fue|ha sido) (?:controlad[oa]|participad[oa])',
  buys:
    '(?:(?:compro|compra|ha comprado|adquirio|adquiere|ha adquirido|absorbio|ha absorbido)(?: a)?|controla|' +
    'se hizo con|se ha hecho con)',
  afterDeal: '(?! (?:acciones|participaciones|su|sus|una?|el|la|los|las)\\b)',
  ofWhich: '(?:(?:de la|del) (?:que|cual))',
  holds: '(?:posee|tiene|controla)',
  sold: '(?:vendio|vendido|cedio|cedido|se deshizo de)',
  until: '(?:hasta) ',
};

/** The words of a language, or of all three where it is another or not known. */
export function factWordsOf(language: string): readonly FactWords[] {
  if (language === 'fr') return [french];
  if (language === 'en') return [english];
  if (language === 'es') return [spanish];
  return [french, english, spanish];
}
