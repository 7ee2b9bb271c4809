import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import type { GraphNode, PairGraph } from './messages/pairGraph.ts';

export interface PlacedNode extends GraphNode {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

interface MovingNode extends GraphNode, SimulationNodeDatum {
  readonly radius: number;
}

/** Steps until nothing moves much; a few dozen names take some milliseconds. */
const steps = 400;
/** About half of a name below its dot, so that names stand beside each other. */
const labelRoom = 34;

/** Where the names of a graph stand: the same for the same graph, since the library begins at fixed places. */
export function layOut({ nodes, edges }: PairGraph): {
  readonly placed: readonly PlacedNode[];
  readonly box: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
} {
  const most = Math.max(...nodes.map(({ units }) => units));
  const moving = nodes.map((node): MovingNode => ({
    ...node,
    radius: 5 + 13 * Math.sqrt(node.units / most),
  }));
  const links = edges.map(({ source, target }) => ({ source, target }));
  forceSimulation(moving)
    .force('charge', forceManyBody().strength(-420))
    .force(
      'link',
      forceLink<MovingNode, { source: string; target: string }>(links)
        .id(({ id }) => id)
        .distance(90),
    )
    .force(
      'room',
      forceCollide<MovingNode>(({ radius }) => radius + labelRoom),
    )
    .force('x', forceX(0).strength(0.06))
    // Windows are wider than they are high.
    .force('y', forceY(0).strength(0.12))
    .stop()
    .tick(steps);
  const placed = moving.map((node): PlacedNode => ({ ...node, x: round(node.x), y: round(node.y) }));
  const xs = placed.map(({ x }) => x);
  const ys = placed.map(({ y }) => y);
  const left = Math.min(...xs) - 90;
  const top = Math.min(...ys) - 30;
  return {
    placed,
    box: { left, top, width: Math.max(...xs) + 90 - left, height: Math.max(...ys) + 45 - top },
  };
}

function round(value = 0): number {
  return Math.round(value * 10) / 10;
}
