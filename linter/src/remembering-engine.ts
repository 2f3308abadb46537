import { openAnalyzer } from '@kafka-eos/analyzer';
import { isSource } from '@kafka-eos/analyzer/program/source-kinds';
import { defaultEngine } from './default-engine.ts';
import type { AnalysisSettings, LintEngine } from './engine.ts';
import { openSettings, type Settings } from './settings.ts';

/**
 * An engine for who checks one workspace again and again: it gives the answers of the default engine, and does only what
 * a change of some texts makes necessary.
 */
export function openRememberingEngine(): LintEngine {
  return { ...defaultEngine, analyze: openAnalyzer(), openSettings: rememberedSettings() };
}

function rememberedSettings(): NonNullable<LintEngine['openSettings']> {
  let known: { readonly key: string; readonly settings: Settings } | undefined;
  return (request) => {
    const key = request.disk === undefined ? undefined : keyOf(request);
    if (key !== undefined && known?.key === key) return known.settings;
    const settings = openSettings(request.host, request.settings, request.rules);
    known = key === undefined ? undefined : { key, settings };
    return settings;
  };
}

/** Whatever settings can depend on: a configuration may be open in the editor, too. */
function keyOf({ disk, host, settings }: AnalysisSettings): string {
  const others = [...(host.overlay ?? [])].filter(([path]) => !isSource(path));
  return JSON.stringify([disk, host.root, { ...settings, rules: [...settings.rules] }, others]);
}
