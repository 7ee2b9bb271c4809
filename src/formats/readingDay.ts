/**
 * The day to date readings with, `YYYY-MM-DD`: tomorrow in UTC, which is the latest "today" anywhere on Earth, so that an
 * article of this morning from Auckland is not from the future.
 */
export function readingDay(now: number = Date.now()): string {
  return new Date(now + 86_400_000).toISOString().slice(0, 10);
}
