/**
 * What a file declares, imports and exports at its top level, and which of these refer to which. The slice is found on
 * outlines alone, so that an import that nothing needed refers to costs nothing.
 */
export interface Outline {
  readonly parts: readonly Part[];
  /** The parts that declare a top-level name, by position in `parts`. */
  readonly declarers: PartsByName;
  /** Local names that stand for something of another module. */
  readonly bindings: ReadonlyMap<string, Binding>;
  /** Exported names. `export=` is what the module as a whole is, in CommonJS. */
  readonly exports: ReadonlyMap<string, Export>;
  /** Specifiers of `export * from '…'` and its CommonJS forms. */
  readonly stars: readonly string[];
  /** Every specifier that the syntax names, sorted. */
  readonly specifiers: readonly string[];
  readonly links: Links;
}

/** The relations between parts read backwards: positions of parts by what they refer to. */
export interface Links {
  /** Parts that refer to a name. */
  readonly referrers: PartsByName;
  /** Statements that touch a name. */
  readonly touchers: PartsByName;
  /** Parts with a class or interface that extends or implements a name. */
  readonly heirs: PartsByName;
  /** Parts that import a module in place, by its specifier. */
  readonly inPlace: PartsByName;
  /** The names under which a part is exported, by its position. */
  readonly exportedAs: ReadonlyMap<number, readonly string[]>;
}

export type PartsByName = ReadonlyMap<string, readonly number[]>;

/** A top-level declaration or statement. */
export interface Part {
  readonly kind: 'declaration' | 'statement';
  /** The top-level names that it declares. */
  readonly names: readonly string[];
  readonly references: References;
  /** Names that a statement calls into or assigns to, as `schema.index(…)` does with `schema`. */
  readonly touches: ReadonlySet<string>;
  /** Names that it assigns to, whenever it runs: what flows into them flows on from there. */
  readonly assigns: ReadonlySet<string>;
  /** A class or an interface: others may extend or implement it. */
  readonly isBase: boolean;
  /** The name of a module that it declares: `declare module '…'`. */
  readonly ambientModule: string | undefined;
  /** A type or a literal: nothing of Kafka travels with it unless it refers to something that does. */
  readonly inert: boolean;
}

/** Names that code refers to, each with the members taken from it; `*` stands for the thing as a whole. */
export type Members = ReadonlyMap<string, ReadonlySet<string>>;

export interface References {
  readonly names: Members;
  /** Modules imported in place: `require('…').x`, `import('…')`. */
  readonly modules: Members;
  /** What classes and interfaces in it extend or implement. */
  readonly heritage: Members;
}

/** `imported` is an exported name, or `*` for the module as a whole. */
export interface Binding {
  readonly specifier: string;
  readonly imported: string;
}

export type Export =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'part'; readonly part: number }
  | { readonly kind: 'from'; readonly specifier: string; readonly imported: string };

export const wholeModule = 'export=';
