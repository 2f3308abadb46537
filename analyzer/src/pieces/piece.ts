import type ts from 'typescript';
import type { Notice } from '../facts/notice.ts';
import { consultedBy, type Consulted } from '../recognize/consulted.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { openKnowledge } from '../recognize/open-knowledge.ts';
import type { SharedKnowledge } from '../recognize/share-knowledge.ts';

/** What was found out about one call of the slice, by itself: nothing else that is asked changes the answer. */
export interface Piece<Result> {
  readonly result: Result;
  readonly consulted: Consulted;
}

/** By the call. */
export type Pieces<Result> = ReadonlyMap<ts.Node, Piece<Result>>;

export interface PieceWork<Site extends ts.Node, Result> {
  readonly shared: SharedKnowledge;
  readonly sites: readonly Site[];
  /** What was found out before. */
  readonly before: Pieces<Result>;
  /** Whether what was found out about the site still holds. */
  readonly keeps: (piece: Piece<Result>, site: Site) => boolean;
  readonly work: (knowledge: Knowledge, site: Site) => Result;
  /** What is being found out, for the notice of a failure. */
  readonly what: string;
  readonly failures: Notice[];
}

/** Finds out about every site what is not known any more. */
export function workOff<Site extends ts.Node, Result>(request: PieceWork<Site, Result>): Pieces<Result> {
  const { sites, before, keeps } = request;
  const pieces = new Map<ts.Node, Piece<Result>>();
  for (const site of sites) {
    const known = before.get(site);
    const piece = known !== undefined && keeps(known, site) ? known : newPiece(request, site);
    if (piece !== undefined) pieces.set(site, piece);
  }
  return pieces;
}

/** A mistake of ours must not hide what the rest of the code shows. */
function newPiece<Site extends ts.Node, Result>(
  { shared, work, what, failures }: PieceWork<Site, Result>,
  site: Site,
): Piece<Result> | undefined {
  const knowledge = openKnowledge(shared);
  try {
    return { result: work(knowledge, site), consulted: consultedBy(knowledge.consulted) };
  } catch (error) {
    const { file, start } = shared.slice.placeOf(site);
    const reason = error instanceof Error ? error.message : String(error);
    const where = `${what} at ${file}:${String(start.line)}`;
    const message = `${where} could not be analysed, which is a bug in kafka-eos: ${reason}`;
    failures.push({ message, incomplete: true });
    return undefined;
  }
}
