import ts from '../typescript.ts';
import type { Repeatability } from '../facts/effect.ts';
import { chainedCalls } from './chained-calls.ts';
import type { Env } from './env.ts';
import type { AnyCall, Knowledge } from './knowledge.ts';
import { modelKeys } from './model-keys.ts';
import { receiverOf, refsAt, type PathRefs } from './path-refs.ts';
import type { Reading } from './reading.ts';
import { resourceAt, resourceRef } from './resource-at.ts';
import { schemaKeys } from './schema-keys.ts';
import { pathsOf, type Path } from './tag.ts';
import { tagsOfCall } from './tags-of-call.ts';
import { underUniqueKey } from './unique-key.ts';
import type { Ref } from './value.ts';

/** A new row: what it gives a column, and the model that it belongs to, where an expression names it. */
export interface Row {
  readonly valueOf: (column: string) => Ref | undefined;
  /** Whether the row is made of something out of sight that may have the column. */
  readonly mayHold?: (column: string) => boolean;
  readonly model: Ref | undefined;
}

/** How an insert repeats whose row lies under a unique key that a schema or a model of the workspace shows. */
export function uniqueRow(knowledge: Knowledge, reading: Reading): Repeatability | undefined {
  const { tag, call, env } = reading;
  const row = givenRow(knowledge, reading) ?? chainedRow(knowledge, reading) ?? madeRow(knowledge, reading);
  const table = resourceAt(knowledge, tag, call, env);
  return row && keyedRow(knowledge, { row, table, writer: call }, tag.values.get('unique'));
}

/** A row, the table that it goes to, and the code that puts it there. */
interface Insert {
  readonly row: Row;
  readonly table: string | undefined;
  readonly writer: ts.Node;
}

/** `always` is a column that is unique in every table. */
export function keyedRow(
  knowledge: Knowledge,
  { row, table, writer }: Insert,
  always?: string,
): Repeatability | undefined {
  const keys = [
    ...(always === undefined ? [] : [{ columns: [always], madeUp: true as const }]),
    ...(table === undefined ? [] : schemaKeys(knowledge, table, writer)),
    ...(row.model === undefined ? [] : modelKeys(knowledge, row.model)),
  ];
  return underUniqueKey(knowledge, keys, row.valueOf, row.mayHold);
}

function givenRow(knowledge: Knowledge, { tag, call, env }: Reading): Row | undefined {
  const [path] = pathsOf(tag, 'row');
  return path && rowAt(knowledge, call, path, env, resourceRef(knowledge, tag, call, env));
}

/** `.into(Model)` and `.values({ … })` behind the insert. */
function chainedRow(knowledge: Knowledge, { tag, call, env, shownAs }: Reading): Row | undefined {
  let row: { readonly link: AnyCall; readonly path: Path } | undefined;
  let model = resourceRef(knowledge, tag, call, env);
  for (const link of chainedCalls(shownAs)) {
    for (const { verb, paths } of tagsOfCall(knowledge, link, env)) {
      const [path] = paths.get('at') ?? [];
      if (path === undefined) continue;
      if (verb === 'row') row = { link, path };
      if (verb === 'into') model = refsAt(knowledge, link, path, env).refs[0];
    }
  }
  return row && rowAt(knowledge, row.link, row.path, env, model);
}

/** `new Order({ … }).save()`: the row is what the document was made of. */
function madeRow(knowledge: Knowledge, { tag, call, env }: Reading): Row | undefined {
  const receiver = tag.words.includes('as-made') ? receiverOf(call) : undefined;
  const values = receiver === undefined ? [] : knowledge.valuesOf({ node: receiver, env });
  for (const value of values) {
    if (value.kind !== 'library' || !ts.isNewExpression(value.origin)) continue;
    const { origin, env: home } = value;
    return rowAt(knowledge, origin, { root: 0, members: [] }, home, { node: origin.expression, env: home });
  }
  return undefined;
}

function rowAt(knowledge: Knowledge, call: AnyCall, row: Path, env: Env | undefined, model: Ref | undefined): Row {
  const at = (column: string): PathRefs =>
    refsAt(knowledge, call, { root: row.root, members: [...row.members, column] }, env);
  return { valueOf: (column) => at(column).refs[0], mayHold: (column) => at(column).unknown, model };
}
