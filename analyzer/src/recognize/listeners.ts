import type ts from 'typescript';
import type { Env } from './env.ts';
import type { AnyCall, Knowledge } from './knowledge.ts';
import { receiverOf, refsAt } from './path-refs.ts';
import { callsTagged } from './tagged-calls.ts';
import { pathsOf } from './tag.ts';
import { tagsOfCall } from './tags-of-call.ts';
import type { Ref } from './value.ts';

/** The functions that the slice registers, on the emitter of a call, for the event that the call names. */
export function listenersOf(knowledge: Knowledge, emit: AnyCall, env: Env | undefined, event: Ref): readonly Ref[] {
  const emitters = emittersOf(knowledge, emit, env);
  const wanted = namesOf(knowledge, event);
  return callsTagged(knowledge, 'listen').flatMap((call) => {
    const tag = tagsOfCall(knowledge, call, undefined).find(({ verb }) => verb === 'listen');
    if (tag === undefined || !emittersOf(knowledge, call, undefined).some((emitter) => emitters.includes(emitter)))
      return [];
    const [name] = pathsOf(tag, 'name').flatMap((path) => refsAt(knowledge, call, path, undefined).refs);
    const offered = name === undefined ? undefined : namesOf(knowledge, name);
    // An event that is not known may be any.
    const matches = wanted === undefined || offered === undefined || offered.some((text) => wanted.includes(text));
    return matches ? pathsOf(tag, 'listener').flatMap((path) => refsAt(knowledge, call, path, undefined).refs) : [];
  });
}

/** The places that an emitter may have been made at. */
function emittersOf(knowledge: Knowledge, call: AnyCall, env: Env | undefined): readonly ts.Node[] {
  const receiver = receiverOf(call);
  if (receiver === undefined) return [];
  return knowledge.valuesOf({ node: receiver, env }).flatMap((value) => {
    if (value.kind === 'library') return [value.origin];
    // A class of the workspace that extends the emitter.
    return value.kind === 'instance' ? [value.declaration] : [];
  });
}

function namesOf(knowledge: Knowledge, ref: Ref): readonly string[] | undefined {
  const values = knowledge.valuesOf(ref);
  const names = values.flatMap((value) => (value.kind === 'constant' ? [String(value.value)] : []));
  return names.length === values.length ? names : undefined;
}
