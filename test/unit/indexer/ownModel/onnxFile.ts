/** Protocol buffers, as much of them as an ONNX file of one node needs: https://protobuf.dev/programming-guides/encoding. */
type Field = Buffer;

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let left = value;
  do {
    const rest = Math.floor(left / 128);
    bytes.push((left % 128) | (rest > 0 ? 128 : 0));
    left = rest;
  } while (left > 0);
  return Buffer.from(bytes);
}

function number(field: number, value: number): Field {
  return Buffer.concat([varint(field * 8), varint(value)]);
}

function bytes(field: number, value: Buffer | string): Field {
  const data = Buffer.from(value as string);
  return Buffer.concat([varint(field * 8 + 2), varint(data.length), data]);
}

function message(field: number, ...fields: readonly Field[]): Field {
  return bytes(field, Buffer.concat(fields));
}

const float = 1;
const int64 = 7;

/** A tensor of a graph that comes in or goes out, with named dimensions. */
function value(field: number, name: string, type: number, dimensions: readonly string[]): Field {
  const shape = dimensions.map((dimension) => message(1, bytes(2, dimension)));
  return message(field, bytes(1, name), message(2, message(1, number(1, type), message(2, ...shape))));
}

/**
 * A model in the ONNX format that gives each word piece the scores that stand for it in a table: `logits[0][i]` is
 * `table[input_ids[0][i]]`. Rows of the table are pieces, columns labels.
 */
export function onnxLookup(table: readonly (readonly number[])[]): Buffer {
  const scores = Buffer.from(Float32Array.from(table.flat()).buffer);
  const size = [table.length, table[0]!.length].map((length) => number(1, length));
  const graph = [
    message(1, bytes(1, 'table'), bytes(1, 'input_ids'), bytes(2, 'logits'), bytes(4, 'Gather')),
    bytes(2, 'lookup'),
    message(5, ...size, number(2, float), bytes(8, 'table'), bytes(9, scores)),
    value(11, 'input_ids', int64, ['batch', 'length']),
    value(11, 'attention_mask', int64, ['batch', 'length']),
    value(12, 'logits', float, ['batch', 'length', 'labels']),
  ];
  const opset = message(8, bytes(1, ''), number(2, 17));
  return Buffer.concat([number(1, 8), opset, message(7, ...graph)]);
}
