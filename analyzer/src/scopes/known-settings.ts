import type ts from 'typescript';
import type { Said, Setting } from '../facts/producer-setup.ts';
import { declaredOptions } from '../recognize/declared-options.ts';
import type { Env } from '../recognize/env.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { refsAt } from '../recognize/path-refs.ts';
import { propertyAround } from '../recognize/property-edits.ts';
import { optionOf, writtenOption } from '../recognize/read-options.ts';
import type { Path } from '../recognize/tag.ts';
import type { Ref } from '../recognize/value.ts';

/** A call with options, as seen from one way of getting there. */
export interface OptionsAt {
  readonly call: ts.CallExpression | ts.NewExpression;
  readonly env: Env | undefined;
}

/** What a call says about something that may be on or off. */
export function saidAt(knowledge: Knowledge, { call, env }: OptionsAt, meaning: string): Said {
  const [member] = knowledge.calleesOf(call, env).library;
  const option = member && optionOf(knowledge, member, call, env, meaning);
  const place = knowledge.slice.placeOf(call.expression);
  if (option === undefined) return { value: 'unknown', name: meaning, place };
  const written = writtenOption(knowledge, option);
  if (written === undefined) return { value: option.unknown ? 'unknown' : 'absent', name: option.name, place };
  const isCertain = !option.unknown && !option.maybeAbsent;
  return { value: isCertain ? written.value : 'unknown', name: option.name, place: written.place };
}

/** Whether a call is given a value at all, whatever it is. */
export function presenceAt(knowledge: Knowledge, { call, env }: OptionsAt, meaning: string): Said {
  const [member] = knowledge.calleesOf(call, env).library;
  const option = member && optionOf(knowledge, member, call, env, meaning);
  const [ref] = option?.refs ?? [];
  const place = knowledge.slice.placeOf(ref?.node ?? call.expression);
  if (option === undefined) return { value: 'unknown', name: meaning, place };
  if (ref === undefined) return { value: option.unknown ? 'unknown' : 'absent', name: option.name, place };
  return { value: option.unknown || option.maybeAbsent ? 'unknown' : true, name: option.name, place };
}

/** A value that a call is certain to be given below one of its paths. */
export function knownSetting(knowledge: Knowledge, { call, env }: OptionsAt, path: Path, meaning: string): Setting {
  const [member] = knowledge.calleesOf(call, env).library;
  if (member === undefined) return 'unknown';
  for (const option of declaredOptions(knowledge, member.declaration, path, meaning)) {
    const found = refsAt(knowledge, call, { root: path.root, members: [...path.members, ...option.members] }, env);
    if (found.refs.length === 0 && !found.unknown) continue;
    const [ref, ...others] = found.refs;
    if (ref === undefined || others.length > 0 || found.unknown || found.maybeAbsent) return 'unknown';
    return constantAt(knowledge, ref, option.members.at(-1) ?? '');
  }
  return 'absent';
}

function constantAt(knowledge: Knowledge, ref: Ref, name: string): Setting {
  const [value, ...others] = knowledge.valuesOf(ref);
  if (value?.kind !== 'constant' || others.length > 0) return 'unknown';
  const { value: known } = value;
  if (typeof known !== 'string' && typeof known !== 'number' && typeof known !== 'boolean') return 'unknown';
  return { name, place: knowledge.slice.placeOf(propertyAround(ref.node) ?? ref.node), value: known };
}
