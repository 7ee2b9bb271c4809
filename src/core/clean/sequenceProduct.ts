/**
 * Adds rows (n × k) times weights (k × m) to sums (n × m); all are flat, row after row. `at` and `to` are where the rows
 * and the sums begin. This is where a network spends its time: two rows and four inputs at once halve it.
 */
export function addProduct(
  rows: Float64Array,
  n: number,
  k: number,
  weights: Float64Array,
  m: number,
  sums: Float64Array,
  at = 0,
  to = 0,
): void {
  let i = 0;
  for (; i + 1 < n; i += 2) addTwoRows(rows, at + i * k, k, weights, m, sums, to + i * m);
  if (i < n) addRow(rows, at + i * k, k, weights, m, sums, to + i * m);
}

function addTwoRows(
  rows: Float64Array,
  at: number,
  k: number,
  weights: Float64Array,
  m: number,
  sums: Float64Array,
  to: number,
): void {
  let p = 0;
  for (; p + 3 < k; p += 4) {
    const x = at + p;
    const y = x + k;
    const x0 = rows[x]!;
    const x1 = rows[x + 1]!;
    const x2 = rows[x + 2]!;
    const x3 = rows[x + 3]!;
    const y0 = rows[y]!;
    const y1 = rows[y + 1]!;
    const y2 = rows[y + 2]!;
    const y3 = rows[y + 3]!;
    const from = p * m;
    for (let j = 0; j < m; j++) {
      const w0 = weights[from + j]!;
      const w1 = weights[from + m + j]!;
      const w2 = weights[from + 2 * m + j]!;
      const w3 = weights[from + 3 * m + j]!;
      sums[to + j]! += x0 * w0 + x1 * w1 + x2 * w2 + x3 * w3;
      sums[to + m + j]! += y0 * w0 + y1 * w1 + y2 * w2 + y3 * w3;
    }
  }
  addRest(rows, at, p, k, weights, m, sums, to);
  addRest(rows, at + k, p, k, weights, m, sums, to + m);
}

function addRow(
  rows: Float64Array,
  at: number,
  k: number,
  weights: Float64Array,
  m: number,
  sums: Float64Array,
  to: number,
): void {
  let p = 0;
  for (; p + 3 < k; p += 4) {
    const x0 = rows[at + p]!;
    const x1 = rows[at + p + 1]!;
    const x2 = rows[at + p + 2]!;
    const x3 = rows[at + p + 3]!;
    const from = p * m;
    for (let j = 0; j < m; j++) {
      const w = from + j;
      sums[to + j]! +=
        x0 * weights[w]! + x1 * weights[w + m]! + x2 * weights[w + 2 * m]! + x3 * weights[w + 3 * m]!;
    }
  }
  addRest(rows, at, p, k, weights, m, sums, to);
}

/** The last inputs of a row, from input `p` on. */
function addRest(
  rows: Float64Array,
  at: number,
  p: number,
  k: number,
  weights: Float64Array,
  m: number,
  sums: Float64Array,
  to: number,
): void {
  for (let q = p; q < k; q++) {
    const x = rows[at + q]!;
    for (let j = 0; j < m; j++) sums[to + j]! += x * weights[q * m + j]!;
  }
}
