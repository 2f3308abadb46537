import type { Slice } from '../program/slice.ts';
import type { SliceChange } from '../program/slice-change.ts';
import { answersAnew } from '../recognize/answers-anew.ts';
import type { Tables } from '../recognize/index-store.ts';
import type { Piece } from './piece.ts';

/** Tells whether a piece rests on nothing that the change may have touched. */
export function standing(
  slice: Slice,
  tables: Tables,
  before: Slice | undefined,
  change: SliceChange | undefined,
): (piece: Pick<Piece<unknown>, 'consulted'>) => boolean {
  if (before === undefined || change === undefined) return () => false;
  const { gone, affected } = change;
  const sameFiles = gone.size === 0 && affected.size === 0;
  const sameTexts = before.texts === slice.texts;
  const isAnswered = answersAnew(
    [...affected].flatMap((file) => tables.get(file) ?? []),
    slice.checker,
  );
  return ({ consulted }) =>
    (sameTexts || !consulted.readsTexts) &&
    (sameFiles || !consulted.readsFiles) &&
    ![...consulted.files].some((file) => gone.has(file) || affected.has(file)) &&
    !isAnswered(consulted.questions);
}
