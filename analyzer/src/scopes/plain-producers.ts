import type { PlainProducer } from '../facts/effect.ts';
import ts from '../typescript.ts';
import { calleeNode } from '../recognize/call-name.ts';
import type { Env } from '../recognize/env.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { putInto } from '../recognize/option-slot.ts';
import { propertyAround, replacementOf } from '../recognize/property-edits.ts';
import { optionOf } from '../recognize/read-options.ts';
import { creationsBehind, type Creation } from './creations.ts';
import { presenceAt, saidAt } from './known-settings.ts';

/** The producers that a send is certain to go through and that are neither idempotent nor transactional. */
export function plainProducers(knowledge: Knowledge, send: ts.Node, env: Env | undefined): readonly PlainProducer[] {
  if (!ts.isCallExpression(send)) return [];
  return creationsBehind(knowledge, send, env).flatMap((creation) => {
    const idempotent = saidAt(knowledge, creation, 'idempotent');
    const isPlain = idempotent.value === false || idempotent.value === 'absent';
    if (!isPlain || presenceAt(knowledge, creation, 'transactional-id').value !== 'absent') return [];
    const place = knowledge.slice.placeOf(calleeNode(creation.call));
    return [{ place, option: idempotent.name, remedy: remedyAt(knowledge, creation) }];
  });
}

function remedyAt(knowledge: Knowledge, { call, env }: Creation): PlainProducer['remedy'] {
  const [member] = knowledge.calleesOf(call, env).library;
  const option = member && optionOf(knowledge, member, call, env, 'idempotent');
  const [ref] = option?.refs ?? [];
  const property = ref && propertyAround(ref.node);
  if (property !== undefined) {
    return ts.isPropertyAssignment(property) ? replacementOf(knowledge, property.initializer, 'true') : [];
  }
  return option?.slot === undefined ? [] : putInto(knowledge, option.slot, 'true');
}
