import type { ClientOptions, OptionPlace } from '@kafka-eos/analyzer/facts/client-options';
import { consumerNames, homesOfNames, nativeProducer, producerNames } from './librdkafka.ts';

/** rd_kafka_conf_set refuses a name that it does not know; one of the other side is warned of and has no effect. */
function native(name: string, label: string, takes: readonly string[], overlooks: readonly string[]): OptionPlace {
  return { name, label, takes, refuses: [], overlooks, dotted: true, otherwise: 'throws' };
}

/** node-rdkafka 3.6.1. */
export const nodeRdkafkaOptions: ClientOptions = {
  producer: nativeProducer,
  places: [
    native('producer', 'the configuration of a producer', producerNames, consumerNames),
    native('consumer', 'the configuration of a consumer', consumerNames, producerNames),
  ],
  homes: homesOfNames,
};
