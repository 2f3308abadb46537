import type { Env } from './env.ts';
import type { AnyCall, Knowledge } from './knowledge.ts';
import { refsAt } from './path-refs.ts';
import type { Tag } from './tag.ts';

export type Answer = 'yes' | 'no' | 'unknown';

/** Whether a tag's `when` holds for a call. */
export function applies(knowledge: Knowledge, tag: Tag, call: AnyCall, env: Env | undefined): Answer {
  if (tag.when === undefined) return 'yes';
  const { path, test, values } = tag.when;
  const found = refsAt(knowledge, call, path, env);
  if (test === 'equals') return equalsAny(knowledge, found.refs, values, found.unknown, path.root === 'any-argument');
  const present: Answer = found.refs.length > 0 && !found.maybeAbsent ? 'yes' : presenceInDoubt(found);
  if (test === 'present') return present;
  return present === 'unknown' ? 'unknown' : present === 'yes' ? 'no' : 'yes';
}

function presenceInDoubt(found: { readonly refs: readonly unknown[]; readonly unknown: boolean }): Answer {
  return found.unknown || found.refs.length > 0 ? 'unknown' : 'no';
}

function equalsAny(
  knowledge: Knowledge,
  refs: readonly Parameters<Knowledge['valuesOf']>[0][],
  wanted: readonly string[],
  outOfSight: boolean,
  anyIsEnough: boolean,
): Answer {
  const answers = refs.map((ref): Answer => {
    const values = knowledge.valuesOf(ref);
    const hits = values.filter((v) => v.kind === 'constant' && wanted.includes(String(v.value).toLowerCase()));
    if (hits.length === values.length) return 'yes';
    // A flag among other arguments (`NX`) is written as a literal; a value that is not known is not that flag.
    if (hits.length > 0) return 'unknown';
    return anyIsEnough || values.every((v) => v.kind === 'constant') ? 'no' : 'unknown';
  });
  if (answers.includes('yes') && (anyIsEnough || answers.every((answer) => answer === 'yes'))) return 'yes';
  if (outOfSight || answers.includes('unknown') || answers.includes('yes')) return 'unknown';
  return 'no';
}
