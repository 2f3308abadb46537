import { namesOf, type Entity } from './entity.ts';
import { fillTemplate, readTemplate } from './fill-template.ts';
import type { Field } from './vocabulary.ts';

const template = readTemplate('model');

/** An interface, the functions around it, and a validator: no imports but of the package's own errors. */
export function writeModel(entity: Entity): string {
  const lines = (line: (field: Field) => string) => entity.fields.map(line).join('\n');
  return fillTemplate(template, {
    ...namesOf(entity),
    declarations: lines(({ name, type }) => `  readonly ${name}: ${type};`),
    draftDeclarations: lines(({ name, type }) => `  readonly ${name}?: ${type} | undefined;`),
    initialValues: lines((field) => `    ${field.name}: draft.${field.name} ?? ${emptyValue(field)},`),
    checks: lines((field) => `  if (${mistakeIn(field)}) problems.push('${field.name} is not valid');`),
    texts: lines((field) => `    \`${field.name}=\${${textOf(field)}}\`,`),
  });
}

function emptyValue({ type }: Field): string {
  const values = { string: "''", number: '0', boolean: 'false', Date: 'createdAt', 'readonly string[]': '[]' };
  return values[type];
}

function textOf({ name, type }: Field): string {
  const texts = {
    string: `value.${name}`,
    number: `value.${name}.toFixed(2)`,
    boolean: `String(value.${name})`,
    Date: `value.${name}.toISOString()`,
    'readonly string[]': `value.${name}.join('+')`,
  };
  return texts[type];
}

function mistakeIn({ name, type }: Field): string {
  const mistakes = {
    string: `draft.${name}?.trim() === ''`,
    number: `draft.${name} !== undefined && !Number.isFinite(draft.${name})`,
    boolean: `draft.${name} === true && Object.keys(draft).length === 1`,
    Date: `draft.${name} !== undefined && Number.isNaN(draft.${name}.getTime())`,
    'readonly string[]': `draft.${name}?.some((entry) => entry === '') === true`,
  };
  return mistakes[type];
}
