import {
  bySurfaceFrequency,
  createPositions,
  firstFullName,
  fullNameArticles,
  type EntityDefinition,
  type EntityId,
  type KnownPlace,
  type Span,
} from '../../core/index.ts';
import { articleByDoc, unpackMentions } from './articleRows.ts';
import { readAhead, type ReadText } from './readText.ts';
import { orderedDocuments } from './documentOrder.ts';
import { surfacesOf } from './entityCards.ts';
import type { StoredEntity } from './entityTable.ts';
import type { Parts } from './parts.ts';
import { namingDocuments } from './selectDocuments.ts';
import { placeOf } from './sources.ts';

/** A definition whose text is still to be read. */
interface KnownDefinition extends Omit<EntityDefinition, 'from' | 'to'> {
  /** Of the text that was indexed, in UTF-16 code units. */
  readonly length: number;
  readonly place?: KnownPlace;
}

/** The place that says best what an entity is; `undefined` when no article names it. */
export function findDefinition(
  parts: Parts,
  entityId: EntityId,
  entity: StoredEntity,
): KnownDefinition | undefined {
  const names = parts.entities.namesOf(entity.id);
  const best = bestFact(parts, names) ?? firstMention(parts, entity);
  const article = best && articleByDoc(parts, best.doc);
  if (!article) return undefined;
  const row = parts.database.get('SELECT length FROM body WHERE doc = ?', best.doc)!;
  const place = placeOf(parts, article.id);
  return {
    entity: entityId,
    aliases: surfacesOf(parts, names)
      .sort(bySurfaceFrequency)
      .map(({ text }) => text)
      .filter((text) => text !== entity.label),
    article,
    start: best.span.start,
    end: best.span.end,
    isSentence: best.isSentence,
    length: Number(row['length']),
    ...(place && { place }),
  };
}

/** With lines and characters; those whose article cannot be read or has changed are left out. */
export async function placeDefinitions(
  found: readonly KnownDefinition[],
  readText: ReadText,
): Promise<EntityDefinition[]> {
  const placed: EntityDefinition[] = [];
  for await (const { source, text } of readAhead(found, readText)) {
    if (text?.length !== source.length) continue;
    const { entity, aliases, article, isSentence, start, end } = source;
    const at = createPositions(text);
    placed.push({ entity, aliases, article, isSentence, start, end, from: at(start), to: at(end) });
  }
  return placed;
}

interface Place {
  readonly doc: number;
  readonly span: Span;
  readonly isSentence: boolean;
}

/** The order is that of `byFactRank`. A frequent name has thousands of facts: those below the best score are not looked at. */
function bestFact({ database }: Parts, names: readonly number[]): Place | undefined {
  const wanted = JSON.stringify(names);
  const row = database.get(
    `SELECT fact.doc, fact.start, fact.end FROM fact JOIN article ON article.doc = fact.doc
     WHERE fact.name IN (SELECT value FROM json_each(?))
       AND fact.score = (SELECT max(score) FROM fact WHERE name IN (SELECT value FROM json_each(?)))
     ORDER BY article.date DESC, article.id, fact.start, fact.kind, fact.value LIMIT 1`,
    wanted,
    wanted,
  );
  if (!row) return undefined;
  const span = { start: Number(row['start']), end: Number(row['end']) };
  return { doc: Number(row['doc']), span, isSentence: true };
}

function firstMention(parts: Parts, entity: StoredEntity): Place | undefined {
  const docs = namingDocuments(parts, entity.id);
  const spellings = parts.entities.spellingsOf(entity.id);
  const mentions = orderedDocuments(parts, docs, 'date', 0, fullNameArticles).flatMap((doc) =>
    mentionsIn(parts, doc, spellings),
  );
  const first = firstFullName(mentions, entity.label);
  return first && { doc: first.doc, span: { start: first.start, end: first.end }, isSentence: false };
}

function mentionsIn({ database }: Parts, doc: number, spellings: ReadonlyMap<number, string>) {
  const row = database.get('SELECT mentions FROM body WHERE doc = ?', doc)!;
  return unpackMentions(row['mentions'] as Uint8Array).flatMap(({ surface, start, end }) => {
    const spelling = spellings.get(surface);
    return spelling === undefined ? [] : [{ doc, start, end, surface: spelling }];
  });
}
