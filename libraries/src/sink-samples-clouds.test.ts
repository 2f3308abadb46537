import type { SinkSamples } from './sink-samples.test.ts';

const eventbridge: SinkSamples = {
  title: '@aws-sdk/client-eventbridge',
  setup: `
    import { EventBridge, EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
    const events = new EventBridgeClient({});
    const Entries = [{ Source: 's', DetailType: 't', Detail: '{}', EventBusName: 'bus' }];`,
  lines: [
    [`await events.send(new PutEventsCommand({ Entries }));`, 'command: write queue non-idempotent'],
    [`await new EventBridge({}).putEvents({ Entries });`, 'write queue non-idempotent'],
  ],
};

const pubsub: SinkSamples = {
  title: '@google-cloud/pubsub',
  setup: `
    import { PubSub, type Topic } from '@google-cloud/pubsub';
    const pubsub = new PubSub({ projectId: 'p' });
    const topic: Topic = pubsub.topic('orders', { messageOrdering: true });`,
  lines: [
    [`await topic.publishMessage({ json: { id: 1 }, orderingKey: 'x' });`, 'write queue non-idempotent'],
    [`await pubsub.topic('orders').publish(Buffer.from('m'), { id: 'x' });`, 'write queue non-idempotent'],
    [`await pubsub.topic('orders').publishJSON({ id: 1 });`, 'write queue non-idempotent'],
    [`await topic.flush();`],
  ],
};

const storage: SinkSamples = {
  title: '@google-cloud/storage',
  setup: `
    import { Storage } from '@google-cloud/storage';
    const bucket = new Storage().bucket('b');`,
  lines: [
    [`await bucket.file('x').save('data');`, 'pure', 'write object-store non-idempotent'],
    [
      `await bucket.file('x').save('data', { preconditionOpts: { ifGenerationMatch: 0 } });`,
      'pure',
      'claim object-store',
    ],
    [
      `bucket.file('x').createWriteStream({ resumable: false }).end('data');`,
      'pure',
      'write object-store non-idempotent',
    ],
    [`await bucket.upload('/tmp/x', { destination: 'x' });`, 'write object-store non-idempotent keyed'],
    [`await bucket.upload('/tmp/x');`, 'write object-store unknown'],
    [`await bucket.file('x').copy('y');`, 'pure', 'write object-store non-idempotent keyed'],
    [`await bucket.file('x').delete({ ignoreNotFound: true });`, 'pure', 'write object-store idempotent removes'],
    [`const [found] = await bucket.file('x').exists();`, 'pure', 'read object-store'],
  ],
};

const blobs: SinkSamples = {
  title: '@azure/storage-blob',
  setup: `
    import { BlobServiceClient, BlockBlobClient } from '@azure/storage-blob';
    const container = BlobServiceClient.fromConnectionString('c').getContainerClient('b');
    const blob = container.getBlockBlobClient('x');
    const data = Buffer.from('data');`,
  lines: [
    [`await blob.upload('data', 4);`, 'write object-store non-idempotent'],
    [`await blob.upload('data', 4, { conditions: { ifNoneMatch: '*' } });`, 'claim object-store'],
    [`await blob.uploadData(data, { conditions: { ifNoneMatch: '*' } });`, 'claim object-store'],
    [`await blob.uploadFile('/tmp/x');`, 'write object-store non-idempotent'],
    [`await container.uploadBlockBlob('x', data, 4);`, 'write object-store non-idempotent keyed'],
    [`await container.getAppendBlobClient('log').appendBlock(data, 4);`, 'pure', 'write object-store non-idempotent'],
    [`await new BlockBlobClient('c', 'b', 'x').uploadData(data);`, 'pure', 'write object-store non-idempotent'],
    [`await container.deleteBlob('x');`, 'write object-store idempotent removes'],
    [`if (await blob.exists()) {}`, 'read object-store'],
  ],
};

const nats: SinkSamples = {
  title: 'nats',
  setup: `
    import { connect, headers, type KV, type NatsConnection } from 'nats';
    const connection: NatsConnection = await connect({ servers: 'nats' });
    const stream = connection.jetstream();
    const seen: KV = await stream.views.kv('seen');`,
  lines: [
    [`connection.publish('orders', 'm');`, 'write queue non-idempotent'],
    [`await connection.request('orders', 'm');`, 'write queue unknown'],
    [`await stream.publish('orders', 'm');`, 'write queue non-idempotent'],
    [`await stream.publish('orders', 'm', { msgID: 'x' });`, 'write queue non-idempotent keyed'],
    [`await seen.put('x', 'y');`, 'write cache idempotent'],
    [`await seen.create('x', 'y');`, 'claim cache'],
    [`const entry = await seen.get('x');`, 'read cache'],
    [
      `const files = await stream.views.os('files'); await files.putBlob({ name: 'x' }, new Uint8Array());`,
      'write object-store non-idempotent keyed',
    ],
  ],
};

