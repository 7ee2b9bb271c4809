import type { PlainLanguage } from './plainDocuments.ts';
import { englishSentences } from './sentences.en.ts';
import { spanishSentences } from './sentences.es.ts';

export const english: PlainLanguage = {
  code: 'en',
  sentences: englishSentences,
  countries:
    'Nigeria|Kenya|Ghana|Uganda|India|Pakistan|Bangladesh|Sri Lanka|Nepal|China|Japan|South Korea|North Korea|Taiwan|Vietnam|Thailand|Malaysia|Singapore|Indonesia|the Philippines|Australia|New Zealand|South Africa|Zimbabwe|Zambia|Namibia|Botswana|Ethiopia|Somalia|Sudan|Egypt|Morocco|Algeria|Tunisia|Libya|Israel|Palestine|Lebanon|Syria|Iraq|Iran|Saudi Arabia|Kuwait|Qatar|Oman|Yemen|Turkey|Russia|Ukraine|Poland|Germany|France|Spain|Italy|Greece|Britain|the UK|the United Kingdom|Ireland|the United States|the US|the U.S.|Canada|Mexico|Brazil|Argentina|Chile|Peru|Colombia|Venezuela|Cuba|Haiti|Jamaica|Rwanda|Tanzania|Malawi|Mozambique|Senegal|Mali|Cameroon|Liberia|Sierra Leone|Afghanistan|Myanmar|Cambodia|Kazakhstan|Uzbekistan|Europe|Africa|Asia|Latin America|the Middle East|the Netherlands|Belgium|Sweden|Norway'
      .split('|')
      .map((name) => name.replace(/^the /, '')),
  regions:
    'Punjab|Gujarat|Kashmir|Assam|Kerala|Bihar|Sindh|Darfur|Tigray|Oromia|Gauteng|KwaZulu-Natal|Lagos State|Rivers State|Borno|Kaduna|Katanga|Kivu|Mindanao|Luzon|Java|Sumatra|Bali|Borneo|Queensland|Victoria|Tasmania|Hokkaido|Okinawa|Sichuan|Xinjiang|Tibet|Guangdong|Crimea|Siberia|Chechnya|Catalonia|Scotland|Wales|Yorkshire|California|Texas|Florida|Ohio|New Jersey|Ontario|Alberta|Quebec|Nova Scotia|Jalisco|Oaxaca|Chiapas|Bahia|Patagonia|Gaza|West Bank|Sinai|Anatolia|Bavaria|Sicily|South China Sea|Red Sea|Horn of Africa|Southeast Asia|Sub-Saharan Africa|Gulf of Guinea'.split(
      '|',
    ),
  demonyms:
    'Nigerian Kenyan Ghanaian Ugandan Indian Pakistani Bangladeshi Chinese Japanese Korean Vietnamese Thai Malaysian Indonesian Filipino Australian Zimbabwean Ethiopian Egyptian Moroccan Israeli Palestinian Lebanese Syrian Iraqi Iranian Saudi Turkish Russian Ukrainian Polish German French Spanish Italian Greek British Irish American Canadian Mexican Brazilian Argentine Cuban'.split(
      ' ',
    ),
  months: 'January February March April May June July August September October November December'.split(' '),
  days: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
};

export const spanish: PlainLanguage = {
  code: 'es',
  sentences: spanishSentences,
  countries:
    'España|Francia|Alemania|Italia|Portugal|Reino Unido|Estados Unidos|EE. UU.|México|Argentina|Chile|Perú|Colombia|Venezuela|Ecuador|Bolivia|Uruguay|Paraguay|Cuba|Panamá|Costa Rica|Guatemala|Honduras|Nicaragua|El Salvador|República Dominicana|Brasil|Marruecos|Argelia|Egipto|Rusia|Ucrania|Polonia|China|Japón|India|Corea del Sur|Israel|Irán|Irak|Siria|Turquía|Grecia|Bélgica|Países Bajos|Suiza|Suecia|Noruega|Canadá|Australia|Europa|América Latina|África|Asia|Sudáfrica|Filipinas|Inglaterra|Escocia|Irlanda|Austria|Hungría|Rumanía|Croacia'.split(
      '|',
    ),
  regions:
    'Andalucía|Aragón|Asturias|Canarias|Cantabria|Castilla y León|Castilla-La Mancha|Cataluña|Extremadura|Galicia|La Rioja|Navarra|País Vasco|Comunidad Valenciana|Baleares|Tenerife|Mallorca|Patagonia|Antioquia|Jalisco|Chiapas|Oaxaca|Nuevo León|Veracruz|Mediterráneo|Pirineos|Andes|California|Texas|Florida|Bretaña|Normandía|Lombardía|Sicilia|Baviera|Crimea|Caribe|Oriente Medio'.split(
      '|',
    ),
  demonyms:
    'española francesa alemana italiana británica estadounidense mexicana argentina chilena colombiana peruana venezolana china japonesa rusa europea'.split(
      ' ',
    ),
  months: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(
    ' ',
  ),
  days: 'lunes martes miércoles jueves viernes sábado domingo'.split(' '),
};
