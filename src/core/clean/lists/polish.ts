import type { LanguageCues } from './cueList.ts';

export const polish: LanguageCues = {
  functionWords: `
      i w na z się nie do to że jest o od po a jak przez za co dla są ale tym jego który która które oraz był było była
      być ze tak też już tylko może jej ich czy lub aby przed we roku lat tego przy także by może można pod jako bardzo
      ma ten ta gdy tej jednak więc miał nad bez u kiedy nawet
  `,
  cues: {
    share: `udostępnij, drukuj, wyślij, poleć, podziel się, obserwuj nas, kopiuj link, polub, wydrukuj, dodaj do`,
    subscribe: `subskrybuj, prenumerata, newsletter, zapisz się, zarejestruj się, twój email, powiadomienia, rejestracja`,
    account: `zaloguj, zaloguj się, wyloguj, moje konto, hasło, konto, login, załóż konto`,
    navigation: `strona główna, menu, szukaj, wyszukaj, zamknij, wstecz, dalej, następny, poprzedni, do góry, wszystkie, więcej, kontakt, o nas, pomoc, archiwum, mapa serwisu, reklama, praca, ogłoszenia, pogoda, redakcja, serwisy, następna, poprzednia, powrót, program tv, forum`,
    relatedHeading: `czytaj także, czytaj też, zobacz także, zobacz też, zobacz również, przeczytaj także, podobne artykuły, powiązane artykuły, powiązane, najczęściej czytane, najpopularniejsze, popularne, najnowsze, ostatnie wiadomości, najnowsze wiadomości, polecamy, polecane, więcej na ten temat, inne artykuły, na ten temat, w tym temacie, pozostałe, warto przeczytać, nie przegap, najnowsze artykuły, gorące tematy`,
    legal: `polityka prywatności, regulamin, wszelkie prawa zastrzeżone, prawa zastrzeżone, cookies, pliki cookies, prywatność, prawa autorskie, zastrzeżone, warunki`,
    comments: `komentarz, komentarze, komentarzy, skomentuj, dodaj komentarz, odpowiedz, opinie, zgłoś, wasze komentarze, zgłoś nadużycie, dyskusja`,
    advertisement: `reklama, sponsorowane, artykuł sponsorowany, ogłoszenie, partner, partnerzy`,
    readMore: `czytaj więcej, czytaj dalej, więcej, kliknij, dowiedz się więcej, zobacz, czytaj, przeczytaj`,
    notice: `javascript, błąd, prosimy, dziękujemy, przeglądarka, ten artykuł, ta strona, zgłoś błąd`,
    byline: `autor, redakcja, pap, oprac, rozmawiał, rozmawiała, dziennikarz, źródło`,
    dateWord: `stycznia, lutego, marca, kwietnia, maja, czerwca, lipca, sierpnia, września, października, listopada, grudnia, poniedziałek, wtorek, środa, czwartek, piątek, sobota, niedziela, godz, temu, wczoraj, dzisiaj, dziś`,
    update: `opublikowano, aktualizacja, zaktualizowano, data publikacji, ostatnia aktualizacja`,
    credit: `fot, foto, zdjęcie, źródło, zdjęcia, archiwum`,
    media: `wideo, zdjęcia, galeria, posłuchaj, obejrzyj, filmy, film`,
    tags: `tagi, tematy, słowa kluczowe, kategorie, kategoria`,
    section: `wiadomości, polityka, gospodarka, biznes, sport, kultura, świat, kraj, społeczeństwo, nauka, technologia, zdrowie, opinie, rozrywka, motoryzacja, turystyka, edukacja, finanse, styl życia, regiony, historia, ludzie, dom, moto, piłka nożna, muzyka, książki, prawo, nieruchomości`,
    source: `źródło, źródła`,
  },
};
