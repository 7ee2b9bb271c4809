/**
 * Names that differ between French, English and Spanish, one thing a line, the French name first. Our own list. Left out is
 * what names two things ("Túnez" the country and the city, "Mexico", "Valence", "Granada", "Georgia", "Salvador", "Congo").
 */
export const placesInLanguages = `
Maroc|Morocco|Marruecos|Royaume du Maroc|Kingdom of Morocco|Reino de Marruecos
Algérie|Algeria|Argelia
Tunisie|Tunisia
Libye|Libya|Libia
Égypte|Egypt|Egipto
Mauritanie|Mauritania
Côte d’Ivoire|Ivory Coast|Costa de Marfil
Guinée|Guinea
Guinée équatoriale|Equatorial Guinea|Guinea Ecuatorial
Guinée-Bissau|Guinea-Bissau|Guinea-Bisáu
Gambie|Gambia
Sierra Leone|Sierra Leona
Cameroun|Cameroon|Camerún
République centrafricaine|Central African Republic|República Centroafricana|Centrafrique
Tchad|Chad
Afrique du Sud|South Africa|Sudáfrica
Kenya|Kenia
Éthiopie|Ethiopia|Etiopía
Tanzanie|Tanzania
Ouganda|Uganda
Rwanda|Ruanda
Comores|Comoros|Comoras
Djibouti|Yibuti
Somalie|Somalia
Soudan|Sudan|Sudán
Soudan du Sud|South Sudan|Sudán del Sur
Zambie|Zambia
Zimbabwe|Zimbabue
Namibie|Namibia
Cap-Vert|Cape Verde|Cabo Verde
Érythrée|Eritrea
Espagne|Spain|España
France|Francia
Italie|Italy|Italia
Allemagne|Germany|Alemania
Belgique|Belgium|Bélgica
Pays-Bas|Netherlands|Países Bajos
Luxembourg|Luxemburgo
Suisse|Switzerland|Suiza
Autriche|Austria
Royaume-Uni|United Kingdom|Reino Unido|UK
Grande-Bretagne|Great Britain|Gran Bretaña
Angleterre|England|Inglaterra
Écosse|Scotland|Escocia
Irlande|Ireland|Irlanda
Danemark|Denmark|Dinamarca
Suède|Sweden|Suecia
Norvège|Norway|Noruega
Finlande|Finland|Finlandia
Islande|Iceland|Islandia
Pologne|Poland|Polonia
Slovaquie|Slovakia|Eslovaquia
Hongrie|Hungary|Hungría
Roumanie|Romania|Rumanía|Rumania
Bulgarie|Bulgaria
Grèce|Greece|Grecia
Chypre|Cyprus|Chipre
Malte|Malta
Croatie|Croatia|Croacia
Slovénie|Slovenia|Eslovenia
Serbie|Serbia
Albanie|Albania
Monténégro|Montenegro
Estonie|Estonia
Lettonie|Latvia|Letonia
Lituanie|Lithuania|Lituania
Ukraine|Ucrania
Biélorussie|Belarus|Bielorrusia
Moldavie|Moldova|Moldavia
Russie|Russia|Rusia
Turquie|Turkey|Turquía|Türkiye
Arménie|Armenia
Azerbaïdjan|Azerbaijan|Azerbaiyán
Arabie saoudite|Saudi Arabia|Arabia Saudí|Arabia Saudita
Émirats arabes unis|United Arab Emirates|Emiratos Árabes Unidos|EAU|UAE
République démocratique du Congo|Democratic Republic of the Congo|Democratic Republic of Congo|República Democrática del Congo|RDC|DRC|RD Congo
République du Congo|Republic of the Congo|República del Congo|Congo-Brazzaville
Qatar|Catar
Koweït|Kuwait
Bahreïn|Bahrain|Baréin
Yémen|Yemen
Irak|Iraq
Jordanie|Jordania
Liban|Lebanon|Líbano
Syrie|Syria|Siria
Afghanistan|Afganistán
Inde|India
Chine|China
Japon|Japan|Japón
Corée du Sud|South Korea|Corea del Sur
Corée du Nord|North Korea|Corea del Norte
Singapour|Singapore|Singapur
Malaisie|Malaysia|Malasia
Indonésie|Indonesia
Thaïlande|Thailand|Tailandia
Cambodge|Cambodia|Camboya
Australie|Australia
Nouvelle-Zélande|New Zealand|Nueva Zelanda
États-Unis|United States|Estados Unidos|États-Unis d’Amérique|United States of America|USA|U.S.|EE. UU.|EEUU
Brésil|Brazil|Brasil
Argentine|Argentina
Chili|Chile
Pérou|Peru|Perú
Colombie|Colombia
Bolivie|Bolivia
Haïti|Haiti
République dominicaine|Dominican Republic|República Dominicana
Jamaïque|Jamaica
Afrique|Africa
Afrique du Nord|North Africa|Norte de África|África del Norte
Afrique de l’Ouest|West Africa|África Occidental
Europe|Europa
Asie|Asia
Amérique latine|Latin America|América Latina|Latinoamérica
Moyen-Orient|Middle East|Oriente Medio
Méditerranée|Mediterranean|Mediterráneo
Maghreb|Magreb
Sahara occidental|Western Sahara|Sáhara Occidental
Andalousie|Andalusia|Andalucía
Catalogne|Catalonia|Cataluña
Sicile|Sicily|Sicilia
Sardaigne|Sardinia|Cerdeña
Corse|Corsica|Córcega
Tanger|Tangier|Tánger|Tangiers
Tétouan|Tetouan|Tetuán
Marrakech|Marrakesh
Fès|Fez
Laâyoune|Laayoune|El Aaiún
Alger|Algiers|Argel
Bizerte|Bizerta
Le Caire|Cairo|El Cairo
Londres|London
Bruxelles|Brussels|Bruselas
Anvers|Antwerp|Amberes
Genève|Geneva|Ginebra
Bâle|Basel|Basilea
Gênes|Genoa|Génova
Rome|Roma
Venise|Venice|Venecia
Naples|Nápoles
Lisbonne|Lisbon|Lisboa
Barcelone|Barcelona
Séville|Seville|Sevilla
Saragosse|Zaragoza
Algésiras|Algeciras
Marseille|Marseilles|Marsella
Bordeaux|Burdeos
Hambourg|Hamburg|Hamburgo
Francfort|Frankfurt|Fráncfort
Varsovie|Warsaw|Varsovia
Prague|Praga
Copenhague|Copenhagen
Stockholm|Estocolmo
Édimbourg|Edinburgh|Edimburgo
Athènes|Athens|Atenas
Moscou|Moscow|Moscú
Pékin|Beijing|Pekín
Tokyo|Tokio
Séoul|Seoul|Seúl
New York|Nueva York
La Havane|Havana|La Habana
Beyrouth|Beirut
Damas|Damascus|Damasco
Bagdad|Baghdad
Téhéran|Tehran|Teherán
Jérusalem|Jerusalem|Jerusalén
Abou Dhabi|Abu Dhabi|Abu Dabi
Riyad|Riyadh|Riad
Addis-Abeba|Addis Ababa|Adís Abeba
`;

/** International bodies. Their acronyms are not here: the articles define them. */
export const bodiesInLanguages = `
Union européenne|European Union|Unión Europea
Commission européenne|European Commission|Comisión Europea
Parlement européen|European Parliament|Parlamento Europeo
Banque centrale européenne|European Central Bank|Banco Central Europeo
Banque européenne d’investissement|European Investment Bank|Banco Europeo de Inversiones
Banque mondiale|World Bank|Banco Mundial
Banque africaine de développement|African Development Bank|Banco Africano de Desarrollo
Fonds monétaire international|International Monetary Fund|Fondo Monetario Internacional
Nations unies|United Nations|Naciones Unidas
Organisation mondiale de la santé|World Health Organization|Organización Mundial de la Salud|World Health Organisation
Organisation mondiale du commerce|World Trade Organization|Organización Mundial del Comercio
Union africaine|African Union|Unión Africana
Ligue arabe|Arab League|Liga Árabe
`;
