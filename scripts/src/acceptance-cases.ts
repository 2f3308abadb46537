import { allRules } from '@kafka-eos/rules';

/** A program of the acceptance suite, as far as it says what it needs. */
export interface AcceptanceCase {
  readonly name: string;
  /** Rules that it expects to report, from its `// expect:` marks. */
  readonly expects: readonly string[];
  /** Specifiers of its imports. */
  readonly imports: readonly string[];
}

const coveredRules: ReadonlySet<string> = new Set(allRules.map(({ id }) => id));

/** Ways to Kafka whose meaning the stubs do not say yet. */
const otherKafkaLibraries: readonly string[] = ['kafka-node'];

/** Reads a case from the texts of its source files. */
export function readCase(name: string, texts: readonly string[]): AcceptanceCase {
  const marks = texts.flatMap((text) => matches(text, /\/\/\s*expect:\s*([a-z, -]+?)\s*(?:\/\/.*)?$/gm));
  const specifiers = texts.flatMap((text) => matches(text, /(?:\bfrom|\bimport|\brequire)\s*\(?\s*['"]([^'"]+)['"]/g));
  return {
    name,
    expects: marks.flatMap((mark) => mark.split(',').map((rule) => rule.trim())),
    imports: specifiers,
  };
}

/** Why a case is not expected to pass yet; undefined when it is. */
export function notCoveredBecause({ expects, imports }: AcceptanceCase): string | undefined {
  const rules = [...new Set(expects.filter((rule) => !coveredRules.has(rule)))];
  const libraries = otherKafkaLibraries.filter((library) =>
    imports.some((specifier) => specifier === library || specifier.startsWith(`${library}/`)),
  );
  const missing = [...rules, ...libraries];
  return missing.length === 0 ? undefined : `needs ${missing.join(', ')}`;
}

function matches(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []);
}
