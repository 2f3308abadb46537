import { isDocument, type Document } from '../../sinks/documents/document.ts';
import { unknownOperator } from '../../sinks/documents/filter.ts';
import { onlyInserts, stateLeftBy, unknownChange } from '../../sinks/documents/update.ts';
import { field, isList } from '../../world/callback.ts';
import type { Application } from '../../world/ledger.ts';
import { maskUnstable } from '../../world/payload-text.ts';
import type { Applied } from './client-session.ts';

/** One change of a collection, as one of its methods or one line of a bulk asks for it. */
export interface Change {
  readonly kind: 'insert' | 'update' | 'delete';
  readonly filter: Document;
  readonly update: Document;
  readonly upsert: boolean;
  readonly many: boolean;
}

export interface Outcome {
  readonly before?: Document | undefined;
  readonly after?: Document | undefined;
  readonly matched: number;
  readonly inserted: boolean;
}

export function insertOf(document: unknown): Change {
  const update = isDocument(document) ? { ...document } : {};
  return { kind: 'insert', filter: {}, update, upsert: false, many: false };
}

/** One line of `bulkWrite`; `insertion` gives a document its id. */
export function lineOf(operation: unknown, insertion: (document: unknown) => Change): Change {
  const [[name, line] = ['', undefined]] = Object.entries(isDocument(operation) ? operation : {});
  const update = field(line, 'update') ?? field(line, 'replacement');
  if (name === 'insertOne') return insertion(field(line, 'document') ?? line);
  const many = name.endsWith('Many');
  if (name.startsWith('delete')) return changeOf('delete', field(line, 'filter'), { many });
  return changeOf('update', field(line, 'filter'), { update, options: line, many });
}

/** Records its key if that is absent, and changes nothing otherwise. */
export function isClaim({ kind, update, upsert }: Change): boolean {
  return kind === 'update' && upsert && onlyInserts(update);
}

export function changeOf(
  kind: Change['kind'],
  filter: unknown,
  { update, options, many = false }: { readonly update?: unknown; readonly options?: unknown; readonly many?: boolean },
): Change {
  const upsert = field(options, 'upsert') === true;
  // A pipeline is a list; it is none of the updates that are simulated.
  const given = isDocument(update) ? update : isList(update) ? { $pipeline: update } : {};
  return { kind, filter: isDocument(filter) ? filter : {}, update: given, upsert, many };
}

export function problemIn({ kind, filter, update }: Change): string | undefined {
  return unknownOperator(filter) ?? (kind === 'update' ? unknownChange(update) : undefined);
}

export function appliedBy(
  { kind, update }: Change,
  { matched, inserted }: Outcome,
  applications: readonly Application[],
): readonly Applied[] {
  if (kind === 'insert') return [{ applications }];
  if (kind === 'delete') return [{ applications, state: 'deleted' }];
  if (onlyInserts(update)) return inserted ? [{ applications, state: '' }] : [];
  if (matched === 0 && !inserted) return [];
  const state = stateLeftBy(update);
  return [state === undefined ? { applications } : { applications, state: maskUnstable(state) }];
}
