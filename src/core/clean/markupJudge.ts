import type { ArticleRecord } from '../article/record.ts';
import type { Evidence } from '../evidence.ts';
import type { BoilerplateRule } from './evidence.ts';
import { explainSegments } from './explain.ts';
import type { Reason } from './explain.ts';
import { keepHead } from './keepers.ts';
import type { LineRepetition } from './lineSurvey.ts';
import { chanceOf, expectedCut } from './markupCut.ts';
import { explainByMarkup } from './markupExplain.ts';
import type { Furniture } from './markupFurniture.ts';
import { dropInvitations } from './markupInvitations.ts';
import { dropAboveTitle } from './markupLead.ts';
import { pageFeatureNames } from './markupModel.ts';
import type { PageModel } from './markupModel.ts';
import { dropPointers, markedPointer } from './markupPointers.ts';
import { readPage } from './markupPage.ts';
import type { PageReading } from './markupPage.ts';
import type { BoilerplateKind } from './passage.ts';
import type { Finding } from './passages.ts';
import { repetitionOdds } from './repetition.ts';
import type { Segment } from './segments.ts';
import { evaluateTrees } from './trees.ts';

const furnitureReasons: Readonly<Record<Furniture, readonly [BoilerplateKind, BoilerplateRule]>> = {
  navigation: ['navigation', 'pageNavigation'],
  footer: ['navigation', 'pageFooter'],
  form: ['notice', 'pageForm'],
  aside: ['teaser', 'pageAside'],
  related: ['crossLink', 'pageRelated'],
  share: ['share', 'pageShare'],
  comments: ['notice', 'pageComments'],
  tags: ['navigation', 'pageTags'],
};

/** How sure it is that what stands in an element of such a name is none of the article's. */
const furnitureChance = 0.97;

/**
 * What goes of a page, by segment: first what tags and names say is furniture, then what the trees say of the rest.
 * Undefined where the record has no markup that tells anything.
 */
export function judgePage(
  record: ArticleRecord,
  segments: readonly Segment[],
  model: PageModel | undefined,
  repetition?: LineRepetition,
): Map<number, Finding> | undefined {
  if (model === undefined || record.markup === undefined) return undefined;
  const page = readPage(record.text, record.markup, segments);
  if (page === undefined) return undefined;
  const found = new Map<number, Finding>();
  page.furniture.forEach((part, i) => {
    if (part === undefined) return;
    const [kind, rule] = furnitureReasons[part];
    found.set(i, { reason: { kind, rule }, confidence: furnitureChance });
  });
  const rest = repetition && pickRepetition(repetition, page.places);
  const odds = judgeRest(record.text, page, model, rest);
  const reasonFor = explain(record.text, page, odds, rest);
  page.places.forEach((place, i) => {
    if ((odds[i] ?? 0) > 0) found.set(place, { reason: reasonFor(i), confidence: chanceOf(odds[i] ?? 0) });
  });
  return found;
}

/** Log-odds of what is no furniture: above 0 it goes. */
function judgeRest(
  text: string,
  page: PageReading,
  model: PageModel,
  repetition: LineRepetition | undefined,
): Float32Array {
  const { measures, segments } = page;
  const width = pageFeatureNames.length;
  const odds = Float32Array.from(evaluateTrees(model.trees, page.rows, width, segments.length));
  if (repetition !== undefined) repetitionOdds(measures, repetition, odds);
  const cut = expectedCut(odds, measures.words);
  for (let i = 0; i < odds.length; i++) odds[i] = (odds[i] ?? 0) - cut;
  dropPointers(text, segments, measures, page.tree.linkShare, odds);
  dropInvitations(page.tree, odds);
  dropAboveTitle(measures, page.says.titleAt, odds);
  keepHead(text, segments, measures, page.text, odds);
  if (page.says.titleAt >= 0) odds[page.says.titleAt] = Math.min(odds[page.says.titleAt] ?? 0, -0.5);
  return odds;
}

function explain(
  text: string,
  page: PageReading,
  odds: Float32Array,
  repetition: LineRepetition | undefined,
): (i: number) => Reason {
  const { segments, measures } = page;
  const { groupArticles = 0, inGroup = [], inCorpus = [] } = repetition ?? {};
  const byText = explainSegments(text, { segments, measures, odds, groupArticles, inGroup, inCorpus });
  const byMarkup = explainByMarkup(page, odds);
  return (i) => {
    const reason = byText(i);
    if (!vagueRules.has(reason.rule)) return reason;
    const words = markedPointer(text, segments[i]!, page.tree.linkShare[i]!);
    if (words !== undefined) return { kind: 'crossLink', rule: 'pointsElsewhere', values: { words } };
    return byMarkup(i, reason) ?? reason;
  };
}

/** They say where a line stands, not what it is: the markup knows better. */
const vagueRules: ReadonlySet<Evidence['rule']> = new Set([
  'beforeArticle',
  'afterArticle',
  'unlikeArticle',
  'menu',
  'sectionName',
]);

function pickRepetition(repetition: LineRepetition, places: readonly number[]): LineRepetition {
  const pick = (counts: readonly number[]): number[] => places.map((i) => counts[i] ?? 0);
  return { ...repetition, inGroup: pick(repetition.inGroup), inCorpus: pick(repetition.inCorpus) };
}
