type Attributes = Readonly<Record<string, string>>;

const maxLabel = 80;

/** The labels of a page's elements: `div.teaser-list.wide#more`, in lower case. A page repeats few of them many times. */
export class ElementLabels {
  private readonly known = new Map<string, string>();
  private readonly knownInWords = new Map<string, string>();

  plain(name: string, attributes: Attributes): string {
    return remembered(this.known, name, attributes, (names) => names);
  }

  /** The same, with `relatedPosts` as two words. */
  inWords(name: string, attributes: Attributes): string {
    return remembered(this.knownInWords, name, attributes, (names) =>
      names.replace(/(?<=[a-z])(?=[A-Z][a-z])/g, '-'),
    );
  }
}

function remembered(
  known: Map<string, string>,
  name: string,
  { class: classes = '', id = '' }: Attributes,
  spell: (names: string) => string,
): string {
  if (classes === '' && id === '') return name;
  const key = `${name} ${classes}#${id}`;
  const label = known.get(key) ?? labelOf(name, spell(classes), spell(id));
  known.set(key, label);
  return label;
}

function labelOf(name: string, classes: string, id: string): string {
  const label =
    [name, ...classes.trim().split(/\s+/).filter(Boolean)].join('.') + (id === '' ? '' : `#${id}`);
  return label.slice(0, maxLabel).toLowerCase();
}
