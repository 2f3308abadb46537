import { folderOf, joinPath, relativePath } from '@kafka-eos/analyzer/program/paths';
import type { WorkspaceHost } from '@kafka-eos/analyzer/program/workspace-host';
import type { Preset, RawFinding, Severity } from '@kafka-eos/rules/contract/define-rule';
import type { ConfigProblem } from './config/config-problem.ts';
import type { ConfigurableRule } from './config/config-schema.ts';
import { configFinder, configFrom, type ConfigSearch, type FoundConfig } from './config/find-config.ts';
import type { Level } from './config/levels.ts';
import { matcherOf } from './glob.ts';

/** What the caller settles, whatever the configuration files say. */
export interface SettingsRequest {
  /** Absolute; replaces the search for a nearest configuration. */
  readonly configFile?: string;
  readonly preset?: Preset;
  readonly rules: ReadonlyMap<string, Level>;
}

/** A rule as far as settings are concerned. */
export interface SettableRule extends ConfigurableRule {
  readonly severity: Readonly<Record<Preset, Severity | 'off'>>;
}

export interface FileSettings {
  readonly preset: Preset;
  /** The level that somebody set for the rule in this file, if anybody did. */
  readonly levelOf: (rule: string) => Level | undefined;
  readonly ignored: boolean;
  /** How late a duplicate may arrive: an outage, a rebalance, a deployment that is rolled back. In seconds. */
  readonly redeliveryWindow: number;
}

export interface Settings {
  /** For a file by its path relative to the workspace. */
  readonly of: (file: string) => FileSettings;
  /** What keeps the configuration of these files or folders from being used; absolute paths, or relative to the workspace. */
  readonly problemsOf: (paths: readonly string[]) => readonly ConfigProblem[];
}

const USUAL_WINDOW = 3600;

export function openSettings(host: WorkspaceHost, request: SettingsRequest, rules: readonly SettableRule[]): Settings {
  const search = configSearch(host, request, rules);
  const matchers = new Map<FoundConfig, Matchers>();
  const matchersOf = (found: FoundConfig): Matchers => {
    const known = matchers.get(found) ?? compile(found);
    matchers.set(found, known);
    return known;
  };
  return {
    of: (file) => {
      const path = joinPath(host.root, file);
      const { found } = search(folderOf(path));
      return found === undefined
        ? settingsWithout(request)
        : settingsFrom(found, matchersOf(found), relativePath(found.folder, path), request);
    },
    problemsOf: (paths) => {
      const folders = new Set(paths.map((path) => joinPath(host.root, path)).map((path) => folderAt(host, path)));
      return [...new Set([...folders].flatMap((folder) => search(folder).problems))];
    },
  };
}

/** The severity that a finding is shown with, or `off`. */
export function effectiveSeverity(raw: RawFinding, rule: SettableRule | undefined, settings: FileSettings): Level {
  if (raw.lasts !== undefined && raw.lasts >= settings.redeliveryWindow) return 'off';
  const level = settings.levelOf(raw.rule);
  const own = raw.severity[settings.preset];
  if (level === undefined) return own;
  if (own !== 'off') return level;
  // The preset leaves the whole rule out and the user asked for it: then what it finds in `strict` is wanted. A rule
  // of the preset that keeps this one finding out of it still does.
  const asked = rule?.severity[settings.preset] === 'off' && raw.severity.strict !== 'off';
  return asked ? level : 'off';
}

function configSearch(
  host: WorkspaceHost,
  { configFile }: SettingsRequest,
  rules: readonly SettableRule[],
): (folder: string) => ConfigSearch {
  if (configFile === undefined) return configFinder(host, rules);
  const result = configFrom(host, configFile, host.root, rules);
  return () => result;
}

interface Matchers {
  readonly ignored: (path: string) => boolean;
  readonly overrides: readonly {
    readonly matches: (path: string) => boolean;
    readonly rules: Readonly<Record<string, Level | undefined>>;
  }[];
}

function compile({ config }: FoundConfig): Matchers {
  return {
    ignored: matcherOf(config.ignore ?? []),
    overrides: (config.overrides ?? []).map(({ files, rules }) => ({ matches: matcherOf(files), rules })),
  };
}

function settingsFrom(found: FoundConfig, matchers: Matchers, path: string, request: SettingsRequest): FileSettings {
  const layers = [
    found.config.rules ?? {},
    ...matchers.overrides.filter(({ matches }) => matches(path)).map(({ rules }) => rules),
  ].map((rules) => new Map(Object.entries(rules)));
  return {
    preset: request.preset ?? found.config.preset ?? 'recommended',
    levelOf: (rule) => request.rules.get(rule) ?? layers.findLast((layer) => layer.get(rule) !== undefined)?.get(rule),
    ignored: matchers.ignored(path),
    redeliveryWindow: found.config.redeliveryWindow ?? USUAL_WINDOW,
  };
}

function settingsWithout(request: SettingsRequest): FileSettings {
  return {
    preset: request.preset ?? 'recommended',
    levelOf: (rule) => request.rules.get(rule),
    ignored: false,
    redeliveryWindow: USUAL_WINDOW,
  };
}

function folderAt(host: WorkspaceHost, path: string): string {
  return host.kindOf(path) === 'folder' ? path : folderOf(path);
}
