import { frameOf, type FilePart } from '../program/file-part.ts';
import type { Slice } from '../program/slice.ts';
import type { SliceChange } from '../program/slice-change.ts';
import { answersAnew } from '../recognize/answers-anew.ts';
import type { Tables } from '../recognize/index-store.ts';
import { tablesOf } from '../recognize/file-tables.ts';
import type { Piece } from './piece.ts';

/** Tells whether a piece rests on nothing that the change may have touched. */
export function standing(
  slice: Slice,
  tables: Tables,
  before: Slice | undefined,
  change: SliceChange | undefined,
): (piece: Pick<Piece<unknown>, 'consulted'>) => boolean {
  if (before === undefined || change === undefined) return () => false;
  const { gone, affected, touched } = change;
  const sameFiles = gone.size === 0 && affected.size === 0;
  const sameTexts = before.texts === slice.texts;
  const isAnswered = answersAnew(
    [
      ...[...affected].flatMap((file) => tables.get(file) ?? []),
      ...[...touched].map(([file, part]) => tablesOf(file, slice.checker, part)),
    ],
    slice.checker,
  );
  const files = new Map(slice.program.getSourceFiles().map((file) => [file.fileName, file]));
  const isThere = (part: FilePart): boolean => {
    const file = part.kind === 'frame' ? files.get(part.path) : part.getSourceFile();
    if (file === undefined || affected.has(file)) return false;
    return part.kind === 'frame' ? frameOf(file) === part : files.get(file.fileName) === file;
  };
  return ({ consulted }) =>
    (sameTexts || !consulted.readsTexts) &&
    (sameFiles || !consulted.readsFiles) &&
    [...consulted.parts].every(isThere) &&
    !isAnswered(consulted.questions);
}
