import ts from '../typescript.ts';
import type { Env } from './env.ts';
import { nameText } from './function-node.ts';
import type { Knowledge } from './knowledge.ts';

/** The name of a property, also when it is computed from a constant: `[Topic.Orders]: onOrder`. */
export function propertyName(
  knowledge: Knowledge,
  name: ts.PropertyName | undefined,
  env: Env | undefined,
): string | undefined {
  const written = nameText(name);
  if (written !== undefined || name === undefined || !ts.isComputedPropertyName(name)) return written;
  const [value, ...others] = knowledge.valuesOf({ node: name.expression, env });
  return value?.kind === 'constant' && others.length === 0 ? String(value.value) : undefined;
}
