import { element, tell } from './host.ts';
import { layOut, type PlacedNode } from './layOut.ts';
import { toPairGraph, type FromPairGraph, type GraphEdge, type PairGraph } from './messages/pairGraph.ts';

const root = document.getElementById('root')!;
const say = (message: FromPairGraph): void => {
  tell(message);
};

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = toPairGraph(data);
  if (message) draw(message.graph);
});
say({ kind: 'ready' });

function draw(graph: PairGraph): void {
  const heading = element('h2', 'title', graph.title);
  heading.id = 'title';
  if (graph.nodes.length === 0) {
    root.replaceChildren(heading, element('p', 'empty', graph.empty));
    return;
  }
  root.replaceChildren(heading, pictureOf(graph), tableOf(graph));
}

function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[K] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}

function pictureOf(graph: PairGraph): SVGSVGElement {
  const { placed, box } = layOut(graph);
  const picture = svg('svg', {
    viewBox: [box.left, box.top, box.width, box.height].join(' '),
    role: 'group',
    'aria-labelledby': 'title',
    class: 'graph',
  });
  const most = Math.max(...graph.edges.map(({ together }) => together));
  const at = new Map(placed.map((node) => [node.id, node]));
  const lines = graph.edges.map((edge) => lineOf(edge, at, most));
  const dots = placed.map((node, i) => dotOf(node, i === 0));
  picture.append(...lines.map(({ line }) => line), ...dots);
  const point = (id: string | undefined): void => {
    picture.classList.toggle('pointing', id !== undefined);
    const near = new Set(
      graph.edges
        .filter(({ source, target }) => source === id || target === id)
        .flatMap(({ source, target }) => [source, target]),
    );
    for (const { line, edge } of lines)
      line.classList.toggle('near', edge.source === id || edge.target === id);
    for (const dot of dots)
      dot.classList.toggle('near', dot.dataset['id'] === id || near.has(dot.dataset['id'] ?? ''));
  };
  for (const dot of dots) {
    const { id } = dot.dataset;
    dot.addEventListener('pointerenter', () => {
      point(id);
    });
    dot.addEventListener('pointerleave', () => {
      point(undefined);
    });
    dot.addEventListener('focus', () => {
      point(id);
    });
    dot.addEventListener('blur', () => {
      point(undefined);
    });
    const choose = (): void => {
      if (id !== undefined) say({ kind: 'choose', id });
    };
    dot.addEventListener('click', choose);
    dot.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') choose();
      else moveFocus(event, dot, dots, at);
    });
  }
  return picture;
}

function lineOf(
  edge: GraphEdge,
  at: ReadonlyMap<string, PlacedNode>,
  most: number,
): { readonly line: SVGLineElement; readonly edge: GraphEdge } {
  const [from, to] = [at.get(edge.source)!, at.get(edge.target)!];
  const width = 1 + 5 * Math.sqrt(edge.together / most);
  const line = svg('line', {
    x1: from.x,
    y1: from.y,
    x2: to.x,
    y2: to.y,
    'stroke-width': width,
    class: 'edge',
  });
  const title = svg('title', {});
  title.textContent = edge.spoken;
  line.append(title);
  return { line, edge };
}

function dotOf({ id, name, type, spoken, x, y, radius }: PlacedNode, isReachable: boolean): SVGGElement {
  const dot = svg('g', {
    class: `node ${type}`,
    role: 'button',
    tabindex: isReachable ? 0 : -1,
    'aria-label': spoken,
    transform: `translate(${x} ${y})`,
  });
  dot.dataset['id'] = id;
  const title = svg('title', {});
  title.textContent = spoken;
  const label = svg('text', { y: radius + 13, 'text-anchor': 'middle', 'aria-hidden': 'true' });
  label.append(...linesOf(name));
  dot.append(title, svg('circle', { r: radius }), label);
  return dot;
}

/** A long name on several lines: one that is cut off would not be what a screen reader says of it. */
function linesOf(name: string): SVGTSpanElement[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < longestLine)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((text, i) => {
    const line = svg('tspan', { x: 0, dy: i === 0 ? 0 : '1.1em' });
    line.textContent = i < lines.length - 1 ? `${text} ` : text;
    return line;
  });
}

const longestLine = 26;

/** One stop for the tab key; an arrow goes to the nearest name in its direction. */
function moveFocus(
  event: KeyboardEvent,
  from: SVGGElement,
  dots: readonly SVGGElement[],
  at: ReadonlyMap<string, PlacedNode>,
): void {
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  if (!way) return;
  event.preventDefault();
  const [dx = 0, dy = 0] = way;
  const here = at.get(from.dataset['id'] ?? '')!;
  const costs = dots.flatMap((dot) => {
    const { x, y } = at.get(dot.dataset['id'] ?? '')!;
    const along = (x - here.x) * dx + (y - here.y) * dy;
    const aside = Math.abs((x - here.x) * dy) + Math.abs((y - here.y) * dx);
    return along > 1 ? [{ dot, cost: along + 2 * aside }] : [];
  });
  const next = costs.sort((a, b) => a.cost - b.cost)[0]?.dot;
  if (!next) return;
  for (const dot of dots) dot.setAttribute('tabindex', dot === next ? '0' : '-1');
  next.focus();
}

function tableOf({ tableTitle, headings, edges }: PairGraph): HTMLElement {
  const details = element('details', 'table');
  const table = element('table');
  const head = table.createTHead().insertRow();
  for (const name of headings) {
    const cell = element('th', '', name);
    cell.scope = 'col';
    head.append(cell);
  }
  const body = table.createTBody();
  for (const { cells } of edges) body.insertRow().append(...cells.map((text) => element('td', '', text)));
  details.append(element('summary', '', tableTitle), table);
  return details;
}
