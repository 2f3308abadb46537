import ts from '../typescript.ts';
import { initialOf } from './initial-value.ts';
import type { Knowledge } from './knowledge.ts';
import { provenanceOf } from './stability.ts';
import { stripExpression } from './strip.ts';
import type { Ref } from './value.ts';

/** `bucket.file(name)`, also behind a variable: of what an object was asked for by, the part that decides how stable it is. */
export function givenName(knowledge: Knowledge, ref: Ref): Ref {
  const made = initialOf(knowledge, stripExpression(ref.node));
  if (!ts.isCallExpression(made) && !ts.isNewExpression(made)) return ref;
  const { stability } = provenanceOf(knowledge, { node: made, env: ref.env });
  const decides = (made.arguments ?? []).find(
    (argument) => provenanceOf(knowledge, { node: argument, env: ref.env }).stability === stability,
  );
  return decides === undefined ? ref : { node: decides, env: ref.env };
}
