import { createMemoryHost } from '@kafka-eos/analyzer/program/memory-host';
import { defaultEngine } from '../default-engine.ts';
import type { DeliveryMap, MapEffect } from '../map/delivery-map.ts';
import { mapWorkspace, type MapResult } from '../map/map-workspace.ts';
import type { Files } from './check-texts.ts';

/** The map of a workspace in memory, by the product's own analyzer and stubs. */
export function mapped(files: Files, maxStates = 20_000): MapResult {
  return mapWorkspace({ host: createMemoryHost(files), paths: [], includeTests: false, maxStates }, defaultEngine);
}

/** The effects of all pipelines: place, guarantee and name. */
export function effectsOf({ pipelines }: DeliveryMap): readonly string[] {
  return pipelines.flatMap(({ effects }) =>
    effects.map((effect) => `${effect.where} ${effect.guarantee} ${nameOf(effect)}`),
  );
}

function nameOf(effect: MapEffect): string {
  return effect.kind === 'send' ? `send ${effect.topics.join('|')}` : effect.label;
}
