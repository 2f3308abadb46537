import { Kafka, type EachMessagePayload, type Producer, type Transaction } from 'kafkajs';

enum Topics {
  Moves = 'chess.moves',
  Results = 'chess.results',
  Boards = 'chess.boards',
}

class Referee {
  constructor(private readonly producer: Producer) {}

  handle = async (payload: EachMessagePayload): Promise<void> => {
    const txn = await this.producer.transaction();
    try {
      switch (payload.topic) {
        case Topics.Moves:
          await txn.send({ topic: Topics.Boards, messages: [{ key: payload.message.key, value: 'moved' }] });
          await this.advance(txn, payload);
          break;
        case Topics.Results:
          await txn.send({ topic: Topics.Boards, messages: [{ key: payload.message.key, value: 'over' }] });
          break;
      }
      await txn.commit();
//          ^^^^^^^^^^ offsets-outside-transaction offsetsMissing
    } catch (error) {
      if (txn.isActive()) await txn.abort();
      throw error;
    }
  };

  private async advance(txn: Transaction, { topic, partition, message }: EachMessagePayload): Promise<void> {
    await txn.sendOffsets({
      consumerGroupId: 'referee',
      topics: [{ topic, partitions: [{ partition, offset: (BigInt(message.offset) + 1n).toString() }] }],
    });
  }
}

export async function start(): Promise<void> {
  const kafka = new Kafka({ clientId: 'referee', brokers: ['localhost:9092'] });
  const referee = new Referee(kafka.producer({ transactionalId: 'referee-0' }));
  const consumer = kafka.consumer({ groupId: 'referee' });
  await consumer.subscribe({ topics: [Topics.Moves, Topics.Results] });
  await consumer.run({ autoCommit: false, eachMessage: referee.handle });
}
