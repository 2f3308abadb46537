import ts from '../typescript.ts';
import { callName } from './call-name.ts';
import { isCategory } from './sink-category.ts';
import type { Env } from './env.ts';
import type { AnyCall, Knowledge, LibraryCall } from './knowledge.ts';
import type { CallsMeaning, ControlVerb, Meaning, ReadMeaning } from './meaning.ts';
import { listenersOf } from './listeners.ts';
import { receiverOf } from './path-refs.ts';
import type { Reading } from './reading.ts';
import { refsFor, resourceAt } from './resource-at.ts';
import { unflushedWrites } from './scheduled-rows.ts';
import { sqlMeanings } from './sql-meaning.ts';
import { applies } from './tag-condition.ts';
import { pathsOf, wordPaths, type Path, type Tag } from './tag.ts';
import { tagsOfCall } from './tags-of-call.ts';
import { isSavepoint, withConnection } from './taking-part.ts';
import type { Ref } from './value.ts';
import { writeMeaning } from './write-meaning.ts';

/** What a call to a library means, in the order in which it happens; empty for a harmless or unknown one. */
export function meaningsOf(knowledge: Knowledge, call: AnyCall, env: Env | undefined): readonly Meaning[] {
  const [member] = knowledge.calleesOf(call, env).library;
  if (member === undefined) return [];
  // Making a command object does nothing, and sending it does; but `new Promise(f)` calls what it is given.
  if (ts.isNewExpression(call)) {
    return memberMeanings(knowledge, member, call, env, call).filter(({ kind }) => kind === 'calls');
  }
  const command = commandOf(knowledge, member, call, env);
  return command ?? memberMeanings(knowledge, member, call, env, call);
}

/** Whether a call may mean more than calling back, judged by the tags alone: what they ask of the arguments is left open. */
export function mayMatter(call: AnyCall, library: readonly LibraryCall[]): boolean {
  const tags = ts.isNewExpression(call) ? [] : (library[0]?.tags ?? []);
  return tags.some(
    ({ verb, words }) => MATTERS.has(verb) || (verb === 'db-transaction' && words.some((word) => DB_CONTROL.has(word))),
  );
}

function memberMeanings(
  knowledge: Knowledge,
  member: LibraryCall,
  call: AnyCall,
  env: Env | undefined,
  shownAs: AnyCall,
): readonly Meaning[] {
  const seen = new Set<string>();
  const found: Meaning[] = [];
  for (const tag of byCondition(member.tags)) {
    const group = GROUPS.get(tag.verb) ?? tag.verb;
    const holds = applies(knowledge, tag, call, env);
    if (holds === 'no' || seen.has(group)) continue;
    if (GROUPS.has(tag.verb)) seen.add(group);
    found.push(...tagMeanings(knowledge, { member, tag, call, env, shownAs, certain: holds === 'yes' }));
  }
  return found;
}

/** Tags that exclude each other: the first that holds says what the call does. */
const GROUPS = new Map([
  ['write', 'effect'],
  ['claim', 'effect'],
  ['read', 'effect'],
]);

/** A tag with a condition wins over one without. */
function byCondition(tags: readonly Tag[]): readonly Tag[] {
  return [...tags.filter((tag) => tag.when !== undefined), ...tags.filter((tag) => tag.when === undefined)];
}

const CONTROL: ReadonlyMap<string, ControlVerb> = new Map([
  ['begin', 'begin'],
  ['send-offsets', 'send-offsets'],
  ['commit', 'commit'],
  ['abort', 'abort'],
  ['is-active', 'is-active'],
  ['heartbeat', 'heartbeat'],
  ['is-stale', 'is-stale'],
  ['commit-offsets', 'commit-offsets'],
  ['commit-offsets-if-necessary', 'commit-offsets-if-necessary'],
  ['resolve-offset', 'resolve-offset'],
  ['seek', 'seek'],
  ['exit', 'exit'],
]);

