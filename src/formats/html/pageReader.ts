import type { MarkupBlock, MarkupElement, MarkupFact, Span } from '../../core/index.ts';
import { authorSource, CardAuthor } from './authorMarks.ts';
import { ElementLabels } from './elementLabels.ts';
import { ElementTable, roleOf, type TableEntry } from './elementTable.ts';
import { apartTags, blockTags, emphasisTags, skippedTags, voidTags } from './elements.ts';
import { InlineSpans } from './inlineSpans.ts';
import { metaFact, type FactField } from './metaFields.ts';

type Attributes = Readonly<Record<string, string>>;

interface OpenElement extends TableEntry {
  readonly name: string;
  /** As in `MarkupBlock.path`. */
  readonly label: string;
  /** Whether it is one of `Markup.elements`: a block element, or one of the page's own making. */
  readonly isBlock: boolean;
  /** Whether its text, and that of all within, is left out. */
  readonly isSkipped: boolean;
  /** Whether blanks and line breaks stand as they are written. */
  readonly isVerbatim: boolean;
  /** Numbers of the innermost link and of the innermost emphasis around, itself included; 0 for none. */
  readonly link: number;
  readonly emphasis: number;
}

/** A fact whose value is the text of an element that is still open. */
interface OpenFact {
  readonly field: FactField;
  readonly source: string;
  /** Number of open elements when it began. */
  readonly depth: number;
  value: string;
}

const maxDepth = 120;
const maxFact = 400;
/** Characters of text from a headline to the end of what belongs to it. */
const headlineReach = 1200;

/**
 * Takes the events of an HTML parser and makes the text dump of the page, its blocks and the facts of its markup. Elements
 * that are not closed are closed by their parents; nesting deeper than `maxDepth` is flattened.
 */
export class PageReader {
  readonly facts: MarkupFact[] = [];
  readonly blocks: MarkupBlock[] = [];
  readonly scripts: string[] = [];
  private readonly table = new ElementTable();
  private readonly inLinks = new InlineSpans();
  private readonly inEmphasis = new InlineSpans();
  private opened = 0;
  private readonly stack: OpenElement[] = [];
  private readonly openFacts: OpenFact[] = [];
  private readonly parts: string[] = [];
  private length = 0;
  /** What is read of a line, and the blanks after it apart: a line of many pieces is never read again as a whole. */
  private line = '';
  private blanks = '';
  private linkLength = 0;
  private needsBlank = false;
  private script: string | undefined;
  private titleTag: string | undefined;
  private path: readonly string[] | undefined;
  private hasH1 = false;
  /** Where the text of the latest headline began. */
  private headlineAt: number | undefined;
  private readonly card = new CardAuthor();
  private readonly labels = new ElementLabels();

  get text(): string {
    return this.parts.join('');
  }

  /** The elements that hold text, parents first. */
  get elements(): readonly MarkupElement[] {
    return this.table.elements;
  }

  get links(): readonly Span[] {
    return this.inLinks.spans;
  }

