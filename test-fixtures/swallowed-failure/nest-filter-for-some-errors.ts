import { Catch, UseFilters } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { Pool } from 'pg';

const pool = new Pool();

export class MalformedBoat extends Error {}

/** What is malformed stays malformed; all other errors are thrown on. */
@Catch(MalformedBoat)
export class MalformedFilter {
  async catch(error: MalformedBoat): Promise<void> {
    console.warn(error.message);
  }
}

@UseFilters(MalformedFilter)
export class BoatsController {
  @EventPattern('boats')
  async onBoat(@Payload() boat: { id: string; port: string }): Promise<void> {
    if (boat.port === '') throw new MalformedBoat('no port');
    await pool.query('UPDATE boats SET port = $1 WHERE id = $2', [boat.port, boat.id]);
  }
}
