// preset: strict
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { PubSub } from '@google-cloud/pubsub';
import { Kafka } from 'kafkajs';
import { connect } from 'nats';

const bus = new EventBridgeClient({ region: 'eu-west-1' });
const shipments = new PubSub().topic('shipments', { messageOrdering: true });

export async function start(): Promise<void> {
  const nats = await connect({ servers: 'nats://localhost' });
  const stream = nats.jetstream();
  const states = await stream.views.kv('states');
  const consumer = new Kafka({ clientId: 'relay', brokers: ['localhost:9092'] }).consumer({ groupId: 'relay' });
  await consumer.subscribe({ topics: ['shipments'] });
  await consumer.run({
    eachMessage: async ({ topic, partition, message }) => {
      const shipment = JSON.parse(String(message.value));
      const id = `${topic}-${partition}-${message.offset}`;
      await bus.send(new PutEventsCommand({ Entries: [{ Source: 'relay', DetailType: 'shipped', Detail: '{}' }] }));
//          ^^^^^^^^ unkeyed-external-write repeated
      await shipments.publishMessage({ json: shipment, orderingKey: shipment.order });
//          ^^^^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write repeated
      nats.publish('shipments', message.value);
//    ^^^^^^^^^^^^ unkeyed-external-write repeated
      await stream.publish('shipments', message.value);
//          ^^^^^^^^^^^^^^ unkeyed-external-write repeated
      await stream.publish('shipments', message.value, { msgID: id });
      await states.put(shipment.order, 'shipped');
    },
  });
}
