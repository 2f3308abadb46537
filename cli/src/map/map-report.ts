import type { Notice } from '@kafka-eos/analyzer/facts/notice';
import type { DeliveryMap, Site } from '@kafka-eos/linter/map/delivery-map';
import type { Safe } from '../terminal/safe.ts';
import type { Style } from '../terminal/style.ts';

/** Everything that a renderer of the map may show. */
export interface MapReport {
  readonly map: DeliveryMap;
  readonly notices: readonly Notice[];
  readonly explain: boolean;
  /** A file of the workspace as a reader at the command's folder would name it. */
  readonly shownPath: (file: string) => string;
  /** A relative address of a place, as seen from where the report is written. */
  readonly linkTo: (site: Site) => string;
  readonly style: Style;
  /** Columns. */
  readonly width: number;
}

export type MapRenderer = (report: MapReport) => Safe;
