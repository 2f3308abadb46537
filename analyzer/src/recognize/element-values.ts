import ts from '../typescript.ts';
import type { Env } from './env.ts';
import { deliveryOf } from './delivery-of.ts';
import type { Knowledge } from './knowledge.ts';
import { slotOf } from './slot.ts';
import { stripExpression } from './strip.ts';
import { fillingEnvs, keysAt } from './table-keys.ts';
import { OPAQUE, type Value } from './value.ts';

/** What an element of a collection may be. */
export function elementValues(knowledge: Knowledge, collection: ts.Expression, env: Env | undefined): readonly Value[] {
  const values = knowledge.valuesOf({ node: collection, env });
  // Nothing is taken out of a field while it is empty: `this.stream = null` until it is opened.
  const held = values.filter((value) => value.kind !== 'constant' || (value.value ?? undefined) !== undefined);
  return (held.length > 0 ? held : values).flatMap((value): readonly Value[] => {
    if (value.kind === 'array') {
      // A list may be made of itself: `list = [...list, item]`.
      const question = `elements ${slotOf(knowledge, value.node, value.env)}`;
      return knowledge.once(question, [], () => [
        ...listed(knowledge, value.node, value.env),
        ...pushed(knowledge, value.node, value.env),
      ]);
    }
    if (value.kind !== 'library') return [OPAQUE];
    const delivery = deliveryOf(knowledge, value.type);
    if (delivery !== undefined) return [{ ...value, type: delivery.element, message: true }];
    return value.message ? [elementOfMessage(knowledge, value.type, value)] : [OPAQUE];
  });
}

function elementOfMessage(knowledge: Knowledge, type: ts.Type, from: Value & { readonly kind: 'library' }): Value {
  const element = knowledge.checker.getIndexTypeOfType(type, ts.IndexKind.Number);
  return element === undefined ? OPAQUE : { ...from, type: element };
}

function listed(knowledge: Knowledge, node: ts.ArrayLiteralExpression, env: Env | undefined): readonly Value[] {
  return node.elements.flatMap((element) =>
    ts.isSpreadElement(element)
      ? elementValues(knowledge, element.expression, env)
      : knowledge.valuesOf({ node: element, env }),
  );
}

/** `list.push(handler)` anywhere, on a variable or field that holds this very array. */
function pushed(knowledge: Knowledge, node: ts.ArrayLiteralExpression, env: Env | undefined): readonly Value[] {
  const key = storedUnder(node);
  const asked = key === undefined ? undefined : keysAt(knowledge, { node: key, env });
  return knowledge.once(`pushed ${String(knowledge.envs.idOf(node))}`, [], () =>
    knowledge.pushesTo(node).flatMap((call) => {
      const under = askedUnder(call);
      const envs = under === undefined ? [undefined] : fillingEnvs(knowledge, under, asked);
      return envs.flatMap((from) =>
        call.arguments.flatMap((argument) => knowledge.valuesOf({ node: argument, env: from })),
      );
    }),
  );
}

/** The key of a list in a table: `lists.set(key, [])`. */
function storedUnder({ parent }: ts.ArrayLiteralExpression): ts.Expression | undefined {
  return ts.isCallExpression(parent) && isMethod(parent, 'set') ? parent.arguments[0] : undefined;
}

/** `lists.get(key).push(item)`. */
function askedUnder({ expression }: ts.CallExpression): ts.Expression | undefined {
  const list = ts.isPropertyAccessExpression(expression) ? stripExpression(expression.expression) : undefined;
  return list !== undefined && ts.isCallExpression(list) && isMethod(list, 'get') ? list.arguments[0] : undefined;
}

function isMethod({ expression }: ts.CallExpression, name: string): boolean {
  return ts.isPropertyAccessExpression(expression) && expression.name.text === name;
}
