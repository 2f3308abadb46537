import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { MessagePattern, Payload, Transport } from '@nestjs/microservices';
import { Pool } from 'pg';

@Controller()
class ContactsController {
  private readonly known = new Map<string, { email: string }>();
  private readonly pool = new Pool();

  @MessagePattern('contacts.find')
  async find(@Payload() query: { userId: string }): Promise<{ email: string } | undefined> {
    const hit = this.known.get(query.userId);
    if (hit) return hit;
    const { rows } = await this.pool.query('SELECT email FROM contacts WHERE user_id = $1', [query.userId]);
    if (rows[0]) this.known.set(query.userId, rows[0]);
    return rows[0];
  }
}

@Module({ controllers: [ContactsController] })
class ContactsModule {}

const options = { client: { brokers: ['localhost:9092'] }, consumer: { groupId: 'contacts' } };
void NestFactory.createMicroservice(ContactsModule, { transport: Transport.KAFKA, options }).then((app) => app.listen());
