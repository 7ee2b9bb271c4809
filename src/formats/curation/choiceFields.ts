import {
  entityActions,
  type BoilerplateKind,
  type CurationProblem,
  type Evidence,
  type Span,
} from '../../core/index.ts';
import { problemAt, type RawChoice, type RawCuration, type RawValue } from './curationText.ts';

/** What a list of the curation file holds. */
export interface SectionShape {
  readonly name: 'passages' | 'dates' | 'entities' | 'searches';
  /** What a choice must say, and what it may. */
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly example: string;
}

/** What may be said of a passage. */
export const passageKinds: readonly ('article' | BoilerplateKind)[] = [
  'article',
  'ticker',
  'navigation',
  'teaser',
  'share',
  'notice',
  'crossLink',
  'sectionLabel',
  'legal',
];

export const passagesShape: SectionShape = {
  name: 'passages',
  required: ['text', 'is'],
  optional: ['outlet', 'article', 'lines', 'length', 'hash'],
  example: '{ text: "…", is: notice, outlet: "…" }',
};

export const datesShape: SectionShape = {
  name: 'dates',
  required: ['article', 'date'],
  optional: [],
  example: '{ article: "…", date: 2025-11-28 }',
};

export const entitiesShape: SectionShape = {
  name: 'entities',
  required: ['entity', 'type'],
  optional: entityActions,
  example: '{ entity: "…", type: ORG, rename: "…" }',
};

export const searchesShape: SectionShape = {
  name: 'searches',
  required: ['name', 'words'],
  optional: ['sort', 'outlet', 'language', 'year', 'entity'],
  example: '{ name: "…", words: "…" }',
};

export const sectionShapes: readonly SectionShape[] = [
  passagesShape,
  datesShape,
  entitiesShape,
  searchesShape,
];

/** The fields of one choice, asked one by one; what is wrong with them is collected. */
export class ChoiceFields {
  readonly problems: CurationProblem[] = [];
  private readonly raw: RawCuration;
  private readonly choice: RawChoice;
  private readonly values = new Map<string, RawValue>();

  constructor(raw: RawCuration, choice: RawChoice, shape: SectionShape) {
    this.raw = raw;
    this.choice = choice;
    if (!choice.fields) this.report(choice, { rule: 'notAChoice', values: { example: shape.example } });
    const keys = [...shape.required, ...shape.optional];
    for (const { name, key, value } of choice.fields ?? []) {
      if (!keys.includes(name)) {
        this.report(key, { rule: 'unknownKey', values: { name, keys: keys.join(', ') } });
      } else if (this.values.has(name)) this.report(key, { rule: 'repeatedKey', values: { name } });
      else this.values.set(name, value);
    }
    for (const name of choice.fields ? shape.required : []) {
      if (!this.values.has(name)) this.report(choice, { rule: 'missingKey', values: { name } });
    }
  }

  has(name: string): boolean {
    return this.values.has(name);
  }

  /** A text that may be empty; `undefined` when it is not there or is none. */
  text(name: string): string | undefined {
    const found = this.values.get(name);
    if (found && found.value === undefined) this.report(found, { rule: 'notText', values: { name } });
    return found?.value;
  }

  /** A text that says something. */
  words(name: string): string | undefined {
    const text = this.text(name);
    if (text === undefined || text.trim() !== '') return text;
    this.reportValue(name, { rule: 'emptyText', values: { name } });
    return undefined;
  }

  /** One of a few words. */
  oneOf<T extends string>(name: string, values: readonly T[]): T | undefined {
    const text = this.text(name);
    const value = values.find((each) => each === text);
    if (value === undefined && text !== undefined) {
      this.reportValue(name, {
        rule: 'unknownValue',
        values: { name, value: text, values: values.join(', ') },
      });
    }
    return value;
  }

  /** Says what is wrong with a field, at its value. */
  reportValue(name: string, evidence: Evidence): void {
    this.report(this.values.get(name) ?? this.choice, evidence);
  }

  private report(span: Span, evidence: Evidence): void {
    this.problems.push(problemAt(this.raw.lines, span, evidence));
  }
}
