import type { DeliveryMap, MapConsumer, MapEffect, Pipeline, Site } from '@kafka-eos/linter/map/delivery-map';
import {
  effectReason,
  effectTitle,
  groupName,
  guaranteeWords,
  inputNames,
  numberOf,
  positionWords,
  serviceName,
  type Tone,
} from 'kafka-eos/map/wording';

/** A line of the Pipelines view. */
export interface PipelineNode {
  /** The same for the same thing as long as it is there: a view keeps open what was open. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  readonly icon: 'consumer' | 'handler' | Tone;
  readonly at: Site;
  readonly children: readonly PipelineNode[];
}

/** Consumer → handler → effects; then the transactions that handle no message. */
export function pipelineNodes(map: DeliveryMap): readonly PipelineNode[] {
  const own = new Set(map.consumers.flatMap(({ pipelines }) => pipelines));
  return [
    ...map.consumers.map((consumer) => consumerNode(consumer, map)),
    ...map.pipelines.filter(({ id }) => !own.has(id)).map((pipeline) => pipelineNode(pipeline, '')),
  ];
}

function consumerNode(consumer: MapConsumer, map: DeliveryMap): PipelineNode {
  const { id, service, at, isolation, library } = consumer;
  const children = map.pipelines.filter((pipeline) => consumer.pipelines.includes(pipeline.id));
  const group = `group ${groupName(consumer)}`;
  return {
    id,
    label: inputNames(consumer).join(', '),
    description: [group, serviceName(map, service)].join(' · '),
    tooltip: `Consumer of ${library}, ${group}, ${isolation}${children.length === 0 ? '; no handler in sight' : ''}`,
    icon: 'consumer',
    at,
    children: children.map((pipeline) => pipelineNode(pipeline, id)),
  };
}

function pipelineNode(pipeline: Pipeline, parent: string): PipelineNode {
  const { guarantee, effects, kind, name } = pipeline;
  const id = `${parent} ${pipeline.id}`;
  const position = positionWords(pipeline);
  return {
    id,
    label: name,
    description: effects.length === 0 ? 'no effect in sight' : guaranteeWords[guarantee].text,
    tooltip: [
      `${kind === 'handler' ? 'Handler' : 'Transaction'} with ${numberOf(effects.length, 'effect')}`,
      ...(position === '' ? [] : [`input offset ${position}`]),
    ].join('; '),
    icon: 'handler',
    at: pipeline.handlerAt ?? pipeline.at,
    children: effects.map((effect, index) => effectNode(effect, `${id} ${String(index)}`)),
  };
}

const places: Readonly<Record<MapEffect['where'], string>> = {
  'in-transaction': 'in the transaction',
  'beside-transaction': 'beside the open transaction',
  outside: '',
};

function effectNode(effect: MapEffect, id: string): PipelineNode {
  const { text, tone } = guaranteeWords[effect.guarantee];
  return {
    id,
    label: effectTitle(effect),
    description: [text, places[effect.where]].filter((part) => part !== '').join(' · '),
    tooltip: effectReason(effect),
    icon: tone,
    at: effect.at,
    children: [],
  };
}