const DB_CONTROL: ReadonlyMap<string, ControlVerb> = new Map([
  ['begin', 'db-begin'],
  ['commit', 'db-commit'],
  ['rollback', 'db-rollback'],
]);

const MATTERS: ReadonlySet<string> = new Set([
  ...CONTROL.keys(),
  ...GROUPS.keys(),
  ...['sql', 'produce', 'command', 'schedule', 'check', 'fill', 'forget', 'emit', 'queue'],
]);

function tagMeanings(knowledge: Knowledge, reading: Reading): readonly Meaning[] {
  const { tag, call, env } = reading;
  const control = CONTROL.get(tag.verb);
  if (control !== undefined) return [{ kind: 'control', verb: control, hasArgument: hasArgument(call) }];
  switch (tag.verb) {
    case 'write':
    case 'claim':
      return withConnection(knowledge, reading, writeMeaning(knowledge, reading));
    case 'schedule':
      return unflushedWrites(knowledge, reading);
    case 'sql':
      return withConnection(knowledge, reading, sqlMeanings(knowledge, reading));
    case 'read':
      return tag.words.includes('alone') && isBuiltOn(call) ? [] : [readMeaning(knowledge, reading)];
    case 'produce':
      return [produceMeaning(knowledge, reading)];
    case 'db-transaction':
      return dbTransaction(knowledge, reading);
    case 'calls':
      return [callsMeaning(knowledge, tag, call, env)];
    case 'emit':
      return emitMeaning(knowledge, tag, call, env);
    case 'queue':
      return queueMeaning(knowledge, tag, call, env);
    case 'retries':
      return [{ kind: 'calls', mode: 'retried', callbacks: callbacks(knowledge, wordPaths(tag), call, env) }];
    case 'check':
    case 'fill':
    case 'forget':
      return [{ kind: 'container', verb: tag.verb, key: refsFor(knowledge, pathsOf(tag, 'key'), call, env)[0] }];
    default:
      return [];
  }
}

function hasArgument(call: AnyCall): boolean {
  return !ts.isTaggedTemplateExpression(call) && (call.arguments?.length ?? 0) > 0;
}

/** Another method is called on the result, so that this call is a part of what that one does. */
function isBuiltOn(call: AnyCall): boolean {
  const { parent } = call;
  return ts.isPropertyAccessExpression(parent) && !PROMISED.has(parent.name.text);
}

const PROMISED: ReadonlySet<string> = new Set(['then', 'catch', 'finally']);

/** How query builders and mappers ask for the lock of a row. */
const LOCKS = /\bforUpdate\b|pessimistic_write|PESSIMISTIC_WRITE|LOCK\.UPDATE|\block: true\b/;

/** A call with everything that is chained onto it. */
function statementText(call: AnyCall): string {
  let at: ts.Node = call;
  while (ts.isPropertyAccessExpression(at.parent) || ts.isCallExpression(at.parent)) at = at.parent;
  return at.getText();
}

function readMeaning(knowledge: Knowledge, { tag, call, env }: Reading): ReadMeaning {
  return {
    kind: 'read',
    category: tag.words.find(isCategory) ?? 'database',
    label: callName(call),
    resource: resourceAt(knowledge, tag, call, env),
    filtered: false,
    aborting: false,
    locks: LOCKS.test(statementText(call)),
    ...(tag.words.includes('silent') ? { silent: true as const } : {}),
  };
}

function produceMeaning(knowledge: Knowledge, { member, tag, call, env }: Reading): Meaning {
  return {
    kind: 'produce',
    library: member.stub.packageName,
    label: callName(call),
    transactional: tag.words.includes('in-transaction') || tag.words.includes('when-open'),
    whenOpen: tag.words.includes('when-open'),
    topics: refsFor(knowledge, pathsOf(tag, 'topic'), call, env),
  };
}

