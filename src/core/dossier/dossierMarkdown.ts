import { say, type CardLanguage } from '../card/messages.ts';
import { joinText } from '../card/cardLines.ts';
import { articleSource } from '../index/articleSource.ts';
import type { ArticleRow } from '../index/articleRow.ts';
import { encodePath } from '../text/encodePath.ts';
import { escapeInlineMarkdown as escape } from '../text/escapeMarkdown.ts';
import type { Dossier, SaidFact } from './dossier.ts';
import { englishDossierMessages, type DossierMessageId, type DossierMessages } from './messages.ts';

/** How a dossier is written. */
export interface DossierStyle {
  readonly card: CardLanguage;
  readonly messages: DossierMessages;
  /**
   * From where the document lies to the corpus root, with `/`: empty in the root itself, `/` for links that begin there. Undefined
   * when the articles lie in no files: then nothing is a link.
   */
  readonly base: string | undefined;
}

/** English words; `base` as in `DossierStyle`. */
export function englishDossierStyle(card: CardLanguage, base: string | undefined): DossierStyle {
  return { card, messages: englishDossierMessages, base };
}

/**
 * The dossier as Markdown that shows scraped text as it is: nothing in it can become markup or a link. Every fact, line and source
 * has a link to its line.
 */
export function dossierMarkdown(dossier: Dossier, style: DossierStyle): string {
  const writer = new DossierWriter(dossier, style);
  return `${writer.sections().join('\n\n')}\n`;
}

const isPartOfSentence = ({ fact, quote }: SaidFact): boolean =>
  fact.value.replace(/\s+/g, ' ').trim() !== quote;

class DossierWriter {
  private readonly dossier: Dossier;
  private readonly style: DossierStyle;

  constructor(dossier: Dossier, style: DossierStyle) {
    this.dossier = dossier;
    this.style = style;
  }

  sections(): string[] {
    return [
      ...this.head(),
      ...this.facts(),
      ...this.sentences(),
      ...this.names(),
      ...this.timeline(),
      ...this.companions(),
      ...this.concordance(),
      ...this.sources(),
    ];
  }

  private head(): string[] {
    const { card, corpus, filter } = this.dossier;
    const language = this.style.card;
    const type = say(language, ({ ORG: 'organization', PER: 'person', LOC: 'place' } as const)[card.type]);
    const counts = [
      type,
      say(language, 'articles', {}, card.articles),
      say(language, 'mentions', {}, card.mentions),
      this.say('corpus', { corpus: escape(corpus) }),
      ...(filter === '' ? [] : [this.say('filter', { filter: escape(filter) })]),
    ];
    return [`# ${escape(card.name)}`, counts.join(' · ')];
  }

  private facts(): string[] {
    const items = this.dossier.facts.filter(isPartOfSentence).map((said) => {
      const { fact, quote } = said;
      const words = fact.other ? `${escape(fact.value)} (${escape(fact.other.name)})` : escape(fact.value);
      const quoted = quote === undefined ? '' : `\n  > ${escape(quote)}\n`;
      return `- **${words}** — ${this.place(said)}${quoted}`;
    });
    return [this.heading('whatItIs'), items.length > 0 ? items.join('\n') : this.say('noFacts')];
  }

  /** The whole sentences that were kept because no part of them says what it is. */
  private sentences(): string[] {
    const whole = this.dossier.facts.filter((said) => !isPartOfSentence(said));
    if (whole.length === 0) return [];
    const items = whole.map((said) => `- ${escape(said.fact.value)} — ${this.place(said)}`);
    return [this.heading('saidOfIt'), items.join('\n')];
  }

  private place({ fact, line }: SaidFact): string {
    const link = this.link(fact.article, line, escape(fact.articleTitle));
    const when = fact.date === undefined ? this.say('noDate') : this.style.card.formatDate(fact.date);
    return `${link}, ${when}`;
  }

  private names(): string[] {
    const { aliases, joins } = this.dossier.card;
    const items = aliases.map((alias) => `- ${escape(alias)}`);
    const why = joins.flatMap((join) => {
      const text = joinText(join, this.style.card);
      return text === undefined ? [] : [`- *${escape(text)}*`];
    });
    const all = [...items, ...why];
    return [this.heading('names'), all.length > 0 ? all.join('\n') : this.say('onlyName')];
  }

  private timeline(): string[] {
    const { years, undatedArticles, first, last } = this.dossier.card;
    const language = this.style.card;
    const rows = years.map(({ year, articles }): [string, string] => [year, language.formatNumber(articles)]);
    if (undatedArticles > 0) rows.push([this.say('undated'), language.formatNumber(undatedArticles)]);
    const span =
      first === undefined || last === undefined
        ? this.say('noDates')
        : this.say('firstAndLast', { first: language.formatDate(first), last: language.formatDate(last) });
    return [this.heading('timeline'), span, table([this.say('year'), this.say('articles')], rows)];
  }

  private companions(): string[] {
    const { companions } = this.dossier;
    if (companions.length === 0) return [this.heading('namedWith'), this.say('nobody')];
    const language = this.style.card;
    const rows = companions.map(({ name, sentences, articles }) => [
      escape(name),
      language.formatNumber(sentences),
      language.formatNumber(articles),
    ]);
    const header = [this.say('name'), this.say('sentences'), this.say('articles')];
    return [this.heading('namedWith'), this.say('byChance'), table(header, rows)];
  }

  private concordance(): string[] {
    const { lines, card } = this.dossier;
    const items = lines.map(({ article, left, keyword, right, line }) => {
      const context = `${escape(left)}**${escape(keyword).trim()}**${escape(right)}`;
      return `- …${context.trim()}… — ${this.link(article.id, line, this.publisher(article))}`;
    });
    const shown = this.style.card.formatNumber(lines.length);
    return [this.heading('concordance'), this.say('someLines', { shown }, card.mentions), items.join('\n')];
  }

  private sources(): string[] {
    const { sources, card } = this.dossier;
    const items = sources.map(({ article, line }) => {
      const link = this.link(article.id, line, escape(article.title));
      return `- ${link} — ${this.publisher(article)} — ${escape(article.id)}`;
    });
    const shown = this.style.card.formatNumber(sources.length);
    return [this.heading('sources'), this.say('someArticles', { shown }, card.articles), items.join('\n')];
  }

  private publisher({ outlet, aggregator, date }: ArticleRow): string {
    const who = outlet ?? aggregator;
    const when = date === undefined ? this.say('noDate') : this.style.card.formatDate(date);
    return `${who === undefined ? this.say('noOutlet') : escape(who)}, ${when}`;
  }

  /** `text` is Markdown already. */
  private link(article: string, line: number, text: string): string {
    const { file } = articleSource(article);
    if (this.style.base === undefined) return text === '' ? escape(file) : text;
    return `[${text === '' ? escape(file) : text}](<${this.style.base}${encodePath(file)}#L${line}>)`;
  }

  private heading(id: DossierMessageId): string {
    return `## ${this.say(id)}`;
  }

  private say(id: DossierMessageId, values: Readonly<Record<string, string>> = {}, count = 0): string {
    const message = this.style.messages[id];
    const language = this.style.card;
    const template = typeof message === 'string' ? message : message[language.pluralOf(count)];
    return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
      name === 'count' ? language.formatNumber(count) : (values[name] ?? whole),
    );
  }
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = line(header.map((_, i) => (i === 0 ? '---' : '---:')));
  return [line(header), rule, ...rows.map(line)].join('\n');
}
