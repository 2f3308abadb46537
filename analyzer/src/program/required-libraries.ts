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
  const required = new Set<string>();
  for (const [path, { file, outline }] of files) {
    if (isJavaScript(path) || !mentionsRequire(file)) continue;
    for (const specifier of outline.specifiers) {
      if (resolver.resolve(path, specifier)?.kind === 'library') required.add(JSON.stringify(specifier));
    }
  }
  if (required.size === 0) return undefined;
  const overloads = [...required].sort().map((name) => `(id: ${name}): typeof import(${name});`);
  return `declare namespace NodeJS { interface Require { ${overloads.join(' ')} } }`;
}

const known = new WeakMap<ts.SourceFile, boolean>();

function mentionsRequire(file: ts.SourceFile): boolean {
  const mentions = known.get(file) ?? file.text.includes('require(');
  known.set(file, mentions);
  return mentions;
}
