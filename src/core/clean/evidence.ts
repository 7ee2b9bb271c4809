import type { Boilerplate, BoilerplateKind } from './passage.ts';
import type { Evidence } from '../evidence.ts';

/** A sentence about a rule. `{name}` stands for a value; `one` is used where the first value that is a number is 1. */
export interface RuleSentence {
  readonly one?: string;
  readonly other: string;
}

/** Why a passage was taken for boilerplate, in English, by rule. Data, so that a view can put its own language there. */
export const boilerplateRules = {
  headlinesOnOneLine: { other: '{headlines} headlines on one line' },
  repeatedInOutlet: {
    one: 'also in another article of this outlet',
    other: 'also in {articles} other articles of this outlet',
  },
  repeatedInCorpus: {
    one: 'also in another article of the corpus',
    other: 'also in {articles} other articles of the corpus',
  },
  linksAfterHeading: { other: 'list of links after “{heading}”' },
  linkedHeadline: { other: 'headline of another article on a line of its own' },
  pointsElsewhere: { other: 'points to another article (“{words}”)' },
  shareButtons: { other: 'buttons to share or follow (“{words}”)' },
  menu: { one: 'an entry of a menu', other: '{lines} short lines of a menu' },
  legalWords: { other: 'legal notice (“{words}”)' },
  invitation: { other: 'invitation to subscribe or sign in (“{words}”)' },
  advertisement: { other: 'marks an advertisement (“{words}”)' },
  comments: { other: 'comments of readers (“{words}”)' },
  messageOfPage: { other: 'message of the page to its reader' },
  technicalLabel: { other: 'a label of the page’s software, not words' },
  sectionName: { other: 'name of a section' },
  beforeArticle: {
    one: 'a line before the article begins',
    other: '{lines} lines before the article begins',
  },
  afterArticle: { one: 'a line after the article’s end', other: '{lines} lines after the article’s end' },
  unlikeArticle: { other: 'reads unlike the article around it' },
  saidBefore: { other: 'the same paragraph stands further up on the page' },
  pageNavigation: { other: 'in the page’s navigation' },
  pageFooter: { other: 'in the page’s footer' },
  pageForm: { other: 'in a form or a search box of the page' },
  pageAside: { other: 'beside the article, not in it' },
  pageRelated: { other: 'in a box of other articles' },
  pageShare: { other: 'in a bar of share buttons' },
  pageComments: { other: 'in the readers’ comments' },
  pageTags: { other: 'in a list of tags' },
  linkList: { other: 'in a list of links' },
  namedAdvertisement: { other: 'in an element that the page calls an advertisement' },
  namedInvitation: { other: 'in an element that the page made for invitations or notices' },
  namedTeaser: { other: 'in an element that the page made for teasers' },
  pictureCaption: { other: 'the caption of a picture' },
  outsideArticle: { other: 'outside the block of the page that holds the article' },
  userChoice: { other: 'your own choice' },
} as const satisfies Readonly<Record<string, RuleSentence>>;

/** The rules of the finder; `Boilerplate.evidence.rule` is one. */
export type BoilerplateRule = keyof typeof boilerplateRules;

/** English names of the kinds. */
export const boilerplateKindNames: Readonly<Record<BoilerplateKind, string>> = {
  ticker: 'Ticker',
  navigation: 'Navigation',
  teaser: 'Teaser',
  share: 'Share bar',
  notice: 'Notice',
  crossLink: 'Cross link',
  sectionLabel: 'Section label',
  legal: 'Legal notice',
};

/** Why a passage was taken for boilerplate, in English: "Ticker: 48 headlines on one line". */
export function describeBoilerplate(passage: Pick<Boilerplate, 'kind' | 'evidence'>): string {
  return `${boilerplateKindNames[passage.kind]}: ${sentenceOf(passage.evidence)}`;
}

function sentenceOf({ rule, values = {} }: Evidence): string {
  const sentence: RuleSentence | undefined = (boilerplateRules as Readonly<Record<string, RuleSentence>>)[
    rule
  ];
  if (sentence === undefined) return rule;
  const counted = Object.values(values).find((value) => typeof value === 'number');
  const form = counted === 1 ? (sentence.one ?? sentence.other) : sentence.other;
  return form.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
