import type { Filter } from '../../core/index.ts';

/** What is wrong with a question, or when to ask it again: for whoever asked it. */
export class ToolInputError extends Error {
  override readonly name = 'ToolInputError';
}

/** By name: a bundle of its own has a class of its own. */
export function isAskersFault(error: unknown): error is Error {
  return error instanceof RangeError || (error instanceof Error && error.name === 'ToolInputError');
}

export interface ToolInput {
  readonly query?: string;
  readonly entity?: string;
  readonly other?: string;
  readonly filter: Filter;
  readonly limit: number;
}

const longestText = 500;
const mostItems = 50;
const fewItems = 10;

/** Reads what a model sent: nothing of it is trusted. */
export function readToolInput(given: unknown): ToolInput {
  if (typeof given !== 'object' || given === null) throw new ToolInputError('The input must be an object.');
  const fields = given as Readonly<Record<string, unknown>>;
  const text = (name: string): string | undefined => {
    const value = fields[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'string' && value.trim() === '') return undefined;
    if (typeof value !== 'string' || value.length > longestText)
      throw new ToolInputError(`${name} must be a text of at most ${longestText} characters.`);
    return value;
  };
  const [query, entity, other] = [text('query'), text('entity'), text('other')];
  const [from, to, outlet] = [text('from'), text('to'), text('outlet')];
  const limit = fields['limit'] ?? fewItems;
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > mostItems)
    throw new ToolInputError(`limit must be a whole number from 1 to ${mostItems}.`);
  return {
    ...(query !== undefined && { query }),
    ...(entity !== undefined && { entity }),
    ...(other !== undefined && { other }),
    limit,
    filter: {
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      ...(outlet !== undefined && { outlets: [outlet] }),
    },
  };
}
