import { childOf, folderOf, nameOf } from '@kafka-eos/analyzer/program/paths';
import type { WorkspaceHost } from '@kafka-eos/analyzer/program/workspace-host';
import { decodeForDisplay } from '../source-text.ts';
import type { ConfigProblem } from './config-problem.ts';
import type { Config, ConfigurableRule } from './config-schema.ts';
import { readConfig, type ConfigText } from './read-config.ts';

const fileNames = ['kafka-eos.config.json', 'kafka-eos.config.jsonc'] as const;
const packageKey = 'kafka-eos';

/** A usable configuration, and the folder that its globs are relative to. */
export interface FoundConfig {
  readonly file: string;
  readonly folder: string;
  readonly config: Config;
}

export interface ConfigSearch {
  readonly found?: FoundConfig;
  readonly problems: readonly ConfigProblem[];
}

const nothing: ConfigSearch = { problems: [] };

/**
 * The nearest configuration at or above a folder, and only that one: a package does not inherit from its parents. The
 * search ends at the top of the repository. Each folder is looked at once.
 */
export function configFinder(
  host: WorkspaceHost,
  rules: readonly ConfigurableRule[],
): (folder: string) => ConfigSearch {
  const known = new Map<string, ConfigSearch>();
  const search = (folder: string): ConfigSearch => {
    const earlier = known.get(folder);
    if (earlier !== undefined) return earlier;
    const here = configIn(host, folder, rules);
    const parent = folderOf(folder);
    const goesOn = here === undefined && parent !== folder && host.kindOf(childOf(folder, '.git')) === 'missing';
    const result = here ?? (goesOn ? search(parent) : nothing);
    known.set(folder, result);
    return result;
  };
  return search;
}

/** The configuration in one named file; its globs are relative to `folder`. */
export function configFrom(
  host: WorkspaceHost,
  file: string,
  folder: string,
  rules: readonly ConfigurableRule[],
): ConfigSearch {
  const content = host.readFile(file);
  if (content.kind === 'missing') return { problems: [{ file, message: 'there is no such file' }] };
  if (content.kind === 'unreadable') return { problems: [{ file, message: `cannot be read: ${content.reason}` }] };
  const text = decodeForDisplay(content.bytes);
  const key = file.endsWith('/package.json') ? packageKey : undefined;
  const source: ConfigText = key === undefined ? { file, text } : { file, text, key };
  const read = readConfig(source, rules);
  if (read.kind === 'none') return { problems: [{ file, message: `has no key "${packageKey}"` }] };
  if (read.kind === 'problems') return { problems: read.problems };
  return { found: { file, folder, config: read.config }, problems: [] };
}

function configIn(host: WorkspaceHost, folder: string, rules: readonly ConfigurableRule[]): ConfigSearch | undefined {
  const files = [
    ...fileNames.map((name) => childOf(folder, name)).filter((file) => host.kindOf(file) !== 'missing'),
    ...(mentionsTool(host, childOf(folder, 'package.json')) ? [childOf(folder, 'package.json')] : []),
  ];
  const [first, second] = files;
  if (first === undefined) return undefined;
  if (second !== undefined) {
    return {
      problems: [{ file: second, message: `configures what ${nameOf(first)} beside it configures too; keep one` }],
    };
  }
  return configFrom(host, first, folder, rules);
}

function mentionsTool(host: WorkspaceHost, file: string): boolean {
  const content = host.readFile(file);
  if (content.kind !== 'bytes') return false;
  const text = decodeForDisplay(content.bytes);
  // Most manifests do not mention the tool at all, or only as a dependency.
  return text.includes(`"${packageKey}"`) && readConfig({ file, text, key: packageKey }, []).kind !== 'none';
}
