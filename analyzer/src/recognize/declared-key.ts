import type ts from 'typescript';
import type { Declared } from '../facts/key.ts';
import type { Knowledge } from './knowledge.ts';

/** A unique key of a table or a model, as the code or the schema names its columns. */
export interface DeclaredKey {
  readonly columns: readonly string[];
  /** The database, or the library, gives it a fresh value where a row has none. */
  readonly madeUp?: true;
  /** Undefined for what is unique in every table. */
  readonly declaredAt?: Declared;
}

export function declaredAt(knowledge: Knowledge, node: ts.Node): Declared {
  const { file, start } = knowledge.slice.placeOf(node);
  return { file, line: start.line };
}
