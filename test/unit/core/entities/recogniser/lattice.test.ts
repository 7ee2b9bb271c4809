import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  labelCount,
  mayEnd,
  mayFollow,
  mayStart,
} from '../../../../../src/core/entities/recogniser/labels.ts';
import {
  createViterbiRoom,
  decodeBest,
  labelProbabilities,
  type Lattice,
} from '../../../../../src/core/entities/recogniser/lattice.ts';

const score = fc.integer({ min: -400, max: 400 });

/** A random lattice of one to `most` tokens. */
const lattices = (most: number): fc.Arbitrary<Lattice> =>
  fc
    .tuple(
      fc.integer({ min: 1, max: most }),
      fc.array(score, { minLength: labelCount ** 2, maxLength: labelCount ** 2 }),
    )
    .chain(([length, transitions]) =>
      fc
        .array(score, { minLength: length * labelCount, maxLength: length * labelCount })
        .map((emissions) => ({
          length,
          emissions: Int32Array.from(emissions),
          transitions: Int32Array.from(transitions),
        })),
    );

/** Every valid label sequence with its score: what Viterbi and the sums must agree with. */
function allPaths({ length, emissions, transitions }: Lattice): { labels: number[]; score: number }[] {
  let paths = labels()
    .filter(mayStart)
    .map((label) => ({ labels: [label], score: emissions[label]! }));
  for (let i = 1; i < length; i++) {
    paths = paths.flatMap((path) => {
      const previous = path.labels[i - 1]!;
      return labels()
        .filter((label) => mayFollow(previous, label))
        .map((label) => ({
          labels: [...path.labels, label],
          score:
            path.score + transitions[previous * labelCount + label]! + emissions[i * labelCount + label]!,
        }));
    });
  }
  return paths.filter((path) => mayEnd(path.labels[length - 1]!));
}

const labels = (): number[] => Array.from({ length: labelCount }, (_, label) => label);

/** Viterbi as the textbook has it: all pairs of labels, the invalid ones at minus infinity. */
function plainViterbi({ length, emissions, transitions }: Lattice): number {
  let scores = labels().map((label) => (mayStart(label) ? emissions[label]! : -Infinity));
  for (let i = 1; i < length; i++) {
    scores = labels().map(
      (next) =>
        emissions[i * labelCount + next]! +
        Math.max(
          ...scores.map((s, previous) =>
            mayFollow(previous, next) ? s + transitions[previous * labelCount + next]! : -Infinity,
          ),
        ),
    );
  }
  return Math.max(...scores.filter((_, label) => mayEnd(label)));
}

function scoreOf({ length, emissions, transitions }: Lattice, path: Uint8Array): number {
  let total = 0;
  for (let i = 0; i < length; i++) {
    total += emissions[i * labelCount + path[i]!]!;
    if (i > 0) total += transitions[path[i - 1]! * labelCount + path[i]!]!;
  }
  return total;
}

describe('decodeBest', () => {
  const room = createViterbiRoom();

  it('finds a valid sequence with the score of plain Viterbi', () => {
    fc.assert(
      fc.property(lattices(14), (lattice) => {
        const path = new Uint8Array(lattice.length);
        decodeBest(lattice, room, path);
        assert.ok(mayStart(path[0]!) && mayEnd(path[lattice.length - 1]!));
        for (let i = 1; i < path.length; i++) assert.ok(mayFollow(path[i - 1]!, path[i]!));
        assert.equal(scoreOf(lattice, path), plainViterbi(lattice));
      }),
    );
  });

  it('does nothing with an empty sentence', () => {
    const none = new Uint8Array(0);
    decodeBest(
      { length: 0, emissions: new Int32Array(0), transitions: new Int32Array(labelCount ** 2) },
      room,
      none,
    );
    assert.equal(none.length, 0);
  });
});

describe('labelProbabilities', () => {
  it('agrees with the sum over all sequences', () => {
    fc.assert(
      fc.property(lattices(3), (lattice) => {
        const scale = 0.01;
        const paths = allPaths(lattice);
        const total = paths.reduce((sum, path) => sum + Math.exp(path.score * scale), 0);
        const expected = new Float64Array(lattice.length * labelCount);
        for (const path of paths) {
          path.labels.forEach((label, i) => {
            expected[i * labelCount + label] =
              expected[i * labelCount + label]! + Math.exp(path.score * scale) / total;
          });
        }
        const found = labelProbabilities(lattice, scale);
        found.forEach((value, k) => {
          assert.ok(Math.abs(value - expected[k]!) < 1e-9, `${value} is not ${expected[k]}`);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('stays close when labels far behind the best sequence are left out', () => {
    const room = createViterbiRoom();
    fc.assert(
      fc.property(lattices(12), (lattice) => {
        const best = new Uint8Array(lattice.length);
        decodeBest(lattice, room, best);
        const exact = labelProbabilities(lattice, 0.03);
        const bounded = labelProbabilities(lattice, 0.03, best);
        bounded.forEach((value, k) => {
          assert.ok(value >= 0 && value <= 1 + 1e-9);
          if (exact[k]! > 0.99) assert.ok(value > 0.9, `${value} is not ${exact[k]}`);
        });
      }),
    );
  });
});
