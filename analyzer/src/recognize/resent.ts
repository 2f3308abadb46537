import ts from '../typescript.ts';
import type { Env } from './env.ts';
import { nameText } from './function-node.ts';
import type { AnyCall, Knowledge } from './knowledge.ts';
import { receiverOf, refsAt } from './path-refs.ts';
import { wordPaths } from './tag.ts';
import { callsTagged } from './tagged-calls.ts';
import { tagsOfCall } from './tags-of-call.ts';
import type { Value } from './value.ts';

/**
 * Whether the library sends a request once more when it got no answer, because somebody attached that to the object it
 * is sent with: `axiosRetry(client)`.
 */
export function isResent(knowledge: Knowledge, call: AnyCall, env: Env | undefined): boolean {
  const attached = resending(knowledge);
  if (attached.length === 0 || ts.isTaggedTemplateExpression(call)) return false;
  const sender = knowledge.valuesOf({ node: receiverOf(call) ?? call.expression, env });
  return sender.some((value) => attached.some((other) => isSame(value, other)));
}

const tables = new WeakMap<Knowledge, readonly Value[]>();

function resending(knowledge: Knowledge): readonly Value[] {
  const known = tables.get(knowledge);
  if (known !== undefined) return known;
  const found = callsTagged(knowledge, 'resends').flatMap((call) => {
    const tags = tagsOfCall(knowledge, call, undefined);
    const tag = tags.find(({ verb }) => verb === 'resends');
    if (tag === undefined || isLimited(call)) return [];
    return wordPaths(tag).flatMap((path) =>
      refsAt(knowledge, call, path, undefined).refs.flatMap((ref) => knowledge.valuesOf(ref)),
    );
  });
  tables.set(knowledge, found);
  return found;
}

/** Conditions that leave requests alone which are not repeatable, and no attempts at all. */
const LIMITS = /\b(isIdempotentRequestError|isSafeRequestError|isRetryableError)\b/;

function isLimited(call: ts.CallExpression | ts.NewExpression): boolean {
  return (call.arguments ?? []).some(
    (argument) =>
      ts.isObjectLiteralExpression(argument) &&
      argument.properties.some((property) => {
        const isNone = nameText(property.name) === 'retries' && /:\s*0$/.test(property.getText());
        return isNone || (nameText(property.name) === 'retryCondition' && LIMITS.test(property.getText()));
      }),
  );
}

/** The same instance, or the library's own one. */
function isSame(a: Value, b: Value): boolean {
  if (a.kind !== 'library' || b.kind !== 'library') return false;
  if (ts.isCallExpression(a.origin) || ts.isCallExpression(b.origin)) return a.origin === b.origin;
  return a.type === b.type;
}
