import type { Notice } from '@kafka-eos/analyzer/facts/notice';
import { absence } from '../absence.ts';
import type { AnalysisRequest, LintEngine } from '../engine.ts';
import { askedFiles } from '../asked-files.ts';
import { buildMap } from './build-map.ts';
import type { DeliveryMap } from './delivery-map.ts';
import { openServices } from './find-services.ts';
import { mapWithin } from './map-within.ts';

export type MapRequest = Pick<AnalysisRequest, 'host' | 'paths' | 'outermost' | 'includeTests' | 'maxStates' | 'disk'>;

export interface MapResult {
  readonly map: DeliveryMap;
  readonly notices: readonly Notice[];
}

/** Maps a workspace. Configuration plays no part: a map shows what is there. */
export function mapWorkspace(request: MapRequest, engine: LintEngine): MapResult {
  const analysis = engine.analyze({ ...request, libraries: engine.libraries, withDelivery: true });
  const map = mapWithin(buildMap(analysis, openServices(request.host)), askedFiles(request));
  return { map, notices: [...analysis.notices, ...absence(analysis)] };
}
