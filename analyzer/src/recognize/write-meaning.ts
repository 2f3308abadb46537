import ts from '../typescript.ts';
import type { Remedy, Repeatability, SinkCategory } from '../facts/effect.ts';
import { callName, nameOf } from './call-name.ts';
import type { Env } from './env.ts';
import { nameText } from './function-node.ts';
import type { AnyCall, Knowledge } from './knowledge.ts';
import { givenName } from './given-name.ts';
import { isOfLogger } from './log-file.ts';
import { leaseOf } from './lease.ts';
import { keyRemedies, stableKeyRemedies } from './key-remedy.ts';
import type { WriteMeaning } from './meaning.ts';
import { refsAt } from './path-refs.ts';
import type { Reading } from './reading.ts';
import { isRefined, refinementOf, type Refinement } from './refinement.ts';
import { relativeAnswer } from './relative-write.ts';
import { resourceAt } from './resource-at.ts';
import { saidUnderKey } from './said-words.ts';
import { scheduledWrites } from './scheduled-rows.ts';
import { isCategory } from './sink-category.ts';
import { provenanceOf } from './stability.ts';
import { applies } from './tag-condition.ts';
import { pathsOf, type Tag } from './tag.ts';
import { uniqueRow } from './unique-row.ts';
import type { Ref } from './value.ts';

/** What a tagged write does, with the modifiers of its member and of the builder methods chained after it. */
export function writeMeaning(knowledge: Knowledge, reading: Reading): readonly WriteMeaning[] {
  const { tag, call, env, member, shownAs } = reading;
  const category = tag.words.find(isCategory);
  if (category === undefined || (category === 'file' && isOfLogger(call))) return [];
  const refinement = refinementOf(knowledge, shownAs, env);
  const lease = leaseOf(knowledge, member.tags, call, env);
  const repeatability: Repeatability =
    lease === undefined ? repeatabilityOf(knowledge, reading, refinement) : { kind: 'idempotent' };
  const expires = member.tags.some((each) => each.verb === 'ttl' && isGiven(knowledge, each, call, env));
  const claims = tag.verb === 'claim' || refinement === 'claim' || isTransition(knowledge, reading);
  const write: WriteMeaning = {
    kind: 'write',
    category,
    library: member.stub.packageName,
    label: labelOf(shownAs, call),
    resource: lease === undefined ? resourceAt(knowledge, tag, call, env) : lease.resource,
    repeatability,
    claims,
    sets: setNames(knowledge, reading),
    ...saidUnderKey(knowledge, reading, claims),
    remedies: remediesOf(knowledge, reading, repeatability, category),
    aborting: false,
    expires,
    removes: tag.words.includes('removes') || lease?.removes === true,
    ...ofCache(knowledge, reading, { expires, isLease: lease !== undefined }),
    ...inPassing(knowledge, reading),
  };
  if (!tag.words.includes('scheduled')) return [write];
  const scheduled = scheduledWrites(knowledge, reading);
  return scheduled.length === 0 ? [write] : scheduled.map((each) => ({ ...write, ...each }));
}

/** `from('orders').insert(row)` gives back its error, unless `.throwOnError()` follows. */
function isSilent(knowledge: Knowledge, { tag, env, shownAs }: Reading): boolean {
  return tag.words.includes('silent') && !isRefined(knowledge, shownAs, env, 'throwing');
}

function inPassing(knowledge: Knowledge, reading: Reading): Pick<WriteMeaning, 'changes' | 'silent'> {
  return {
    ...(reading.tag.words.includes('changes') ? { changes: true as const } : {}),
    ...(isSilent(knowledge, reading) ? { silent: true as const } : {}),
  };
}

function ofCache(
  knowledge: Knowledge,
  reading: Reading,
  { expires, isLease }: { readonly expires: boolean; readonly isLease: boolean },
): Pick<WriteMeaning, 'lease' | 'lasts' | 'copies'> {
  return {
    ...(isLease ? { lease: true as const } : {}),
    ...(reading.tag.words.includes('lasts') ? { lasts: true as const } : {}),
    ...(expires && isCopy(knowledge, reading) ? { copies: true as const } : {}),
  };
}

/** What comes neither from the message alone nor from a clock is kept elsewhere as well; a constant is a mark. */
function isCopy(knowledge: Knowledge, { member, call, env }: Reading): boolean {
  const values = member.tags
    .filter(({ verb }) => verb === 'copies')
    .flatMap((tag) => pathsOf(tag, 'value'))
    .flatMap((path) => refsAt(knowledge, call, path, env).refs);
  return values.length > 0 && values.every((value) => provenanceOf(knowledge, value).stability === 'unknown');
}

/** A time to live counts where it may be there. */
function isGiven(knowledge: Knowledge, ttl: Tag, call: AnyCall, env: Env | undefined): boolean {
  if (applies(knowledge, ttl, call, env) === 'no') return false;
  const paths = [...pathsOf(ttl, 'seconds'), ...pathsOf(ttl, 'milliseconds')];
  return paths.some((path) => refsAt(knowledge, call, path, env).refs.length > 0);
}

function labelOf(shownAs: AnyCall, call: AnyCall): string {
  if (shownAs === call || !ts.isNewExpression(call)) return callName(shownAs);
  return nameOf(call.expression).replace(/Command$/, '');
}

