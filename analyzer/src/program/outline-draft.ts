import ts from '../typescript.ts';
import { collectReferences } from './collect-references.ts';
import { commentsOf } from './module-syntax.ts';
import type { Binding, Export, Part } from './outline.ts';
import { isJavaScript } from './source-kinds.ts';
import { assignedNames, touchedNames } from './touched-names.ts';

/** The outline of one file while it is being collected. */
export interface OutlineDraft {
  readonly file: ts.SourceFile;
  readonly parts: readonly Part[];
  readonly declarers: ReadonlyMap<string, readonly number[]>;
  readonly bindings: Map<string, Binding>;
  readonly exports: Map<string, Export>;
  readonly stars: Set<string>;
  /** Adds a part and returns its position. `owner` is the statement whose comments speak about it. */
  addPart(node: ts.Node, names: readonly string[], options?: PartOptions): number;
}

interface PartOptions {
  readonly inert?: boolean;
  readonly owner?: ts.Statement;
}

export function openDraft(file: ts.SourceFile, isKafka: (specifier: string) => boolean): OutlineDraft {
  const parts: Part[] = [];
  const declarers = new Map<string, number[]>();
  const bindings = new Map<string, Binding>();
  const withComments = isJavaScript(file.fileName);
  const isKafkaName = (name: string): boolean => {
    const binding = bindings.get(name);
    return binding !== undefined && isKafka(binding.specifier);
  };

  function addPart(node: ts.Node, names: readonly string[], { inert = false, owner }: PartOptions = {}): number {
    const isStatement = names.length === 0 && ts.isStatement(node);
    const comments = withComments && owner ? commentsOf(owner) : [];
    const position = parts.length;
    parts.push({
      kind: isStatement ? 'statement' : 'declaration',
      names,
      references: collectReferences([node, ...comments], withComments, isKafkaName),
      touches: isStatement ? touchedNames(node) : new Set(),
      assigns: assignedNames(node),
      isBase: ts.isClassLike(node) || ts.isInterfaceDeclaration(node),
      ambientModule: ambientModuleOf(node),
      inert,
    });
    for (const name of names) declarers.set(name, [...(declarers.get(name) ?? []), position]);
    return position;
  }

  return { file, parts, declarers, bindings, exports: new Map(), stars: new Set(), addPart };
}

function ambientModuleOf(node: ts.Node): string | undefined {
  return ts.isModuleDeclaration(node) && ts.isStringLiteral(node.name) ? node.name.text : undefined;
}
