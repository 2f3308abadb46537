import ts from '../typescript.ts';
import type { Env } from '../recognize/env.ts';
import type { Knowledge, LibraryCall } from '../recognize/knowledge.ts';
import { optionOf, type FoundOption } from '../recognize/read-options.ts';
import { sourceOfName } from '../recognize/single-source.ts';
import { stripExpression } from '../recognize/strip.ts';
import { callsTagged } from '../recognize/tagged-calls.ts';
import type { Ref } from '../recognize/value.ts';
import { creationsBehind, producerMadeBy, type Creation } from './creations.ts';
import { textsOf } from './find-consumers.ts';
import { contextsOf } from './find-contexts.ts';
import { isGiven } from './given.ts';
import { homeOf } from './same-creation.ts';
import { taggedUses } from './tagged-uses.ts';

type Making = Pick<Creation, 'call' | 'env'>;

/** A producer that the slice makes: one call in a factory makes one for each transactional id that it is given. */
export interface MadeProducer {
  readonly id: string;
  readonly call: Making['call'];
  readonly library: LibraryCall;
  /** Whether the same call makes others. */
  readonly isOneOfSeveral: boolean;
  /** Its transactional id, as the ways to it give it. */
  readonly options: readonly FoundOption[];
  /** What tells it from the others. */
  readonly mark: string;
}

/** Every producer of the slice, in the order of the source. */
export function madeProducers(knowledge: Knowledge): readonly MadeProducer[] {
  const used = ['begin', 'produce'].flatMap((verb) =>
    taggedUses(knowledge, verb).flatMap(({ call, env }) => creationsBehind(knowledge, call, env)),
  );
  return callsTagged(knowledge, 'create-producer').flatMap((call) => {
    const library = producerMadeBy(knowledge, call, undefined);
    if (library === undefined) return [];
    const ways = [...contextsOf(knowledge, call), ...used.flatMap((each) => (each.call === call ? [each.env] : []))];
    return producersAt(knowledge, call, library, [...new Set(ways)]);
  });
}

function producersAt(
  knowledge: Knowledge,
  call: Making['call'],
  library: LibraryCall,
  envs: readonly (Env | undefined)[],
): readonly MadeProducer[] {
  const seen = envs.filter((env) => homeOf({ call, env }) !== undefined);
  const byMark = new Map<string, FoundOption[]>();
  for (const env of seen.length > 0 ? seen : envs) {
    const option = optionOf(knowledge, library, call, env, 'transactional-id');
    const mark = markOf(knowledge, { call, env }, option);
    byMark.set(mark, [...(byMark.get(mark) ?? []), ...(option === undefined ? [] : [option])]);
  }
  const isOneOfSeveral = byMark.size > 1;
  const site = siteOf(knowledge, call);
  return [...byMark].map(([mark, options]) => {
    const id = isOneOfSeveral ? `${site} ${mark}` : site;
    return { id, call, library, isOneOfSeveral, options, mark };
  });
}

/** The ids of the producers that a call may make, seen from one way there; of all that it makes, where that is not known. */
export function idsOfMade(
  made: readonly MadeProducer[],
  knowledge: Knowledge,
  { call, env }: Making,
): readonly string[] {
  // The nodes are the same ones in every piece of work, the envs are not.
  const own = made.filter((producer) => producer.call === call);
  const [library] = own.map((producer) => producer.library);
  if (library === undefined) return [siteOf(knowledge, call)];
  const mark = markOf(knowledge, { call, env }, optionOf(knowledge, library, call, env, 'transactional-id'));
  const exact = own.filter((producer) => producer.mark === mark);
  return (exact.length > 0 ? exact : own).map(({ id }) => id);
}

/** The text of a transactional id; else where it is written, for whom. */
function markOf(knowledge: Knowledge, making: Making, option: FoundOption | undefined): string {
  const [ref] = option?.refs ?? [];
  if (ref === undefined) return '';
  const [text, ...others] = textsOf(knowledge, [ref]);
  const isOne = knowledge.valuesOf(ref).length === 1 && others.length === 0;
  if (text !== undefined && isOne) return JSON.stringify(text);
  const { node } = writtenAt(knowledge, ref);
  const maker = isGiven(knowledge, node) ? homeOf(making)?.call : undefined;
  return [node, ...(maker === undefined ? [] : [maker])].map((each) => siteOf(knowledge, each)).join(' ');
}

/** Where what is handed over under a name is written: in the caller's argument, if it is a parameter. */
export function writtenAt(knowledge: Knowledge, ref: Ref): Ref {
  const node = stripExpression(ref.node);
  const source = ts.isIdentifier(node) ? sourceOfName(knowledge, node, ref.env) : undefined;
  return source === undefined ? { node, env: ref.env } : writtenAt(knowledge, source);
}

function siteOf(knowledge: Knowledge, node: ts.Node): string {
  const { file, start } = knowledge.slice.placeOf(node);
  return `${file}:${String(start.line)}:${String(start.column)}`;
}
