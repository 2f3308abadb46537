import type ts from 'typescript';
import type { Notice } from '../facts/notice.ts';
import type { Slice } from '../program/slice.ts';
import { blindKnowledge, pushedInto, withPushes, type SharedKnowledge } from '../recognize/share-knowledge.ts';
import { openIndex } from '../recognize/source-index.ts';
import type { TableDirectory } from '../recognize/table-directory.ts';
import { workOff, type Piece, type Pieces } from './piece.ts';

type PushedPieces = Pieces<readonly ts.Node[]>;

interface PushRequest {
  readonly slice: Slice;
  readonly directory: TableDirectory;
  /** What was found out before; absent when nobody asked. */
  readonly earlier: PushedPieces | undefined;
  readonly keeps: (piece: Piece<unknown>) => boolean;
  readonly failures: Notice[];
}

interface Pushes {
  readonly shared: SharedKnowledge;
  readonly pushed: () => PushedPieces | undefined;
  /** Arrays into which something else is pushed than before. */
  readonly changed: ReadonlySet<ts.Node>;
}

/** Who asks what is pushed into an array wants the answer for all calls of `push` in the slice, so each is a piece of its own. */
export function openPushes({ slice, directory, earlier, keeps, failures }: PushRequest): Pushes {
  let pieces: PushedPieces | undefined;
  const index = openIndex(directory, slice.checker);
  const read = (blind: SharedKnowledge, sites: readonly ts.CallExpression[]): PushedPieces =>
    (pieces ??= workOff({
      shared: blind,
      sites,
      before: earlier ?? new Map(),
      keeps,
      work: pushedInto,
      what: 'the array',
      failures,
    }));
  const shared = withPushes(slice, index, (blind, calls) =>
    calls.flatMap((call) => {
      const piece = read(blind, calls).get(call);
      return piece === undefined ? [] : [[call, piece.result] as const];
    }),
  );
  const blind = blindKnowledge(slice, index);
  const changed = earlier === undefined ? new Set<ts.Node>() : changedArrays(earlier, read(blind, index.pushes));
  return { shared, pushed: () => pieces, changed };
}

function changedArrays(before: PushedPieces, now: PushedPieces): ReadonlySet<ts.Node> {
  const changed = new Set<ts.Node>();
  for (const call of new Set([...before.keys(), ...now.keys()])) {
    const old = before.get(call);
    const current = now.get(call);
    if (old === current) continue;
    for (const array of [...(old?.result ?? []), ...(current?.result ?? [])]) changed.add(array);
  }
  return changed;
}
