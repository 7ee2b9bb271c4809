import type { Command } from 'commander';
import type { CorpusIndex, Filter } from '../core/index.ts';
import { findEntity } from './findEntity.ts';
import type { CliIo } from './io.ts';

/** What a command line says of the articles it wants. */
export interface FilterOptions {
  readonly entity?: string;
  readonly from?: string;
  readonly to?: string;
  readonly outlet?: string;
  readonly words?: string;
  readonly undated?: boolean;
  readonly once?: boolean;
}

export function filterOptions(command: Command): Command {
  return command
    .option('--entity <name>', 'only articles that name it')
    .option('--from <date>', 'YYYY, YYYY-MM or YYYY-MM-DD')
    .option('--to <date>', 'YYYY, YYYY-MM or YYYY-MM-DD, inclusive')
    .option('--outlet <name>', 'only of this outlet')
    .option('--words <query>', 'only with these words: a query as kwic takes it')
    .option('--undated', 'only without a publication date')
    .option('--once', 'of a text that was published more than once only its first version');
}

/** The filter that the options say; the entity is looked up by its name. */
export async function filterOf(
  { index, io }: { readonly index: CorpusIndex; readonly io: CliIo },
  options: FilterOptions,
): Promise<Filter> {
  const entity = options.entity === undefined ? undefined : await findEntity(index, options.entity, io);
  return {
    ...(entity === undefined ? {} : { entities: [entity.id] }),
    ...(options.from === undefined ? {} : { from: options.from }),
    ...(options.to === undefined ? {} : { to: options.to }),
    ...(options.outlet === undefined ? {} : { outlets: [options.outlet] }),
    ...(options.words === undefined ? {} : { words: options.words }),
    ...(options.undated ? { isUndated: true } : {}),
    ...(options.once ? { copies: 'once' as const } : {}),
  };
}

/** The filter as it was said, for people. */
export function filterInWords({ entity, from, to, outlet, words, undated, once }: FilterOptions): string {
  return [
    ...(entity === undefined ? [] : [entity]),
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(to === undefined ? [] : [`to ${to}`]),
    ...(outlet === undefined ? [] : [outlet]),
    ...(words === undefined ? [] : [`words: ${words}`]),
    ...(undated ? ['undated'] : []),
    ...(once ? ['copies counted once'] : []),
  ].join(' · ');
}
