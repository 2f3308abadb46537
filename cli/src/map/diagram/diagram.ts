import type { Site } from '@kafka-eos/linter/map/delivery-map';
import type { Tone } from '../wording.ts';

/** What the picture shows, before anything has a place. */
export interface Diagram {
  readonly cards: readonly Card[];
  readonly topics: readonly TopicNode[];
  readonly edges: readonly Edge[];
}

/** A pipeline, or what a service does outside of one. */
export interface Card {
  readonly id: string;
  readonly service: string;
  readonly title: string;
  readonly verdict?: { readonly text: string; readonly tone: Tone };
  readonly rows: readonly Row[];
  /** Rows that may stand in any order, so that their edges need not cross. */
  readonly unordered?: true;
}

export type Row =
  | { readonly kind: 'place'; readonly text: string; readonly at: Site }
  | { readonly kind: 'note'; readonly text: string; readonly tone?: Tone }
  /** The first and the last row of the transaction's frame. */
  | { readonly kind: 'open'; readonly text: string }
  | { readonly kind: 'close'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | {
      readonly kind: 'effect';
      readonly sign: string;
      readonly text: string;
      readonly right: string;
      readonly tone: Tone | 'read';
      /** More than there is room for. */
      readonly tip: string;
      readonly at?: Site;
      /** Names the row for the edges that begin at it. */
      readonly port?: string;
    };

export interface TopicNode {
  readonly id: string;
  readonly name: string;
  readonly remark: string;
  /** True when this workspace holds one end of it only. */
  readonly open: boolean;
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  /** The row of the card that it begins at. */
  readonly port?: string;
  readonly tone: Tone | 'read';
  /** A reader that sees uncommitted messages. */
  readonly dashed: boolean;
  readonly tip: string;
}
