import { removeSpans, type Boilerplate } from '../../core/index.ts';

/**
 * Which of the passages of `before` are gone from `after`, which is `before` without some of them: VS Code tells that a
 * review was applied, not what was left in. Undefined when the texts differ in another way, too.
 */
export function passagesGone(
  before: string,
  after: string,
  passages: readonly Boilerplate[],
): readonly Boilerplate[] | undefined {
  let goneLength = 0;
  const gone = passages.filter(({ start, end }) => {
    const isThere = after.startsWith(before.slice(start, end), start - goneLength);
    if (!isThere) goneLength += end - start;
    return !isThere;
  });
  return removeSpans(before, gone).text === after ? gone : undefined;
}
