import type { Members, Outline, Part } from './outline.ts';

type Names = Pick<Outline, 'bindings' | 'declarers'>;

/**
 * Leaves out the names that stand for nothing at the top level: locals, parameters, globals. They lead nowhere, and whoever
 * types one more of them inside a function changes nothing that the search for the slice goes by.
 */
export function withKnownNames(part: Part, names: Names): Part {
  const isKnown = (name: string): boolean =>
    names.bindings.has(name) || names.declarers.has(name) || name === 'exports';
  const { names: all, modules, heritage } = part.references;
  const known = (members: Members): Members => new Map([...members].filter(([name]) => isKnown(name)));
  return {
    ...part,
    references: { names: known(all), modules, heritage: known(heritage) },
    touches: new Set([...part.touches].filter(isKnown)),
    assigns: new Set([...part.assigns].filter(isKnown)),
  };
}
