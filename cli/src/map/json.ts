import { mapVersion } from '@kafka-eos/linter/map/map-schema';
import { safe, safeJson } from '../terminal/safe.ts';
import type { MapRenderer } from './map-report.ts';

/** One object, for programs; its schema is published as `kafka-eos-map.schema.json`. */
export const json: MapRenderer = ({ map, notices }) => safe`${safeJson({ version: mapVersion, ...map, notices })}\n`;