const natsPackages: SinkSamples = {
  title: '@nats-io',
  setup: `
    import { connect } from '@nats-io/transport-node';
    import { jetstream } from '@nats-io/jetstream';
    import { Kvm } from '@nats-io/kv';
    import { Objm } from '@nats-io/obj';
    import type { NatsConnection } from '@nats-io/nats-core';
    const connection: NatsConnection = await connect({});
    const stream = jetstream(connection);
    const seen = await new Kvm(stream).create('seen');`,
  lines: [
    [`connection.publish('orders', 'm');`, 'write queue non-idempotent'],
    [`await stream.publish('orders', 'm', { msgID: 'x' });`, 'write queue non-idempotent keyed'],
    [`await seen.create('x', 'y');`, 'claim cache'],
    [
      `const files = await new Objm(connection).open('files'); await files.delete('x');`,
      'write object-store idempotent removes',
    ],
  ],
};

const supabase: SinkSamples = {
  title: '@supabase/supabase-js',
  setup: `
    import { createClient, type SupabaseClient } from '@supabase/supabase-js';
    const supabase: SupabaseClient = createClient('https://x', 'key');`,
  lines: [
    [`await supabase.from('rows').insert({ id: 'x' }).select().single();`, 'write database non-idempotent silent'],
    [`await supabase.schema('app').from('rows').insert([{ id: 'x' }]);`, 'write database non-idempotent silent'],
    [`await supabase.from('rows').upsert({ id: 'x' }, { onConflict: 'id' });`, 'write database idempotent'],
    [
      `const { data } = await supabase.from('rows').upsert({ id: 'x' }, { onConflict: 'id', ignoreDuplicates: true }).select();`,
      'claim database',
    ],
    [`await supabase.from('rows').update({ n: 1 }).eq('id', 'x');`, 'write database idempotent changes'],
    [`await supabase.from('rows').delete().eq('id', 'x');`, 'write database idempotent removes'],
    [`await supabase.from('rows').select('id').eq('id', 'x').maybeSingle();`, 'read database silent'],
    [`await supabase.rpc('add', { n: 1 });`, 'write database unknown'],
    [
      `await supabase.storage.from('files').upload('x', 'data', { upsert: true });`,
      'write object-store non-idempotent keyed',
    ],
    [`await supabase.functions.invoke('charge', { body: {} });`, 'write http non-idempotent'],
    [`await supabase.functions.invoke('status', { method: 'GET' });`, 'read http'],
    [`await supabase.auth.admin.inviteUserByEmail('a@b');`, 'write person non-idempotent'],
  ],
};

const successors: SinkSamples = {
  title: 'packages that follow older ones',
  setup: `
    import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
    import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
    import { DynamoDBDocument } from '@aws-sdk/lib-dynamodb';
    import { Client as Search } from '@opensearch-project/opensearch';
    import { Client, OrdersController, PaymentsController } from '@paypal/paypal-server-sdk';
    import { IncomingWebhook } from '@slack/webhook';
    const client = new Client({}), search = new Search({ node: 'https://x' });
    const table = DynamoDBDocument.from(new DynamoDBClient({}));`,
  lines: [
    [`await new SESv2Client({}).send(new SendEmailCommand({}));`, 'command: write person non-idempotent'],
    [`await search.index({ index: 'i', body: {} });`, 'write search non-idempotent'],
    [`await search.index({ index: 'i', id: 'x', body: {} });`, 'write search non-idempotent keyed'],
    [`await new OrdersController(client).createOrder({ body: {} });`, 'write payment non-idempotent'],
    [
      `await new PaymentsController(client).refundCapturedPayment({ captureId: 'c', paypalRequestId: 'x' });`,
      'write payment non-idempotent keyed',
    ],
    [`await new IncomingWebhook('https://x').send({ text: 't' });`, 'write person non-idempotent'],
    [
      `await table.put({ TableName: 't', Item: {}, ConditionExpression: 'attribute_not_exists(id)' });`,
      'claim database',
    ],
  ],
};

export const CLOUD_SAMPLES: readonly SinkSamples[] = [
  eventbridge,
  pubsub,
  storage,
  blobs,
  nats,
  natsPackages,
  supabase,
  successors,
];