function dbTransaction(knowledge: Knowledge, { tag, call, env }: Reading): readonly Meaning[] {
  const control = tag.words.flatMap((word) => DB_CONTROL.get(word) ?? [])[0];
  if (control !== undefined) return [{ kind: 'control', verb: control, hasArgument: hasArgument(call) }];
  const run = callbacks(knowledge, pathsOf(tag, 'run'), call, env);
  if (run.length === 0) return [];
  return [{ kind: 'calls', mode: isSavepoint(knowledge, call, env) ? 'once' : 'db-transaction', callbacks: run }];
}

function callsMeaning(knowledge: Knowledge, tag: Tag, call: AnyCall, env: Env | undefined): CallsMeaning {
  const mode = (['each', 'later', 'back'] as const).find((word) => tag.words.includes(word)) ?? 'once';
  return { kind: 'calls', mode, callbacks: callbacks(knowledge, wordPaths(tag), call, env) };
}

/** The listeners that the slice registers for the event, called on the spot; nobody waits for what they return. */
function emitMeaning(knowledge: Knowledge, tag: Tag, call: AnyCall, env: Env | undefined): readonly CallsMeaning[] {
  const [name] = refsFor(knowledge, pathsOf(tag, 'name'), call, env);
  const listeners = name === undefined ? [] : listenersOf(knowledge, call, env, name);
  if (listeners.length === 0 || ts.isTaggedTemplateExpression(call)) return [];
  const given = (call.arguments ?? []).slice(1).map((node): Ref => ({ node, env }));
  return [{ kind: 'calls', mode: 'emitted', callbacks: listeners, given }];
}

/** What is put into a queue is given to the function that the queue was made with. */
function queueMeaning(knowledge: Knowledge, tag: Tag, call: AnyCall, env: Env | undefined): readonly CallsMeaning[] {
  const receiver = receiverOf(call);
  if (receiver === undefined || ts.isTaggedTemplateExpression(call)) return [];
  const workers = knowledge.valuesOf({ node: receiver, env }).flatMap((value): readonly Ref[] => {
    const made = value.kind === 'library' && ts.isCallExpression(value.origin) ? value.origin : undefined;
    if (value.kind !== 'library' || made === undefined) return [];
    const paths = tagsOfCall(knowledge, made, value.env)
      .filter(({ verb }) => verb === 'works')
      .flatMap((each) => pathsOf(each, 'at'));
    return callbacks(knowledge, paths, made, value.env);
  });
  if (workers.length === 0) return [];
  const given = (call.arguments ?? []).slice(0, 1).map((node): Ref => ({ node, env }));
  return [{ kind: 'calls', mode: tag.words.includes('promised') ? 'once' : 'queued', callbacks: workers, given }];
}

/** Arguments at the paths that are functions. */
function callbacks(knowledge: Knowledge, paths: readonly Path[], call: AnyCall, env: Env | undefined): readonly Ref[] {
  return refsFor(knowledge, paths, call, env).filter((ref) =>
    knowledge.valuesOf(ref).some((value) => value.kind === 'function'),
  );
}

/** `client.send(new PutObjectCommand({…}))`: the class of the command says what happens. */
function commandOf(
  knowledge: Knowledge,
  member: LibraryCall,
  call: AnyCall,
  env: Env | undefined,
): readonly Meaning[] | undefined {
  const tag = member.tags.find(({ verb }) => verb === 'command');
  if (tag === undefined) return undefined;
  return refsFor(knowledge, pathsOf(tag, 'at'), call, env)
    .flatMap((ref) => knowledge.valuesOf(ref))
    .flatMap((value) => {
      if (value.kind !== 'library' || !ts.isNewExpression(value.origin)) return [];
      const { origin } = value;
      const [constructed] = knowledge.calleesOf(origin, value.env).library;
      return constructed === undefined ? [] : memberMeanings(knowledge, constructed, origin, value.env, call);
    });
}
