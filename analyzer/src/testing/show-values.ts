import { nameText } from '../recognize/function-node.ts';
import type { Value } from '../recognize/value.ts';

/** Values as a table writes them: `"text"`, `f()`, `class C`, `a C`, `lib Producer`, `?`; in no order that matters. */
export function showValues(values: readonly Value[]): string {
  return values.map(shown).sort().join(' | ');
}

function shown(value: Value): string {
  switch (value.kind) {
    case 'constant':
      return typeof value.value === 'bigint'
        ? `${String(value.value)}n`
        : value.value === undefined
          ? 'undefined'
          : JSON.stringify(value.value);
    case 'object':
    case 'array':
      return value.node.getText();
    case 'merged':
      return `{ ${value.parts.map(({ node }) => `...${node.getText()}`).join(', ')} }`;
    case 'class':
      return `class ${nameText(value.declaration.name) ?? ''}`;
    case 'instance':
      return `${value.creation === undefined ? 'any' : 'a'} ${nameText(value.declaration.name) ?? ''}`;
    case 'function':
      return `${'name' in value.fn ? (nameText(value.fn.name) ?? value.fn.getText()) : value.fn.getText()}()`;
    case 'library':
      return `${value.message ? 'message' : 'lib'} ${value.type.getSymbol()?.name ?? 'of no name'}`;
    case 'opaque':
      return '?';
  }
}
