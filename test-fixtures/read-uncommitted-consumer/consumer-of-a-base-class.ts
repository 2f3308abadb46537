import { Kafka, type Consumer, type EachMessagePayload } from 'kafkajs';

abstract class Listener {
  protected readonly consumer: Consumer;

  protected constructor(kafka: Kafka, groupId: string) {
    this.consumer = kafka.consumer({ groupId, readUncommitted: true });
//                                            ^^^^^^^^^^^^^^^^^^^^^ read-uncommitted-consumer optedOut
  }

  async listen(topic: string): Promise<void> {
    await this.consumer.subscribe({ topic });
    await this.consumer.run({ eachMessage: (payload) => this.on(payload) });
  }

  protected abstract on(payload: EachMessagePayload): Promise<void>;
}

class Printer extends Listener {
  constructor(kafka: Kafka) {
    super(kafka, 'printer');
  }

  protected async on({ message }: EachMessagePayload): Promise<void> {
    console.info(String(message.value));
  }
}

export const printer = new Printer(new Kafka({ clientId: 'printer', brokers: ['localhost:9092'] }));
void printer.listen('pages');
