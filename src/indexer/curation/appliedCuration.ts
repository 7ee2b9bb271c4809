import { bearsOnText, emptyCuration, type Curation } from '../../core/index.ts';

/**
 * Which choices of the user an index has taken up. Between the two a change is being applied: an article may have been
 * analysed with an `unsettled` choice or without it.
 */
export interface AppliedCuration {
  /** Every article that these bear on was analysed with them. */
  readonly settled: Curation;
  readonly unsettled: Curation;
}

/** Of an index that was never told of a curation. */
const nothingApplied: AppliedCuration = { settled: emptyCuration, unsettled: emptyCuration };

/** What an index is to remember before anything is analysed with `wanted`. */
export function turnTo(applied: AppliedCuration, wanted: Curation): AppliedCuration {
  return {
    settled: {
      ...mapLists((list) => both(applied.settled[list], wanted[list])),
      ...(wanted.entities && { entities: wanted.entities }),
    },
    unsettled: {
      ...mapLists((list) => union(applied.unsettled[list], differing(applied.settled[list], wanted[list]))),
      entities: union(
        applied.unsettled.entities ?? [],
        differing(namesIn(applied.settled), namesIn(wanted)),
      ) as Curation['entities'] & {},
    },
  };
}

/** Whether no article is left to be looked at. */
export function isSettled({ unsettled }: AppliedCuration): boolean {
  return unsettled.passages.length + unsettled.dates.length + (unsettled.entities?.length ?? 0) === 0;
}

/** As an index keeps it. */
export function serializeApplied(applied: AppliedCuration): string {
  return JSON.stringify(applied);
}

/** What `serializeApplied` gave; nothing for `undefined`. */
export function parseApplied(text: string | undefined): AppliedCuration {
  return text === undefined ? nothingApplied : (JSON.parse(text) as AppliedCuration);
}

/** What is said of entities holds at once, but for what is a name in the articles. */
function namesIn({ entities = [] }: Curation): readonly unknown[] {
  return entities.filter(bearsOnText);
}

/** The lists whose choices bear on single articles. */
type ArticleList = 'passages' | 'dates';

function mapLists(of: (list: ArticleList) => readonly unknown[]): Curation {
  return { passages: of('passages'), dates: of('dates') } as Curation;
}

function both(a: readonly unknown[], b: readonly unknown[]): readonly unknown[] {
  const inB = keysOf(b);
  return a.filter((each) => inB.has(JSON.stringify(each)));
}

function differing(a: readonly unknown[], b: readonly unknown[]): readonly unknown[] {
  const [inA, inB] = [keysOf(a), keysOf(b)];
  return [
    ...a.filter((each) => !inB.has(JSON.stringify(each))),
    ...b.filter((each) => !inA.has(JSON.stringify(each))),
  ];
}

function union(a: readonly unknown[], b: readonly unknown[]): readonly unknown[] {
  const inA = keysOf(a);
  return [...a, ...b.filter((each) => !inA.has(JSON.stringify(each)))];
}

function keysOf(choices: readonly unknown[]): ReadonlySet<string> {
  return new Set(choices.map((each) => JSON.stringify(each)));
}
