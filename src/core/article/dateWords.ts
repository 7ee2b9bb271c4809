/**
 * Month and weekday names as data: core must read the same dates on every machine, whatever its locale data.
 * Folded as `foldWord` folds: lower case, no diacritics, no full stop. From the Unicode CLDR month names of the languages
 * named below, with the Maghreb and Levant names of Arabic and common abbreviations added by hand.
 */

/** Letters in lower case without diacritics: the form in which words of the tables are looked up. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  return /^[a-z]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{Mn}|[.ـ]/gu, '');
}

/** January first. en fr es pt de it ca nl da sv nb pl cs ro hu fi tr id et lt ru uk el, then Arabic, Persian. */
const months: readonly string[] = [
  'january jan janvier janv jan enero ene janeiro januar jaenner janner gennaio gen gener januari styczen stycznia leden ledna ianuarie tammikuu tammikuuta ocak jaanuar sausis sausio январь янв января січня ιανουαριου ιαν يناير جانفي ینایر ژانویه',
  'february feb febr fevrier fevr fev febrero fevereiro februar feber febbraio febrer februari luty lutego unor unora februarie helmikuu helmikuuta subat veebruar vasaris vasario февраль февр февраля лютого φεβρουαριου φεβ فبراير فيفري شباط فوریه',
  'march mar mars marzo marco marz maerz marc maart mrt marts marzec marca brezen brezna martie marcius maaliskuu maaliskuuta mart maret mac kovas kovo март марта мар березня μαρτιου μαρ مارس اذار',
  'april apr avril avr abril abr aprile avr kwiecien kwietnia duben dubna aprilie aprilis huhtikuu huhtikuuta nisan aprill balandis balandzio апрель апр апреля квітня απριλιου απρ ابريل افريل نيسان اوریل',
  'may mai mayo maio maggio mag maig mei maj maja kveten kvetna majus toukokuu toukokuuta mayis mayıs geguze geguzes май маи мая травня μαιου μαι مايو ماي ايار مه',
  'june jun juin junio junho juni giugno giu juny czerwiec czerwca cerven cervna iunie iun junius kesakuu kesakuuta haziran juuni birzelis birzelio июнь июня июн червня ιουνιου ιουν يونيو جوان حزيران ژوین',
  'july jul juillet juil julio julho juli luglio lug juliol lipiec lipca cervenec cervence iulie iul julius heinakuu heinakuuta temmuz juuli liepa liepos июль июля июл липня ιουλιου ιουλ يوليو يوليوز جويلية تموز ژوییه',
  'august aug aout agosto ago agost augustus augusti sierpien sierpnia srpen srpna augusztus elokuu elokuuta agustos agustus ogos rugpjutis rugpjucio август авг августа серпня αυγουστου αυγ اغسطس غشت اوت اب',
  'september sep sept septembre septiembre setiembre setembro settembre set setembre wrzesien wrzesnia zari septembrie szeptember szept syyskuu syyskuuta eylul rugsejis rugsejo сентябрь сен сент сентября вересня σεπτεμβριου σεπ سبتمبر شتنبر ايلول سپتامبر',
  'october oct octobre octubre outubro out oktober okt ottobre ott pazdziernik pazdziernika rijen rijna octombrie lokakuu lokakuuta ekim oktoober oktober spalis spalio октябрь окт октября жовтня οκτωβριου οκτ اكتوبر اکتبر',
  'november nov novembre noviembre novembro novembre listopad listopada listopadu noiembrie marraskuu marraskuuta kasim kasım lapkritis lapkricio ноябрь ноя нояб ноября листопада νοεμβριου νοε نوفمبر نونبر نوامبر',
  'december dec decembre diciembre dic dezembro dez dezember dicembre desembre desember grudzien grudnia prosinec prosince decembrie joulukuu joulukuuta aralik aralık detsember disember gruodis gruodzio декабрь дек декабря грудня δεκεμβριου δεκ ديسمبر دجنبر دسامبر',
];

/** Sunday first. Abbreviations of two letters are left out: most of them are words as well. */
const weekdays: readonly string[] = [
  'sunday sun dimanche dim domingo dom sonntag domenica diumenge zondag sondag søndag niedziela nedele duminica vasarnap sunnuntai pazar minggu воскресенье неділя κυριακη الاحد',
  'monday mon lundi lun lunes segunda montag lunedi dilluns maandag mandag poniedziałek pondeli luni hetfo maanantai pazartesi senin понедельник понеділок δευτερα الاثنين',
  'tuesday tue tues mardi martes terca dienstag martedi dimarts dinsdag tisdag tirsdag wtorek utery marti kedd tiistai salı selasa вторник вівторок τριτη الثلاثاء',
  'wednesday wed mercredi mer miercoles quarta mittwoch mercoledi dimecres woensdag onsdag sroda streda miercuri szerda keskiviikko carsamba rabu среда середа τεταρτη الاربعاء',
  'thursday thu thur thurs jeudi jeu jueves quinta donnerstag giovedi dijous donderdag torsdag czwartek ctvrtek joi csutortok torstai persembe kamis четверг четвер πεμπτη الخميس',
  'friday fri vendredi ven viernes sexta freitag venerdi divendres vrijdag fredag piatek patek vineri pentek perjantai cuma jumat пятница παρασκευη الجمعة',
  'saturday sat samedi sam sabado samstag sonnabend sabato dissabte zaterdag lordag lørdag sobota sambata szombat lauantai cumartesi sabtu суббота субота σαββατο السبت',
];

/** Levant months of two words: the second one tells which. */
const twoWordMonths: ReadonlyMap<string, number> = new Map([
  ['كانون الثاني', 1],
  ['تشرين الاول', 10],
  ['تشرين الثاني', 11],
  ['كانون الاول', 12],
]);

const indexWords = (rows: readonly string[], base: number): ReadonlyMap<string, number> =>
  new Map(rows.flatMap((row, i) => row.split(' ').map((word) => [word, i + base] as const)));

const monthByWord = indexWords(months, 1);
const weekdayByWord = indexWords(weekdays, 0);

/** Words that are months only after a day: before one they are an ordinary word of another language. */
const neverBeforeDay: ReadonlySet<string> = new Set(['out', 'set', 'mac', 'ago', 'mart', 'marca', 'mag']);

/** 1 to 12, or undefined when the word, or the pair of words, names no month. */
export function monthOf(word: string): number | undefined {
  const folded = foldWord(word);
  return monthByWord.get(folded) ?? twoWordMonths.get(folded.replace(/\s+/g, ' '));
}

/** Like `monthOf`, for a word that stands before its day (`May 5`). */
export function monthBeforeDayOf(word: string): number | undefined {
  return neverBeforeDay.has(foldWord(word)) ? undefined : monthOf(word);
}

/** 0 (Sunday) to 6, or undefined. */
export function weekdayOf(word: string): number | undefined {
  return weekdayByWord.get(foldWord(word));
}
