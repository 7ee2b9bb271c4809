/** Products of matrices for learning, row after row in flat arrays; `addProduct` of the finder is the third of them. */

/** sums (k × m) += rowsᵀ (k × n) · others (n × m). */
export function addOuter(
  rows: Float64Array,
  n: number,
  k: number,
  others: Float64Array,
  m: number,
  sums: Float64Array,
): void {
  let i = 0;
  for (; i + 3 < n; i += 4) {
    const g0 = i * m;
    const g1 = g0 + m;
    const g2 = g1 + m;
    const g3 = g2 + m;
    for (let p = 0; p < k; p++) {
      const x0 = rows[i * k + p]!;
      const x1 = rows[(i + 1) * k + p]!;
      const x2 = rows[(i + 2) * k + p]!;
      const x3 = rows[(i + 3) * k + p]!;
      if (x0 === 0 && x1 === 0 && x2 === 0 && x3 === 0) continue;
      const out = p * m;
      for (let j = 0; j < m; j++) {
        sums[out + j]! +=
          x0 * others[g0 + j]! + x1 * others[g1 + j]! + x2 * others[g2 + j]! + x3 * others[g3 + j]!;
      }
    }
  }
  for (; i < n; i++) {
    for (let p = 0; p < k; p++) {
      const x = rows[i * k + p]!;
      for (let j = 0; j < m; j++) sums[p * m + j]! += x * others[i * m + j]!;
    }
  }
}

export function transpose(values: Float64Array, rows: number, columns: number): Float64Array {
  const turned = new Float64Array(values.length);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) turned[j * rows + i] = values[i * columns + j]!;
  return turned;
}

/** Adds the rows of a matrix (n × m) up. */
export function addRows(rows: Float64Array, n: number, m: number, sums: Float64Array): void {
  for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) sums[j]! += rows[i * m + j]!;
}
