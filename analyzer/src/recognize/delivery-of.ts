import ts from '../typescript.ts';
import type { Knowledge } from './knowledge.ts';
import { tagsOf } from './tags-of.ts';

/** What a `for await` over an object of a library is handed. */
export interface Delivery {
  readonly kind: 'each-message' | 'each-batch';
  readonly element: ts.Type;
  /** The member of the stub that says so. */
  readonly declaration: ts.Declaration;
}

/** Reads the `iterate` tag of a type: on its `[Symbol.asyncIterator]`, whose result names the element. */
export function deliveryOf({ checker }: Knowledge, type: ts.Type): Delivery | undefined {
  if ((type.flags & ts.TypeFlags.Object) === 0) return undefined;
  for (const property of type.getProperties()) {
    // The compiler's own spelling of a property whose name is a symbol.
    if (!property.name.startsWith('__@')) continue;
    for (const declaration of property.declarations ?? []) {
      const tag = tagsOf(declaration).find(({ verb }) => verb === 'iterate');
      const element = tag && elementOf(checker, checker.getTypeOfSymbolAtLocation(property, declaration));
      if (element === undefined) continue;
      return { kind: tag?.words.includes('each-batch') === true ? 'each-batch' : 'each-message', element, declaration };
    }
  }
  return undefined;
}

function elementOf(checker: Knowledge['checker'], iterator: ts.Type): ts.Type | undefined {
  const result = iterator.getCallSignatures()[0]?.getReturnType();
  if (result === undefined || !isReference(result)) return undefined;
  return checker.getTypeArguments(result)[0];
}

function isReference(type: ts.Type): type is ts.TypeReference {
  return 'target' in type;
}