function repeatabilityOf(knowledge: Knowledge, reading: Reading, refinement: Refinement | undefined): Repeatability {
  const { tag, call, env, member, certain } = reading;
  if (refinement === 'idempotent' || refinement === 'claim') return { kind: 'idempotent' };
  if (refinement === 'non-idempotent') return { kind: 'non-idempotent' };
  if (!certain) return { kind: 'unknown', because: 'the arguments that decide it are not in sight' };
  const relative = relativeAnswer(knowledge, member.tags, call, env);
  if (relative === 'yes') return { kind: 'non-idempotent' };
  if (tag.verb === 'claim') return claimed(knowledge, member.tags, call, env);
  if (tag.words.includes('idempotent')) {
    return relative === 'unknown'
      ? { kind: 'unknown', because: 'the values that are written are not in sight' }
      : { kind: 'idempotent' };
  }
  if (!tag.words.includes('non-idempotent')) return { kind: 'unknown', because: 'what it does depends on data' };
  return keyedBy(knowledge, member.tags, call, env) ?? uniqueRow(knowledge, reading) ?? { kind: 'non-idempotent' };
}

/** What is there only once is one thing, unless each run asks for it by another name. */
function claimed(knowledge: Knowledge, tags: readonly Tag[], call: AnyCall, env: Env | undefined): Repeatability {
  const keyed = keyedBy(knowledge, tags, call, env);
  return keyed?.kind === 'unstable-key' ? keyed : { kind: 'idempotent' };
}

/** Judges the value in the API's place for an idempotency key; undefined when none is there. */
function keyedBy(
  knowledge: Knowledge,
  tags: readonly Tag[],
  call: AnyCall,
  env: Env | undefined,
): Repeatability | undefined {
  const { refs, unseen } = writtenKeys(knowledge, tags, call, env);
  const [ref] = refs;
  if (ref !== undefined) return judgedKey(knowledge, ref);
  return unseen ? { kind: 'unknown', because: 'a key may be among options that are not in sight' } : undefined;
}

/** The values in the places that an API has for a key. */
function writtenKeys(
  knowledge: Knowledge,
  tags: readonly Tag[],
  call: AnyCall,
  env: Env | undefined,
): { readonly refs: readonly Ref[]; readonly unseen: boolean } {
  const found = tags
    .filter((tag) => tag.verb === 'keyed' && applies(knowledge, tag, call, env) !== 'no')
    .flatMap((tag) => pathsOf(tag, 'by'))
    .map((path) => {
      const at = refsAt(knowledge, call, path, env);
      return path.root === 'this' ? { ...at, refs: at.refs.map((ref) => givenName(knowledge, ref)) } : at;
    });
  return { refs: found.flatMap(({ refs }) => refs), unseen: found.some(({ unknown }) => unknown) };
}

function judgedKey(knowledge: Knowledge, ref: Ref): Repeatability {
  const { stability, origin } = provenanceOf(knowledge, ref);
  const place = knowledge.slice.placeOf(ref.node);
  if (stability === 'stable') return { kind: 'keyed', key: { stability, place } };
  if (stability === 'unstable') {
    const key =
      origin === undefined ? { stability, place } : { stability, place, origin: knowledge.slice.placeOf(origin) };
    return { kind: 'unstable-key', key };
  }
  return { kind: 'unknown', because: `where the key comes from is not in sight` };
}

/**
 * An update that asks for the state it changes, `where: { status: 'open' }, data: { status: 'paid' }`: the number of rows
 * tells who was first.
 */
function isTransition(knowledge: Knowledge, { member, call, env }: Reading): boolean {
  const [where] = member.tags.flatMap((tag) => (tag.verb === 'transition' ? pathsOf(tag, 'where') : []));
  const [data] = member.tags.flatMap((tag) => (tag.verb === 'relative' ? pathsOf(tag, 'in') : []));
  if (where === undefined || data === undefined) return false;
  const asked = new Set(refsAt(knowledge, call, where, env).refs.flatMap((ref) => namesIn(knowledge, ref, 0)));
  return refsAt(knowledge, call, data, env).refs.some((ref) =>
    namesIn(knowledge, ref, 1).some((name) => asked.has(name)),
  );
}

/** The modifiers that say where an update names its fields. */
const NAMING: ReadonlySet<string> = new Set(['relative', 'sets']);

/** The fields that an update gives a value. */
function setNames(knowledge: Knowledge, { member, call, env }: Reading): readonly string[] | undefined {
  const [data] = member.tags.flatMap((tag) => (NAMING.has(tag.verb) ? pathsOf(tag, 'in') : []));
  const refs = data === undefined ? [] : refsAt(knowledge, call, data, env).refs;
  const names = refs.flatMap((ref) => namesIn(knowledge, ref, 1));
  return names.length === 0 ? undefined : names.map((name) => name.toLowerCase());
}

/** Property names of an object, and of the operators below it (`$set`). */
function namesIn(knowledge: Knowledge, ref: Ref, depth: number): readonly string[] {
  return knowledge.valuesOf(ref).flatMap((value) => {
    if (value.kind !== 'object') return [];
    return value.node.properties.flatMap((property) => {
      const name = nameText(property.name);
      if (name === undefined) return [];
      if (depth === 0 || !name.startsWith('$') || !ts.isPropertyAssignment(property)) return [name];
      return namesIn(knowledge, { node: property.initializer, env: value.env }, depth - 1);
    });
  });
}

function remediesOf(
  knowledge: Knowledge,
  { member, call, env }: Reading,
  repeatability: Repeatability,
  category: SinkCategory,
): readonly Remedy[] {
  if (repeatability.kind === 'unstable-key') {
    const [key] = writtenKeys(knowledge, member.tags, call, env).refs;
    return key === undefined ? [] : stableKeyRemedies(knowledge, key.node, key.env);
  }
  if (repeatability.kind !== 'non-idempotent' || category === 'database') return [];
  return keyRemedies(knowledge, member.tags, call, env);
}
