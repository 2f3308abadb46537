import { joinPath } from '@kafka-eos/analyzer/program/paths';
import { levels, type Level } from '@kafka-eos/linter/config/levels';
import type { SettingsRequest } from '@kafka-eos/linter/settings';

/** What the editor's user settled for a folder; the rest is up to the configuration files in it. Plain data. */
export interface FolderSettings extends SettingsRequest {
  readonly enable: boolean;
}

export const defaultSettings: FolderSettings = { enable: true, rules: new Map() };

/** Reads `{ enable, preset, configFile, rules }`, as an editor sends it. What has another form counts as not set. */
export function readFolderSettings(value: unknown, root: string): FolderSettings {
  const { enable, preset, configFile, rules } = entriesOf(value);
  const file = typeof configFile === 'string' && configFile !== '' ? configFile : undefined;
  return {
    enable: enable !== false,
    ...(preset === 'recommended' || preset === 'strict' ? { preset } : {}),
    ...(file === undefined ? {} : { configFile: joinPath(root, file.replaceAll('\\', '/')) }),
    rules: new Map(
      Object.entries(entriesOf(rules)).flatMap(([rule, level]) => (isLevel(level) ? [[rule, level]] : [])),
    ),
  };
}

function entriesOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function isLevel(value: unknown): value is Level {
  return levels.some((level) => level === value);
}
