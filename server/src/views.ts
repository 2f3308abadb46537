import { crashTablesAt, type CrashRequest } from '@kafka-eos/linter/crash/units-at';
import type { LintEngine } from '@kafka-eos/linter/engine';
import { mapVersion } from '@kafka-eos/linter/map/map-schema';
import { mapWorkspace } from '@kafka-eos/linter/map/map-workspace';

/** What is asked for the views of an editor. */
export type ViewRequest = CrashRequest;

/** What the views of an editor are made of, as plain data. */
export interface Views {
  readonly map: (request: ViewRequest, engine: LintEngine) => unknown;
  /** The units that run the line (1-based) of a file, relative to the root. */
  readonly crash: (request: ViewRequest, engine: LintEngine, file: string, line: number) => unknown;
}

/** The map in the form that `kafka-eos map --format json` prints; crash tables as the analysis states them. */
export const views: Views = {
  map: (request, engine) => {
    const { map, notices } = mapWorkspace(request, engine);
    return { version: mapVersion, ...map, notices };
  },
  crash: crashTablesAt,
};
