import { KafkaConsumer, type Message } from 'node-rdkafka';

export function listen(handle: (message: Message) => Promise<void>): void {
  const consumer = new KafkaConsumer({ 'group.id': 'quays', 'enable.auto.commit': false }, {});
  const next = (): void => {
    consumer.consume(1, (error, [message]) => {
      if (error !== null || message === undefined) return next();
      handle(message).finally(() => {
        consumer.commitMessageSync(message);
        next();
      });
    });
  };
  consumer.on('ready', () => {
    consumer.subscribe(['quays']);
    next();
  });
  consumer.connect();
}
