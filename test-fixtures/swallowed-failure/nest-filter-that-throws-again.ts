import { Catch, UseFilters } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { Pool } from 'pg';

const pool = new Pool();

class UnknownPort extends Error {}

@Catch()
export class CarefulFilter {
  async catch(exception: Error): Promise<void> {
    if (exception instanceof UnknownPort) return;
    console.error(exception.message);
    throw exception;
  }
}

export class BoatsController {
  @UseFilters(CarefulFilter)
  @EventPattern('boats')
  async onBoat(@Payload() boat: { id: string; port: string }): Promise<void> {
    if (boat.port === '') throw new UnknownPort();
    await pool.query('UPDATE boats SET port = $1 WHERE id = $2', [boat.port, boat.id]);
  }
}
