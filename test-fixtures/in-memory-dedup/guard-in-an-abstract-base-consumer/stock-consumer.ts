import { Kafka, type EachMessagePayload } from 'kafkajs';
import { Pool } from 'pg';
import { IdempotentConsumer } from './idempotent-consumer';

const pool = new Pool();

class StockConsumer extends IdempotentConsumer {
  protected readonly topic = 'stock.moved';

  protected async process({ message }: EachMessagePayload): Promise<void> {
    const move = JSON.parse(String(message.value));
    await pool.query('UPDATE stock SET units = units - $2 WHERE sku = $1', [move.sku, move.units]);
  }
}

const kafka = new Kafka({ clientId: 'stock', brokers: ['localhost:9092'] });

export const stock = new StockConsumer(kafka.consumer({ groupId: 'stock' }));
void stock.start();
