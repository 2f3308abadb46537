import type ts from 'typescript';
import type { ModuleResolver } from './module-resolver.ts';
import type { OutlinedFile } from './source-files.ts';
import { isJavaScript } from './source-kinds.ts';

export const requiredLibrariesFile = '/kafka-eos/required-libraries.d.ts';

/**
 * The compiler follows `require` in JavaScript only. For TypeScript that requires a library all the same, this adds to
 * what the platform's stub declares for `require`. Undefined when no file does that.
 */
export function declareRequired(
  files: ReadonlyMap<string, OutlinedFile>,
  resolver: ModuleResolver,
): string | undefined {
  const required = new Map<string, Set<string | undefined>>();
  for (const [path, { file, outline }] of files) {
    if (isJavaScript(path) || !mentionsRequire(file)) continue;
    for (const specifier of outline.specifiers) {
      const found = resolver.resolve(path, specifier);
      const meant = required.get(specifier) ?? new Set();
      required.set(specifier, meant.add(found?.kind === 'library' ? found.stub.specifier : undefined));
    }
  }
  const overloads = [...required].flatMap(([specifier, meant]) => {
    // What is generated has a path, and the same path may lead one file there and another one elsewhere.
    const [library, ...others] = meant;
    if (library === undefined || others.length > 0) return [];
    return [`(id: ${JSON.stringify(specifier)}): typeof import(${JSON.stringify(library)});`];
  });
  if (overloads.length === 0) return undefined;
  return `declare namespace NodeJS { interface Require { ${overloads.sort().join(' ')} } }`;
}

const known = new WeakMap<ts.SourceFile, boolean>();

function mentionsRequire(file: ts.SourceFile): boolean {
  const mentions = known.get(file) ?? file.text.includes('require(');
  known.set(file, mentions);
  return mentions;
}
