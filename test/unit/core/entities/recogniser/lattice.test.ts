import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  labelCount,
  mayEnd,
  mayFollow,
  mayStart,
} from '../../../../../src/core/entities/recogniser/labels.ts';
import {
  createLatticeRoom,
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
      fc.array(score, { minLength: length * labelCount, maxLength: length * labelCount }).chain((emissions) =>
        // A stretch of the sentence, most often all of it.
        fc.tuple(fc.nat(2 * length), fc.nat(2 * length)).map(([before, after]) => {
          const from = before < length ? before : 0;
          return {
            from,
            to: after > from && after < length ? after : length,
            length,
            emissions: Int32Array.from(emissions),
            transitions: Int32Array.from(transitions),
          };
        }),
      ),
    );

/** Every valid label sequence of the stretch with its score: what Viterbi and the sums must agree with. */
function allPaths(lattice: Lattice): { labels: number[]; score: number }[] {
  const { from, to, length, emissions, transitions } = lattice;
  let paths = labels()
    .filter(mayStart)
    .map((label) => ({
      labels: [label],
      score: emissions[from * labelCount + label]! + (from > 0 ? transitions[label]! : 0),
    }));
  for (let i = from + 1; i < to; i++) {
    paths = paths.flatMap((path) => {
      const previous = path.labels[i - from - 1]!;
      return labels()
        .filter((label) => mayFollow(previous, label))
        .map((label) => ({
          labels: [...path.labels, label],
          score:
            path.score + transitions[previous * labelCount + label]! + emissions[i * labelCount + label]!,
        }));
    });
  }
  return paths
    .filter((path) => mayEnd(path.labels[to - from - 1]!))
    .map((path) => ({
      ...path,
      score: path.score + (to < length ? transitions[path.labels[to - from - 1]! * labelCount]! : 0),
    }));
}

const labels = (): number[] => Array.from({ length: labelCount }, (_, label) => label);

/** Viterbi over the whole sentence as the textbook has it: all pairs of labels, the invalid ones at minus infinity. */
function plainViterbi(lattice: Lattice): number {
  const { from, to, length, emissions, transitions } = lattice;
  const emission = (i: number, label: number): number =>
    // Beside the stretch there is nothing but outside, which costs nothing.
    i < from || i >= to ? (label === 0 ? 0 : -Infinity) : emissions[i * labelCount + label]!;
  const step = (i: number, previous: number, next: number): number => {
    if (!mayFollow(previous, next)) return -Infinity;
    return i < from || i > to ? 0 : transitions[previous * labelCount + next]!;
  };
  let scores = labels().map((label) => (mayStart(label) ? emission(0, label) : -Infinity));
  for (let i = 1; i < length; i++) {
    scores = labels().map(
      (next) =>
        emission(i, next) + Math.max(...scores.map((score, previous) => score + step(i, previous, next))),
    );
  }
  return Math.max(...scores.filter((_, label) => mayEnd(label)));
}

function scoreOf({ from, to, length, emissions, transitions }: Lattice, path: Uint8Array): number {
  let total = from > 0 ? transitions[path[from]!]! : 0;
  for (let i = from; i < to; i++) {
    total += emissions[i * labelCount + path[i]!]!;
    if (i > from) total += transitions[path[i - 1]! * labelCount + path[i]!]!;
  }
  return total + (to < length ? transitions[path[to - 1]! * labelCount]! : 0);
}

describe('decodeBest', () => {
  const room = createLatticeRoom();

  it('finds a valid sequence with the score of plain Viterbi', () => {
    fc.assert(
      fc.property(lattices(14), (lattice) => {
        const { from, to } = lattice;
        const path = new Uint8Array(lattice.length);
        decodeBest(lattice, room, path);
        assert.ok(mayStart(path[from]!) && mayEnd(path[to - 1]!));
        for (let i = from + 1; i < to; i++) assert.ok(mayFollow(path[i - 1]!, path[i]!));
        assert.equal(scoreOf(lattice, path), plainViterbi(lattice));
      }),
    );
  });

  it('leaves what stands beside the stretch alone', () => {
    fc.assert(
      fc.property(lattices(14), (lattice) => {
        const path = new Uint8Array(lattice.length).fill(99);
        decodeBest(lattice, room, path);
        path.forEach((label, i) => {
          assert.equal(label === 99, i < lattice.from || i >= lattice.to);
        });
      }),
    );
  });

  it('does nothing with an empty sentence', () => {
    const none = new Uint8Array(0);
    decodeBest(
      {
        from: 0,
        to: 0,
        length: 0,
        emissions: new Int32Array(0),
        transitions: new Int32Array(labelCount ** 2),
      },
      room,
      none,
    );
    assert.equal(none.length, 0);
  });
});

describe('labelProbabilities', () => {
  it('agrees with the sum over all sequences', () => {
    const room = createLatticeRoom();
    fc.assert(
      fc.property(lattices(3), (lattice) => {
        const scale = 0.01;
        const paths = allPaths(lattice);
        const total = paths.reduce((sum, path) => sum + Math.exp(path.score * scale), 0);
        const expected = new Float64Array((lattice.to - lattice.from) * labelCount);
        for (const path of paths) {
          path.labels.forEach((label, i) => {
            expected[i * labelCount + label] =
              expected[i * labelCount + label]! + Math.exp(path.score * scale) / total;
          });
        }
        const found = labelProbabilities(lattice, scale, room);
        expected.forEach((value, k) => {
          assert.ok(Math.abs(value - found[k]!) < 1e-9, `${found[k]} is not ${value}`);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('stays close when labels far behind the best sequence are left out', () => {
    const [room, boundedRoom] = [createLatticeRoom(), createLatticeRoom()];
    fc.assert(
      fc.property(lattices(12), (lattice) => {
        const best = new Uint8Array(lattice.length);
        decodeBest(lattice, room, best);
        const size = (lattice.to - lattice.from) * labelCount;
        const exact = labelProbabilities(lattice, 0.03, room).subarray(0, size);
        const bounded = labelProbabilities(lattice, 0.03, boundedRoom, best).subarray(0, size);
        bounded.forEach((value, k) => {
          assert.ok(value >= 0 && value <= 1 + 1e-9);
          if (exact[k]! > 0.99) assert.ok(value > 0.9, `${value} is not ${exact[k]}`);
        });
      }),
    );
  });
});
