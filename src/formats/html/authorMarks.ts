type Attributes = Readonly<Record<string, string>>;

const wordsOf = (list: string): string => list.trim().split(/\s+/).join('|');

/** Words of class names, ids and test ids that mark who signed; each a piece of a regular expression. */
const authorWords = wordsOf(`
authors? author-?names? bylines? by-?line-?names? auteurs? autor autore autores autorin autoren writers? reporters?
journalists? journalistes? verfasser redakteur redacteur contributors? signature poster(?!\\S) full-?name
`);

/** Classes that designers name after no thing but the author. */
const authorClass =
  /(?:^|[\s_-])(?:authors?|byline|auteurs?|autor(?:es)?|writer|author-?name|byline-?name)(?:$|[\s_-]|name)/;

const authorMark = new RegExp(`(?:^|[\\s_-])(?:${authorWords})(?:$|[\\s_-]|name)`);

/** Tells fast that an element has none of these marks, as most have: it starts like one of their words. */
const anyAuthorMark = /aut|by|writ|report|journal|verf|red|contrib|signa|poster|full/i;

/** Sections of a site that hold a page of each author, before the author's own part of the path. */
const authorPath = new RegExp(
  `/(?:${wordsOf(`
authors? auteurs? autor autore autori autores autoren autorin writers? reporters? journalists? journalistes? staff people
contributors? columnists? team redaktion redaccion redacteurs? profiles? profil por by
`)})/[^\\d/?#][^/?#]{2,}/?(?:[?#]|$)`,
  'i',
);

/** "documentAuthor" and "AuthorNameLink" have words of their own. */
const spell = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

/** The source that an element's marks are for the name in it; undefined where nothing says that it names an author. */
export function authorSource(name: string, attributes: Attributes): string | undefined {
  const { class: classes = '', rel = '', id = '' } = attributes;
  if (rel !== '' && /(?:^|\s)author(?:\s|$)/i.test(rel)) return 'relAuthor';
  const marks = `${classes} ${id} ${attributes['data-testid'] ?? ''} ${attributes['data-component'] ?? ''}`;
  if (anyAuthorMark.test(marks)) {
    if (authorClass.test(classes.toLowerCase())) return 'authorClass';
    if (authorMark.test(spell(marks))) return 'authorMark';
  }
  if (name === 'a' && authorPath.test(attributes['href'] ?? '')) return 'authorLink';
  return name === 'address' ? 'address' : undefined;
}

/** `<meta name="twitter:label1" content="Written by">`: the meaning of `twitter:data1`. */
const cardLabel = /^twitter:(label|data)(\d)$/;
const authorLabel =
  /^(?:written by|by|authors?|verfasst von|geschrieben von|von|écrit par|auteure?|par|autore?|escrito por|por|scritto da|geschreven door|skrevet av)\s*:?$/i;

/** The author as a page states it on its card for social networks: a label, and the value of the same number. */
export class CardAuthor {
  private readonly numbers = new Set<string>();

  read(attributes: Attributes): string | undefined {
    const key = cardLabel.exec((attributes['name'] ?? attributes['property'] ?? '').toLowerCase());
    const content = attributes['content']?.trim() ?? '';
    if (!key) return undefined;
    const [, part, number = ''] = key;
    if (part === 'data') return this.numbers.has(number) ? content : undefined;
    if (authorLabel.test(content)) this.numbers.add(number);
    return undefined;
  }
}
