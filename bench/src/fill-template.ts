import { readFileSync } from 'node:fs';

/** Text for each `{{hole}}` of a template. */
export type Holes = Readonly<Record<string, string>>;

/** The text of a file in `bench/templates`. */
export function readTemplate(name: string): string {
  return readFileSync(new URL(`../templates/${name}.txt`, import.meta.url), 'utf8');
}

/** Throws when a hole has no text: a template and its writer must agree. */
export function fillTemplate(template: string, holes: Holes): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const text = holes[name];
    if (text === undefined) throw new Error(`no text for {{${name}}}`);
    return text;
  });
}
