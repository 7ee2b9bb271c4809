import type { EntityPair, PairedEntity } from '../index/entityPair.ts';
import type { PairListing } from './pairTable.ts';

/** Pairs as a graph in GEXF 1.3 (<https://gexf.net/1.3/>), for Gephi and the like. */
export function pairsToGexf({ pairs, description }: PairListing): string {
  const nodes = nodesOf(pairs).map(
    ({ id, name, type, units }) =>
      `      <node id="${xml(id)}" label="${xml(name)}"><attvalues><attvalue for="type" value="${type}"/>` +
      `<attvalue for="units" value="${units}"/></attvalues></node>\n`,
  );
  const edges = pairs.map(
    ({ first, second, together, articles, score }, i) =>
      `      <edge id="${i}" source="${xml(first.id)}" target="${xml(second.id)}" weight="${together}"><attvalues>` +
      `<attvalue for="articles" value="${articles}"/><attvalue for="score" value="${score}"/></attvalues></edge>\n`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">\n' +
    `  <meta><creator>Corpus Explorer</creator><description>${xml(description)}</description></meta>\n` +
    '  <graph defaultedgetype="undirected">\n' +
    '    <attributes class="node"><attribute id="type" title="type" type="string"/>' +
    '<attribute id="units" title="units" type="integer"/></attributes>\n' +
    '    <attributes class="edge"><attribute id="articles" title="articles" type="integer"/>' +
    '<attribute id="score" title="score" type="double"/></attributes>\n' +
    `    <nodes>\n${nodes.join('')}    </nodes>\n    <edges>\n${edges.join('')}    </edges>\n  </graph>\n</gexf>\n`
  );
}

/** Pairs as a graph in GraphML (<http://graphml.graphdrawing.org/>). */
export function pairsToGraphml({ pairs, description }: PairListing): string {
  const keys = [
    ['name', 'node', 'string'],
    ['type', 'node', 'string'],
    ['units', 'node', 'int'],
    ['together', 'edge', 'int'],
    ['articles', 'edge', 'int'],
    ['score', 'edge', 'double'],
  ].map(([id, on, type]) => `  <key id="${id}" for="${on}" attr.name="${id}" attr.type="${type}"/>\n`);
  const data = (key: string, value: string | number): string =>
    `<data key="${key}">${xml(String(value))}</data>`;
  const nodes = nodesOf(pairs).map(
    ({ id, name, type, units }) =>
      `    <node id="${xml(id)}">${data('name', name)}${data('type', type)}${data('units', units)}</node>\n`,
  );
  const edges = pairs.map(
    ({ first, second, together, articles, score }) =>
      `    <edge source="${xml(first.id)}" target="${xml(second.id)}">` +
      `${data('together', together)}${data('articles', articles)}${data('score', score)}</edge>\n`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n' +
    `${keys.join('')}  <graph edgedefault="undirected">\n    <desc>${xml(description)}</desc>\n` +
    `${nodes.join('')}${edges.join('')}  </graph>\n</graphml>\n`
  );
}

/** Every entity of the pairs once, in the order they first come. */
export function nodesOf(pairs: readonly EntityPair[]): readonly PairedEntity[] {
  const nodes = new Map<string, PairedEntity>();
  for (const { first, second } of pairs) {
    for (const each of [first, second]) if (!nodes.has(each.id)) nodes.set(each.id, each);
  }
  return [...nodes.values()];
}

/** A text in XML 1.0: what it cannot hold (control characters) is left out. */
function xml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\r\n]/g, ' ');
}