  get emphasis(): readonly Span[] {
    return this.inEmphasis.spans;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'script') this.script = isLinkedData(attributes) ? '' : undefined;
    if (name === 'title' && !this.isWithin('svg')) this.titleTag ??= '';
    if (name === 'br') {
      this.blanks = '\n';
      return;
    }
    if (blockTags.has(name)) this.leaveHead();
    this.readAttributes(name, attributes);
    if (voidTags.has(name)) {
      if (blockTags.has(name)) this.flush();
      return;
    }
    if (blockTags.has(name)) this.beginBlock(name);
    if (this.stack.length >= maxDepth) return;
    this.stack.push(this.elementOf(name, attributes));
    if (blockTags.has(name)) this.path = undefined;
    this.beginFact(name, attributes);
  }

  private elementOf(name: string, attributes: Attributes): OpenElement {
    const around = this.stack.at(-1);
    const isBlock = blockTags.has(name) || name.includes('-');
    this.opened++;
    return {
      name,
      isBlock,
      label: isBlock || name === 'span' || name === 'time' ? this.labels.plain(name, attributes) : name,
      names: isBlock ? this.labels.inWords(name, attributes) : '',
      role: isBlock ? roleOf(attributes) : '',
      index: -1,
      isVerbatim: (around?.isVerbatim ?? false) || name === 'pre',
      isSkipped: (around?.isSkipped ?? false) || skippedTags.has(name) || isHidden(attributes),
      link: name === 'a' ? this.opened : (around?.link ?? 0),
      emphasis: emphasisTags.has(name) ? this.opened : (around?.emphasis ?? 0),
    };
  }

  close(name: string): void {
    if (name === 'script' && this.script !== undefined) {
      this.scripts.push(this.script);
      this.script = undefined;
    }
    if (name === 'title' && this.titleTag !== undefined) this.endTitle();
    let at = this.stack.length - 1;
    while (at >= 0 && this.stack[at]?.name !== name) at -= 1;
    if (at < 0) return;
    if (blockTags.has(name)) {
      this.flush();
      if (apartTags.has(name)) this.needsBlank = true;
      this.path = undefined;
    }
    this.stack.length = at;
    this.endFacts();
  }

  characters(data: string): void {
    if (this.script !== undefined) {
      this.script += data;
      return;
    }
    if (this.titleTag !== undefined && this.stack.at(-1)?.name === 'title') this.titleTag += data;
    const top = this.stack.at(-1);
    if (top?.isSkipped) return;
    for (const fact of this.openFacts) if (fact.value.length < maxFact) fact.value += data;
    const text = top?.isVerbatim ? data : data.replace(/[ \t\n\r\f]+/g, ' ');
    const added = this.blanks !== '' || this.line === '' ? text.replace(/^ +/, '') : text;
    const words = added.trimEnd();
    if (words !== '') {
      const from = this.line.length + this.blanks.length;
      this.inLinks.note(top?.link ?? 0, from, from + words.length);
      this.inEmphasis.note(top?.emphasis ?? 0, from, from + words.length);
      this.line += this.blanks + words;
      this.blanks = '';
    }
    this.blanks += added.slice(words.length);
    if (top !== undefined && top.link > 0) this.linkLength += added.trim().length;
  }

  /** Closes what is still open. */
  end(): void {
    if (this.script !== undefined) this.scripts.push(this.script);
    if (this.titleTag !== undefined) this.endTitle();
    this.flush();
    this.stack.length = 0;
    this.endFacts();
  }

  /** A block element ends a head that was not closed. */
  private leaveHead(): void {
    const at = this.stack.findIndex((element) => element.name === 'head');
    if (at >= 0) this.stack.length = at;
  }

  private endTitle(): void {
    const title = collapse(this.titleTag ?? '');
    if (title !== '' && !this.facts.some((fact) => fact.source === 'titleTag'))
      this.add('title', 'titleTag', title);
    this.titleTag = undefined;
  }

  private isWithin(name: string): boolean {
    return this.stack.some((element) => element.name === name);
  }

  private beginBlock(name: string): void {
    this.flush();
    if (apartTags.has(name)) this.needsBlank = true;
  }

  private flush(): void {
    const text = this.line.trim();
    const indent = this.line.length - this.line.trimStart().length;
    const { linkLength } = this;
    this.line = '';
    this.blanks = '';
    this.linkLength = 0;
    if (text === '') {
      this.inLinks.drop();
      this.inEmphasis.drop();
      return;
    }
    if (this.length > 0) this.write(this.needsBlank ? '\n\n' : '\n');
    this.needsBlank = false;
    const start = this.length;
    this.write(text);
    this.inLinks.place(start - indent, start, this.length);
    this.inEmphasis.place(start - indent, start, this.length);
    this.path ??= this.stack.map((element) => element.label);
    this.blocks.push({
      start,
      end: this.length,
      path: this.path,
      linkLength: Math.min(linkLength, text.length),
      element: this.table.enter(this.stack.filter((element) => element.isBlock)),
    });
  }

  private write(text: string): void {
    this.parts.push(text);
    this.length += text.length;
  }

  private add(field: FactField, source: string, value: string): void {
    const trimmed = collapse(value);
    if (trimmed !== '' && trimmed.length <= maxFact) this.facts.push({ field, source, value: trimmed });
  }

  private readAttributes(name: string, attributes: Attributes): void {
    if (name === 'html' && attributes['lang'] !== undefined)
      this.add('language', 'htmlLang', attributes['lang']);
    if (name === 'link' && attributes['rel'] === 'canonical' && attributes['href'] !== undefined) return;
    if (name === 'meta') {
      const fact = metaFact(attributes);
      if (fact) this.add(fact.field, fact.source, fact.value);
      const author = this.card.read(attributes);
      if (author !== undefined) this.add('author', 'card', author);
      return;
    }
    const stamp = attributes['datetime'] ?? attributes['content'];
    const itemprop = (attributes['itemprop'] ?? '').toLowerCase();
    if (stamp !== undefined && /datepublished|datecreated/.test(itemprop))
      this.add('published', 'itemprop', stamp);
    else if (stamp !== undefined && itemprop.includes('datemodified'))
      this.add('modified', 'itemprop', stamp);
    else if (name === 'time' && stamp !== undefined) this.addTime(attributes, stamp);
  }

  private addTime(attributes: Attributes, stamp: string): void {
    const marks = `${attributes['class'] ?? ''} ${this.stack
      .slice(-3)
      .map((element) => element.label)
      .join(' ')}`.toLowerCase();
    if (/comment|related|teaser|recommend|sidebar|aside|widget/.test(marks))
      this.add('published', 'timeElsewhere', stamp);
    else if (/updat|modif/.test(marks) && attributes['pubdate'] === undefined)
      this.add('modified', 'time', stamp);
    else this.add('published', 'time', stamp);
  }

  private beginFact(name: string, attributes: Attributes): void {
    const fact = factOfElement(name, attributes, this.hasH1);
    if (!fact || this.stack.at(-1)?.isSkipped) return;
    if (fact.source === 'h1') this.hasH1 = true;
    if (name === 'h1' || fact.field === 'title') this.headlineAt = this.length;
    if (fact.field !== 'author') {
      this.openFacts.push({ ...fact, depth: this.stack.length, value: '' });
      return;
    }
    if (this.stack.some(({ label }) => ofOthers.test(label))) return;
    const source = this.isNearHeadline() ? fact.source : `${fact.source}Elsewhere`;
    this.openFacts.push({ ...fact, source, depth: this.stack.length, value: '' });
  }

  /** A byline stands near the headline; names far from it sign other articles, or comments. */
  private isNearHeadline(): boolean {
    return this.headlineAt !== undefined && this.length - this.headlineAt <= headlineReach;
  }

  private endFacts(): void {
    for (let i = this.openFacts.length - 1; i >= 0; i -= 1) {
      const fact = this.openFacts[i];
      if (!fact || fact.depth <= this.stack.length) continue;
      this.openFacts.splice(i, 1);
      this.add(fact.field, fact.source, fact.value);
    }
  }
}

const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();

const isLinkedData = (attributes: Attributes): boolean => /ld\+json/i.test(attributes['type'] ?? '');

const isHidden = (attributes: Attributes): boolean =>
  attributes['hidden'] !== undefined ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes['style'] ?? '');

/** What stands within is by readers, or about other articles. */
const ofOthers = /comment|kommentar|disqus|related|recommend/;

/** The statement that an element makes by its text. */
function factOfElement(
  name: string,
  attributes: Attributes,
  hasH1: boolean,
): { field: FactField; source: string } | undefined {
  const itemprop = attributes['itemprop']?.toLowerCase().split(/\s+/) ?? [];
  if (itemprop.includes('headline')) return { field: 'title', source: 'itemprop' };
  if (itemprop.includes('author') || itemprop.includes('creator'))
    return { field: 'author', source: 'itemprop' };
  if (
    itemprop.includes('datepublished') &&
    attributes['content'] === undefined &&
    attributes['datetime'] === undefined
  ) {
    return { field: 'published', source: 'itemprop' };
  }
  if (name === 'h1') return { field: 'title', source: hasH1 ? 'otherH1' : 'h1' };
  const source = authorSource(name, attributes);
  return source === undefined ? undefined : { field: 'author', source };
}
