import type { ClientUse } from './client-use.ts';
import type { Consumer } from './consumer.ts';
import type { DeliveryFacts } from './delivery.ts';
import type { Directive } from './directive.ts';
import type { Notice } from './notice.ts';
import type { TopicWrite } from './producer.ts';
import type { Unit } from './unit.ts';

/** Everything the analyzer states about a workspace: plain, serialisable data, in a fixed order. */
export interface Analysis {
  /** Sources that were scanned for Kafka packages. */
  readonly filesScanned: number;
  /** Files of the slice, relative to the workspace. */
  readonly files: readonly string[];
  /** The Kafka packages in sight, `kafkajs`, in alphabetical order. */
  readonly clients: readonly string[];
  readonly consumers: readonly Consumer[];
  readonly units: readonly Unit[];
  readonly topicWrites: readonly TopicWrite[];
  readonly clientUse: ClientUse;
  readonly directives: readonly Directive[];
  readonly notices: readonly Notice[];
  /** For a map; stated when the request asks for it. */
  readonly delivery?: DeliveryFacts;
}
