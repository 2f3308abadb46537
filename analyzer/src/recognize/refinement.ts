import ts from '../typescript.ts';
import { chainedCalls } from './chained-calls.ts';
import type { Env } from './env.ts';
import { returnedExpressions } from './function-node.ts';
import type { AnyCall, Knowledge } from './knowledge.ts';
import { refsAt } from './path-refs.ts';
import { relativeAnswer } from './relative-write.ts';
import { stripExpression } from './strip.ts';
import { applies } from './tag-condition.ts';
import { pathsOf, type Path } from './tag.ts';
import { tagsOfCall } from './tags-of-call.ts';

export type Refinement = 'idempotent' | 'claim' | 'non-idempotent';

/** `.onConflict('id').merge()` after the insert: the last builder method that says something wins. */
export function refinementOf(knowledge: Knowledge, call: AnyCall, env: Env | undefined): Refinement | undefined {
  return lastRefinement(knowledge, chainedCalls(call), env);
}

/** Whether a builder method that is chained after a call says this of it. */
export function isRefined(knowledge: Knowledge, call: AnyCall, env: Env | undefined, word: string): boolean {
  return chainedCalls(call).some((link) =>
    tagsOfCall(knowledge, link, env).some((tag) => tag.verb === 'refine' && tag.words.includes(word)),
  );
}

function lastRefinement(
  knowledge: Knowledge,
  links: readonly ts.CallExpression[],
  env: Env | undefined,
): Refinement | undefined {
  let found: Refinement | undefined;
  for (const link of links) found = refinementBy(knowledge, link, env) ?? found;
  return found;
}

function refinementBy(knowledge: Knowledge, link: ts.CallExpression, env: Env | undefined): Refinement | undefined {
  const tags = tagsOfCall(knowledge, link, env);
  const refine = tags.find((tag) => tag.verb === 'refine' && applies(knowledge, tag, link, env) === 'yes');
  const [inner] = refine === undefined ? [] : pathsOf(refine, 'in');
  if (inner !== undefined) return builtRefinement(knowledge, link, inner, env);
  const word = refine?.words[0];
  if (word !== 'idempotent' && word !== 'claim' && word !== 'non-idempotent') return undefined;
  // A merge that adds to what is there is no upsert.
  return relativeAnswer(knowledge, tags, link, env) === 'yes' ? 'non-idempotent' : word;
}

/** `.onConflict((conflict) => conflict.column('id').doNothing())`: what the function builds says it. */
function builtRefinement(
  knowledge: Knowledge,
  link: ts.CallExpression,
  path: Path,
  env: Env | undefined,
): Refinement | undefined {
  for (const value of refsAt(knowledge, link, path, env).refs.flatMap((ref) => knowledge.valuesOf(ref))) {
    if (value.kind !== 'function') continue;
    for (const built of returnedExpressions(value.fn)) {
      const found = lastRefinement(knowledge, linksOf(built), value.closure);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** The calls of a chain, inside out. */
function linksOf(chain: ts.Expression): readonly ts.CallExpression[] {
  const found: ts.CallExpression[] = [];
  for (let at = stripExpression(chain); ts.isCallExpression(at);) {
    found.unshift(at);
    const callee = stripExpression(at.expression);
    if (!ts.isPropertyAccessExpression(callee)) break;
    at = stripExpression(callee.expression);
  }
  return found;
}
