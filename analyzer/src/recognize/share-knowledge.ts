import ts from '../typescript.ts';
import type { Slice } from '../program/slice.ts';
import { tablesOf } from './file-tables.ts';
import type { Knowledge } from './knowledge.ts';
import { openKnowledge } from './open-knowledge.ts';
import type { About, SliceQuestion } from './slice-question.ts';
import { openDirectory } from './table-directory.ts';
import { openIndex, type SourceIndex } from './source-index.ts';

/** What every piece of work on one slice may share: answers that do not depend on what was asked before. */
export interface SharedKnowledge {
  readonly slice: Slice;
  readonly index: SourceIndex;
  /** Calls of `push` on a variable or field that holds this very array. */
  readonly pushesTo: (array: ts.ArrayLiteralExpression) => readonly ts.CallExpression[];
  readonly answerTo: (question: SliceQuestion, about: About) => boolean;
}

/** For one piece of work on a slice; several share what `pieces/` opens for them. */
export function shareKnowledge(slice: Slice): SharedKnowledge {
  const { checker, files } = slice;
  const directory = openDirectory();
  directory.replace(new Map(files.map((file) => [file, tablesOf(file, checker)])));
  return withPushes(slice, openIndex(directory, checker), (blind, calls) =>
    calls.map((call) => [call, pushedInto(openKnowledge(blind), call)]),
  );
}

/** Arrays by the call that pushes into them. */
export type PushedArrays = readonly (readonly [ts.CallExpression, readonly ts.Node[]])[];

/** `read` is asked when the first piece of work wants to know, with knowledge that does not know what is pushed. */
export function withPushes(
  slice: Slice,
  index: SourceIndex,
  read: (blind: SharedKnowledge, calls: readonly ts.CallExpression[]) => PushedArrays,
): SharedKnowledge {
  const blind = blindKnowledge(slice, index);
  let table: PushTable | undefined;
  const shared: SharedKnowledge = {
    slice,
    index,
    pushesTo: (array) => {
      table ??= pushTable(read(blind, index.pushes));
      return table.get(array) ?? [];
    },
    answerTo: (question, about) => question(openKnowledge(shared), about),
  };
  return shared;
}

/** Does not know what is pushed. */
export function blindKnowledge(slice: Slice, index: SourceIndex): SharedKnowledge {
  const blind: SharedKnowledge = {
    slice,
    index,
    pushesTo: () => [],
    answerTo: (question, about) => question(openKnowledge(blind), about),
  };
  return blind;
}

type PushTable = ReadonlyMap<ts.Node, readonly ts.CallExpression[]>;

/** Reads from array to calls what is known from call to arrays. */
function pushTable(known: PushedArrays): PushTable {
  const table = new Map<ts.Node, ts.CallExpression[]>();
  for (const [call, arrays] of known) {
    for (const array of arrays) table.set(array, [...(table.get(array) ?? []), call]);
  }
  return table;
}

/**
 * The array literals that the receiver of a call may be. To be asked of knowledge that does not know what is pushed:
 * then the answer does not depend on that of any other call.
 */
export function pushedInto(knowledge: Knowledge, { expression }: ts.CallExpression): readonly ts.Node[] {
  if (!ts.isPropertyAccessExpression(expression)) return [];
  const holders = knowledge.valuesOf({ node: expression.expression, env: undefined });
  return [...new Set(holders.flatMap((holder) => (holder.kind === 'array' ? [holder.node] : [])))];
}
