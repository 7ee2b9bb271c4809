import type { Command } from 'commander';
import type { CorpusIndex, Filter } from '../core/index.ts';
import { findOutlet } from '../indexer/findOutlet.ts';
import { findEntity } from './findEntity.ts';
import { CliError, type CliIo } from './io.ts';

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

/** The filter that the options say; entity and outlet are looked up by their names. Throws a `CliError` where there is none. */
export async function filterOf(
  { index, io }: { readonly index: CorpusIndex; readonly io: CliIo },
  options: FilterOptions,
): Promise<Filter> {
  const entity = options.entity === undefined ? undefined : await findEntity(index, options.entity, io);
  const outlet = options.outlet === undefined ? undefined : await outletOf(index, options.outlet);
  return {
    ...(entity === undefined ? {} : { entities: [entity.id] }),
    ...(options.from === undefined ? {} : { from: options.from }),
    ...(options.to === undefined ? {} : { to: options.to }),
    ...(outlet === undefined ? {} : { outlets: [outlet] }),
    ...(options.words === undefined ? {} : { words: options.words }),
    ...(options.undated ? { isUndated: true } : {}),
    ...(options.once ? { copies: 'once' as const } : {}),
  };
}

async function outletOf(index: CorpusIndex, name: string): Promise<string> {
  const found = await findOutlet(index, name);
  if ('outlet' in found) return found.outlet;
  const hint = found.near.length > 0 ? ` Did you mean ${found.near.join(', ')}?` : '';
  throw new CliError(`No outlet of this corpus is called “${name}”.${hint}`);
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
