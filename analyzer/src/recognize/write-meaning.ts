import ts from '../typescript.ts';
import type { Remedy, Repeatability, SinkCategory } from '../facts/effect.ts';
import { callName, nameOf } from './call-name.ts';
import { chainedCalls } from './chained-calls.ts';
import type { Env } from './env.ts';
import { nameText, returnedExpressions } from './function-node.ts';
import type { AnyCall, Knowledge } from './knowledge.ts';
import { keyRemedies, stableKeyRemedies } from './key-remedy.ts';
import type { WriteMeaning } from './meaning.ts';
import { refsAt } from './path-refs.ts';
import type { Reading } from './reading.ts';
import { resourceAt } from './resource-at.ts';
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
  if (category === undefined) return [];
  const refinement = refinementOf(knowledge, shownAs, env);
  const repeatability = repeatabilityOf(knowledge, reading, refinement);
  return [
    {
      kind: 'write',
      category,
      library: member.stub.packageName,
      label: labelOf(shownAs, call),
      resource: resourceAt(knowledge, tag, call, env),
      repeatability,
      claims: tag.verb === 'claim' || refinement === 'claim' || isTransition(knowledge, reading),
      sets: setNames(knowledge, reading),
      remedies: remediesOf(knowledge, reading, repeatability, category),
      aborting: false,
      expires: member.tags.some((each) => each.verb === 'ttl' && isGiven(knowledge, each, call, env)),
      removes: tag.words.includes('removes'),
    },
  ];
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
  if (tag.verb === 'claim') return { kind: 'idempotent' };
  if (tag.words.includes('idempotent')) {
    return relative === 'unknown'
      ? { kind: 'unknown', because: 'the values that are written are not in sight' }
      : { kind: 'idempotent' };
  }
  if (!tag.words.includes('non-idempotent')) return { kind: 'unknown', because: 'what it does depends on data' };
  return keyedBy(knowledge, member.tags, call, env) ?? uniqueRow(knowledge, reading) ?? { kind: 'non-idempotent' };
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
    .map((path) => refsAt(knowledge, call, path, env));
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

/** Whether the written values add to what is there: `{ increment: 1 }`, `$inc`, an SQL fragment with a column. */
function relativeAnswer(
  knowledge: Knowledge,
  tags: readonly Tag[],
  call: AnyCall,
  env: Env | undefined,
): 'yes' | 'no' | 'unknown' {
  let answer: 'no' | 'unknown' = 'no';
  for (const tag of tags.filter(({ verb }) => verb === 'relative')) {
    const keys = new Set((tag.values.get('keys') ?? '').split(','));
    for (const path of pathsOf(tag, 'in')) {
      const found = refsAt(knowledge, call, path, env);
      const answers = found.refs.map((ref) => mentions(knowledge, ref, keys, 0));
      if (answers.includes('yes')) return 'yes';
      // A bare identifier from the message cannot carry an operator that the library would obey by accident.
      if (found.unknown || answers.includes('unknown')) answer = 'unknown';
    }
  }
  return answer;
}

function mentions(knowledge: Knowledge, ref: Ref, keys: ReadonlySet<string>, depth: number): 'yes' | 'no' | 'unknown' {
  if (depth > 5) return 'no';
  if (isRelativeFragment(knowledge, ref)) return 'yes';
  const answers = knowledge.valuesOf(ref).flatMap((value): ('yes' | 'no' | 'unknown')[] => {
    if (value.kind === 'function') return [returnedExpressions(value.fn).some(isArithmetic) ? 'yes' : 'no'];
    if (value.kind === 'array') {
      return value.node.elements.map((element) =>
        mentions(knowledge, { node: element, env: value.env }, keys, depth + 1),
      );
    }
    if (value.kind !== 'object') return [value.kind === 'opaque' && depth === 0 ? 'unknown' : 'no'];
    return value.node.properties.map((property) => {
      const name = nameText(property.name);
      if (name !== undefined && keys.has(name)) return 'yes';
      if (ts.isSpreadAssignment(property))
        return mentions(knowledge, { node: property.expression, env: value.env }, keys, depth + 1);
      if (ts.isShorthandPropertyAssignment(property))
        return mentions(knowledge, { node: property.name, env: value.env }, keys, depth + 1);
      if (!ts.isPropertyAssignment(property)) return 'no';
      return mentions(knowledge, { node: property.initializer, env: value.env }, keys, depth + 1);
    });
  });
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

/** A tagged SQL fragment that computes with a column: `sql\`${table.n} + ${d}\``, `raw('n + 1')`. */
function isRelativeFragment(knowledge: Knowledge, ref: Ref): boolean {
  const fragments = knowledge.valuesOf(ref).flatMap((value) => (value.kind === 'library' ? [value] : []));
  return fragments.some(({ origin, env }) => {
    if (!ts.isCallExpression(origin) && !ts.isTaggedTemplateExpression(origin)) return false;
    const tags = knowledge.calleesOf(origin, env).library.flatMap((member) => member.tags);
    return tags.some((tag) => tag.verb === 'relative-value') && /[-+*/|]/.test(fragmentText(origin));
  });
}

/** `() => 'stock - 1'`: SQL that a library pastes into the statement. */
function isArithmetic(node: ts.Expression): boolean {
  const text = ts.isStringLiteralLike(node) ? node.text : ts.isTemplateExpression(node) ? node.getText() : '';
  return /\w\s*[-+*/|]/.test(text);
}

function fragmentText(node: ts.CallExpression | ts.TaggedTemplateExpression): string {
  if (ts.isTaggedTemplateExpression(node)) {
    return ts.isTemplateExpression(node.template)
      ? node.template.head.text + node.template.templateSpans.map((span) => span.literal.text).join(' ')
      : node.template.text;
  }
  const [text] = node.arguments;
  return text !== undefined && ts.isStringLiteralLike(text) ? text.text : '';
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

/** The fields that an update gives a value. */
function setNames(knowledge: Knowledge, { member, call, env }: Reading): readonly string[] | undefined {
  const [data] = member.tags.flatMap((tag) => (tag.verb === 'relative' ? pathsOf(tag, 'in') : []));
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

type Refinement = 'idempotent' | 'claim' | 'non-idempotent';

/** `.onConflict('id').merge()` after the insert: the last builder method that says something wins. */
function refinementOf(knowledge: Knowledge, call: AnyCall, env: Env | undefined): Refinement | undefined {
  let found: Refinement | undefined;
  for (const link of chainedCalls(call)) {
    const tags = knowledge.calleesOf(link, env).library.flatMap((member) => member.tags);
    const refine = tags.find((tag) => tag.verb === 'refine' && applies(knowledge, tag, link, env) === 'yes');
    const word = refine?.words[0];
    if (word !== 'idempotent' && word !== 'claim' && word !== 'non-idempotent') continue;
    // A merge that adds to what is there is no upsert.
    found = relativeAnswer(knowledge, tags, link, env) === 'yes' ? 'non-idempotent' : word;
  }
  return found;
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
